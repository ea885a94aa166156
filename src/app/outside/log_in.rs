//! The program that logs in.

use crate::domain::LogIn;
use crate::edit::quote;

/// Where the browser is in which a person logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WebBrowser {
    /// On the machine that this program runs on.
    #[default]
    Here,
    /// On another one, as over SSH.
    Elsewhere,
}

impl WebBrowser {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Here => Self::Elsewhere,
            Self::Elsewhere => Self::Here,
        }
    }
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

/// The command that `log_in` stands for, word by word; nothing where it is done in here. For a browser
/// elsewhere it shows an address to open there.
#[must_use]
pub fn command(log_in: &LogIn, browser: WebBrowser) -> Option<Vec<String>> {
    let (begin, profile, remote): (&[&str], _, _) = match log_in {
        LogIn::Sso { profile } => (&["aws", "sso", "login"], profile, "--use-device-code"),
        LogIn::Console { profile } => (&["aws", "login"], profile, "--remote"),
        LogIn::Mfa { .. } => return None,
    };
    let mut words = [begin, &["--profile", profile.as_str()]].concat();
    words.extend((browser == WebBrowser::Elsewhere).then_some(remote));
    Some(words.into_iter().map(str::to_owned).collect())
}
