//! The page that leads through a log-in.

use crate::app::{Input, WebBrowser};
use crate::domain::{Failure, LogIn};
use crate::keys::Scope;

use super::{Closing, Page, Position, Typed};

/// The page that leads through a log-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogInPage {
    /// Why it is needed.
    pub failure: Failure,
    /// What is to be done.
    pub log_in: LogIn,
    /// The code, as it is typed.
    pub code: Input,
    /// Where the browser is that the command is for.
    pub browser: WebBrowser,
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

pub(super) fn page(page: &LogInPage) -> Page<'_> {
    let (scopes, typed): (&[Scope], _) = match page.log_in {
        LogIn::Mfa { .. } => (&[Scope::Code, Scope::Text, Scope::Everywhere], Some(Typed::Code)),
        LogIn::Sso { .. } | LogIn::Console { .. } => (&[Scope::LogIn, Scope::Everywhere], None),
    };
    Page { scopes, typed, height: 14, closing: Closing::EndLogIn, ..Page::default() }
}

pub(super) fn position(_: &mut LogInPage) -> Position<'_> {
    Position::Fixed
}
