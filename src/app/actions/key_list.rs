//! All that can be done, by where: the one list of help and palette.

use crate::app::{App, Command};
use crate::keys::{Action, Binding, Scope};

/// What can be done in one place.
#[derive(Debug)]
pub struct KeySection<'a> {
    /// Where, as a person reads it.
    pub title: String,
    /// What.
    pub entries: Vec<KeyEntry<'a>>,
}

/// One thing that can be done.
#[derive(Debug, Clone, Copy)]
pub enum KeyEntry<'a> {
    /// By a key, or by its name.
    Key(&'a Binding),
    /// By its name and a word.
    Command(Command),
}

impl App {
    /// All of it, with the keys in force; what can be done in the scopes of `here` comes first, the
    /// innermost before the others.
    #[must_use]
    pub fn key_list(&self, here: &[Scope]) -> Vec<KeySection<'_>> {
        let elsewhere = Scope::ALL.iter().filter(|scope| !here.contains(scope));
        let of_scope = |scope: &Scope| KeySection {
            title: scope.title().into(),
            entries: self.keymap.of(*scope).map(KeyEntry::Key).collect(),
        };
        let key = self.keymap.first_key(Action::Commands);
        let commands = KeySection {
            title: format!("Commands that take an argument, after {key}"),
            entries: Command::ALL.iter().copied().map(KeyEntry::Command).collect(),
        };
        let has_commands = !self.is_out_of_scope(Action::Commands);
        here.iter().chain(elsewhere).map(of_scope).chain(has_commands.then_some(commands)).collect()
    }
}
