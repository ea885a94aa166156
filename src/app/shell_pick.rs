//! The list as a picker for a shell: its filter is open, and what is chosen is printed.

use std::sync::Arc;

use crate::domain::Image;
use crate::keys::{Action, Keymap, Scope};

use super::{App, Filter, Input, Typed};

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
    fn keymap(self, all: &Keymap) -> Keymap {
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

impl App {
    /// From now on images are picked for a shell: `query` is typed in the filter, and nothing can be
    /// changed.
    pub fn pick_for_shell(&mut self, pick: ShellPick, query: &str) {
        self.keymap = Arc::new(pick.keymap(&self.keymap));
        self.shell_pick = Some(pick);
        self.mode.read_only = true;
        self.browser_mut().typing = Some(Input::new(query));
        self.set_filter(Filter::new(query));
    }

    /// Whether `action` leads out of what this run of the program is for.
    #[must_use]
    pub fn is_out_of_scope(&self, action: Action) -> bool {
        self.shell_pick.is_some_and(|pick| !pick.allows(action))
    }

    /// The scopes of the list while images are picked, and what takes the keys that type. Where there is no
    /// list to filter, nothing does.
    pub(super) fn scopes_of_pick(&self) -> Option<(&'static [Scope], Option<Typed>)> {
        self.shell_pick?;
        Some(if self.shows_first_run() {
            (&[Scope::ShellPick, Scope::Everywhere], None)
        } else {
            (&[Scope::ShellPick, Scope::Text, Scope::Everywhere], Some(Typed::Filter))
        })
    }
}
