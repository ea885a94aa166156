//! The table of actions and their keys.

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::{Action, Chord, Scope};

/// One row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// What.
    pub action: Action,
    /// By which keys; the first is the one the footer shows.
    pub keys: Vec<Chord>,
    /// For the footer.
    pub words: String,
    /// For the help page and the README.
    pub help: String,
    /// How long the footer keeps it when the width is short; 0 means it is never shown there.
    pub footer: u8,
}

/// The whole table.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keymap {
    #[serde(rename = "binding")]
    bindings: Vec<Binding>,
}

impl Keymap {
    /// The table that comes with the program.
    #[must_use]
    pub fn builtin() -> &'static Arc<Self> {
        static BUILTIN: OnceLock<Arc<Keymap>> = OnceLock::new();
        // A test reads the table, so that what is shipped can be read.
        let read = || toml::from_str(include_str!("../../assets/keys.toml")).unwrap_or_default();
        BUILTIN.get_or_init(|| Arc::new(read()))
    }

    /// Every row, in the table's order.
    pub fn all(&self) -> impl Iterator<Item = &Binding> + '_ {
        self.bindings.iter()
    }

    /// The rows of one scope, in the table's order.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = &Binding> + '_ {
        self.bindings.iter().filter(move |binding| binding.scope == scope)
    }

    /// The keys of `action`, in the table's order.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<Chord> {
        self.all()
            .filter(|binding| binding.action == action)
            .flat_map(|binding| binding.keys.clone())
            .collect()
    }

    /// The first key of `action`, as a person reads it, for sentences that name it.
    #[must_use]
    pub fn first_key(&self, action: Action) -> String {
        let mut bound = self.all().filter(|binding| binding.action == action);
        let key = bound.find_map(|binding| binding.keys.first());
        key.map(ToString::to_string).unwrap_or_default()
    }

    /// The first key of `action` in one scope, as a person reads it: for what is bound in several.
    #[must_use]
    pub fn first_key_in(&self, scope: Scope, action: Action) -> String {
        let mut bound = self.of(scope).filter(|binding| binding.action == action);
        let key = bound.find_map(|binding| binding.keys.first());
        key.map(ToString::to_string).unwrap_or_default()
    }

    /// What `chord` does where `scopes` are in force, the innermost first. Of a scope's rows for
    /// the same key, the first that `can` be done counts.
    pub fn action(&self, scopes: &[Scope], chord: Chord, can: impl Fn(Action) -> bool) -> Option<Action> {
        scopes.iter().find_map(|&scope| {
            let mut bound = self.of(scope).filter(|binding| binding.keys.contains(&chord));
            bound.find(|binding| can(binding.action)).map(|binding| binding.action)
        })
    }
}

/// In short: it stands in the state, which is looked at as a whole.
impl fmt::Debug for Keymap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keymap({} rows)", self.bindings.len())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::keys::RawAction;

    fn shipped() -> Keymap {
        toml::from_str(include_str!("../../assets/keys.toml")).unwrap()
    }

    #[test]
    fn every_action_stands_in_the_table_and_once_in_a_scope_with_keys_and_words() {
        let keymap = shipped();
        let mut seen = BTreeSet::new();
        for binding in &keymap.bindings {
            let (scope, action) = (binding.scope, binding.action);
            assert!(seen.insert((scope, action)), "{action:?} stands twice in {scope:?}");
            assert!(!binding.keys.is_empty(), "{action:?} has no key in {scope:?}");
            let has_words = !binding.words.is_empty() && !binding.help.is_empty();
            assert!(has_words, "{action:?} has no words in {scope:?}");
            assert!(binding.footer <= 9);
        }
        let seen: BTreeSet<_> = seen.into_iter().map(|(_, action)| action).collect();
        assert_eq!(seen, Action::all().collect(), "the table and the actions differ");
    }

    #[test]
    fn every_scope_has_rows() {
        let keymap = shipped();
        for &scope in Scope::ALL {
            assert!(keymap.of(scope).next().is_some(), "nothing is bound in {scope:?}");
        }
    }

    #[test]
    fn no_two_actions_share_a_key_where_both_are_in_force() {
        let together = [
            &[Scope::List, Scope::Image, Scope::Everywhere][..],
            &[Scope::Detail, Scope::Image, Scope::Everywhere],
            &[Scope::Raw, Scope::Detail, Scope::Image, Scope::Everywhere],
            &[Scope::Filter, Scope::Text, Scope::Everywhere],
            &[Scope::Search, Scope::Text, Scope::Everywhere],
            &[Scope::Form, Scope::Text, Scope::Everywhere],
            &[Scope::Review, Scope::Everywhere],
            &[Scope::Conflict, Scope::Everywhere],
            &[Scope::Copy, Scope::Everywhere],
            &[Scope::History, Scope::Everywhere],
            &[Scope::Drafts, Scope::Everywhere],
            &[Scope::Errors, Scope::Everywhere],
            &[Scope::Help, Scope::Everywhere],
            &[Scope::Picker, Scope::Text, Scope::Everywhere],
            &[Scope::Code, Scope::Text, Scope::Everywhere],
            &[Scope::LogIn, Scope::Everywhere],
            &[Scope::Question, Scope::Everywhere],
        ];
        // These give way to an inner scope on purpose; the demo is tried where there is no image.
        let give_way = [
            Action::StopTrying,
            Action::PickProfile,
            Action::Errors,
            Action::Help,
            Action::TryDemo,
            Action::CopyMenu,
        ];
        // These are in force only while there is something for them to do.
        let at_times = [
            Action::MarkVersion,
            Action::UnmarkVersion,
            Action::Raw(RawAction::ClearSearch),
            Action::StopScan,
        ];
        let keymap = shipped();
        for scopes in together {
            let mut taken: Vec<(Chord, Action)> = Vec::new();
            for binding in scopes.iter().flat_map(|&scope| keymap.of(scope)) {
                for &key in &binding.keys {
                    let clash = taken.iter().find(|(chord, by)| *chord == key && !at_times.contains(by));
                    if clash.is_some() && give_way.contains(&binding.action) {
                        continue;
                    }
                    assert!(clash.is_none(), "{key} is both {:?} and {clash:?}", binding.action);
                    taken.push((key, binding.action));
                }
            }
        }
    }

    /// A plain terminal sends the same byte for both, or begins with it what no key is.
    #[test]
    fn no_chord_is_bound_that_a_plain_terminal_can_not_tell() {
        let same = [
            "ctrl-h",
            "ctrl-i",
            "ctrl-m",
            "ctrl-[",
            "ctrl-enter",
            "ctrl-tab",
            "ctrl-space",
            "ctrl-/",
            "ctrl-?",
        ];
        let begun = ["alt-[", "alt-]", "alt-O", "alt-P", "alt-X", "alt-^", "alt-_", "alt-esc"];
        let never: Vec<Chord> = same.into_iter().chain(begun).map(|key| key.parse().unwrap()).collect();
        let feed: Chord = "ctrl-j".parse().unwrap();
        for binding in &shipped().bindings {
            assert!(binding.keys.iter().all(|key| !never.contains(key)), "{:?}", binding.action);
            assert!(
                !binding.keys.contains(&feed)
                    || matches!(
                        binding.action,
                        Action::KeepFilter | Action::Raw(RawAction::KeepSearch) | Action::NextField
                    ),
                "{:?}",
                binding.action
            );
        }
    }

    #[test]
    fn no_write_is_near_a_scrolling_key() {
        let near: Vec<Chord> = ["ctrl-d", "ctrl-u", "ctrl-k"].map(|key| key.parse().unwrap()).into();
        let keymap = shipped();
        let send = keymap.bindings.iter().find(|binding| binding.action == Action::Send).unwrap();
        assert!(send.keys.iter().all(|key| !near.contains(key)));
        assert_eq!(send.scope, Scope::Review);
    }
}
