//! Which keys are in force.

use crate::domain::LogIn;
use crate::keys::Scope;

use super::{App, Overlay, Pane};

impl App {
    /// The scopes in force, innermost first, and whether text is typed.
    #[must_use]
    pub fn scopes(&self) -> (&'static [Scope], bool) {
        self.scopes_of(self.place().overlays.last())
    }

    /// The same where the help page was called.
    #[must_use]
    pub fn scopes_below_help(&self) -> (&'static [Scope], bool) {
        self.scopes_of(
            self.place().overlays.iter().rev().find(|overlay| !matches!(overlay, Overlay::Help(_))),
        )
    }

    fn scopes_of(&self, overlay: Option<&Overlay>) -> (&'static [Scope], bool) {
        match overlay {
            Some(Overlay::Form(_)) => (&[Scope::Form, Scope::Text, Scope::Everywhere], true),
            Some(Overlay::Review(_)) => (&[Scope::Review, Scope::Everywhere], false),
            Some(Overlay::Help(_)) => (&[Scope::Help, Scope::Everywhere], false),
            Some(Overlay::Conflict(_)) => (&[Scope::Conflict, Scope::Everywhere], false),
            Some(Overlay::History { .. }) => (&[Scope::History, Scope::Everywhere], false),
            Some(Overlay::Drafts(_)) => (&[Scope::Drafts, Scope::Everywhere], false),
            Some(Overlay::Errors(_)) => (&[Scope::Errors, Scope::Everywhere], false),
            Some(Overlay::Picker(_)) => (&[Scope::Picker, Scope::Text, Scope::Everywhere], true),
            Some(Overlay::LogIn(page)) => match page.log_in {
                LogIn::Mfa { .. } => (&[Scope::Code, Scope::Text, Scope::Everywhere], true),
                LogIn::Sso { .. } | LogIn::Console { .. } => (&[Scope::LogIn, Scope::Everywhere], false),
            },
            Some(Overlay::AskQuit | Overlay::AskDiscard(_) | Overlay::AskUnnoted(_)) => {
                (&[Scope::Question, Scope::Everywhere], false)
            }
            None if self.browser().typing.is_some() => {
                (&[Scope::Filter, Scope::Text, Scope::Everywhere], true)
            }
            None => match self.browser().pane {
                Pane::List => (&[Scope::List, Scope::Image, Scope::Everywhere], false),
                Pane::Detail => (&[Scope::Detail, Scope::Image, Scope::Everywhere], false),
            },
        }
    }
}
