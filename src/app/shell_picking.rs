//! The program as a picker for a shell.

use std::sync::Arc;

use crate::keys::{Action, Keymap, Scope};

use super::{App, Filter, Input, ShellPick, Typed};

impl App {
    /// From now on images are picked for a shell: `query` is typed in the filter, and nothing can be
    /// changed.
    pub fn pick_for_shell(&mut self, pick: ShellPick, query: &str) {
        self.shell_pick = Some(pick);
        self.mode.read_only = true;
        self.take_keys(Keymap::builtin());
        self.browser_mut().typing = Some(Input::new(query));
        self.set_filter(Filter::new(query));
    }

    /// Puts the keys in force that a table has for this run of the program, so that no sentence names another.
    pub fn take_keys(&mut self, all: &Keymap) {
        self.keymap = Arc::new(match self.shell_pick {
            Some(pick) => pick.keymap(all),
            None => all.without(Scope::ShellPick),
        });
    }

    /// Whether images are picked for a shell.
    #[must_use]
    pub fn is_picker(&self) -> bool {
        self.shell_pick.is_some()
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
