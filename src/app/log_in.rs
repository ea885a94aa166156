//! A log-in, on the screen.

use crate::domain::{Failure, LogIn, quote};

use super::Input;

/// The page that leads through a log-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogInPage {
    /// Why it is needed.
    pub failure: Failure,
    /// What is to be done.
    pub log_in: LogIn,
    /// The code, as it is typed.
    pub code: Input,
    /// How far it has come.
    pub stage: LogInStage,
}

impl LogInPage {
    /// Whether a code is typed here.
    #[must_use]
    pub fn code_is_typed(&self) -> bool {
        matches!(self.log_in, LogIn::Mfa { .. })
    }
}

/// How far a log-in has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogInStage {
    /// Nothing was done yet.
    Asked,
    /// The code is with the service.
    Checking,
    /// It did not work; why, in a sentence.
    Failed(String),
    /// The AWS CLI is not installed here: its command can be copied.
    NoCli,
}

/// How a program ended that was given the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// It says that it did what it was for.
    Done,
    /// It ended otherwise; how, as the second half of a sentence.
    Failed(String),
    /// There is no such program on the PATH.
    Missing,
}

/// The command in the words of a shell.
#[must_use]
pub fn line(command: &[String]) -> String {
    let words: Vec<_> = command.iter().map(|word| quote(word)).collect();
    words.join(" ")
}

/// The command that `log_in` stands for, word by word; nothing where it is done in here.
#[must_use]
pub fn command(log_in: &LogIn) -> Option<Vec<String>> {
    match log_in {
        LogIn::Sso { profile } => {
            let words = ["aws", "sso", "login", "--profile", profile.as_str()];
            Some(words.map(str::to_owned).to_vec())
        }
        LogIn::Mfa { .. } => None,
    }
}
