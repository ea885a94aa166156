//! The list as a picker for a shell: its filter is open, and what is chosen is printed.

use crate::domain::Image;
use crate::keys::{Action, Keymap, Scope};

/// How images are picked for a shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShellPick {
    /// Whether more than one can be picked.
    pub several: bool,
    /// What is printed of each.
    pub prints: Prints,
}

/// What is printed of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prints {
    /// Its name.
    Name,
    /// Its ARN.
    Arn,
}

/// Where keys can be in force then: the list, and the pages that can be opened from it.
const SCOPES: [Scope; 8] = [
    Scope::ShellPick,
    Scope::Text,
    Scope::LogIn,
    Scope::Code,
    Scope::Errors,
    Scope::Help,
    Scope::HelpSearch,
    Scope::Everywhere,
];

impl ShellPick {
    /// Whether `action` can be done while images are picked. What is not named here can't, so that no new
    /// action leads out of the picker, to an edit least of all.
    #[must_use]
    pub fn allows(self, action: Action) -> bool {
        match action {
            Action::MarkAndDown | Action::MarkAndUp | Action::MarkAll => self.several,
            Action::Move(_)
            | Action::Text(_)
            | Action::Close
            | Action::PickImage
            | Action::CompleteFilter
            | Action::Refresh
            | Action::Dismiss
            | Action::LogIn
            | Action::RunLogIn
            | Action::LoggedIn
            | Action::OtherBrowser
            | Action::SendCode
            | Action::CopyLogIn
            | Action::Errors
            | Action::ToggleProcessOutput
            | Action::Help
            | Action::SearchHelp
            | Action::KeepHelpSearch
            | Action::DropHelpSearch
            | Action::Redraw
            | Action::Quit
            | Action::QuitNow => true,
            _ => false,
        }
    }

    /// The keys that work then: help and sentences name no others.
    #[must_use]
    pub fn keymap(self, all: &Keymap) -> Keymap {
        all.narrowed(Scope::ShellPick, |row| SCOPES.contains(&row.scope) && self.allows(row.action))
    }
}

impl Prints {
    /// What is printed of `image`; nothing where that is not known.
    #[must_use]
    pub fn of(self, image: &Image) -> Option<String> {
        match self {
            Self::Name => Some(image.name.to_string()),
            Self::Arn => image.arn.as_ref().map(ToString::to_string),
        }
    }
}
