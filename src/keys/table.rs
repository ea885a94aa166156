//! The table of actions and their keys.

use std::fmt;

use serde::Deserialize;

use super::{Action, Chord, Scope, Sequence};

/// One row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// What.
    pub action: Action,
    /// By which keys; the first is the one the footer shows.
    pub keys: Vec<Sequence>,
    /// For the footer.
    pub words: String,
    /// For the help page and `docs/keys.md`.
    pub help: String,
    /// How long the footer keeps it when the width is short; 0 means it is never shown there.
    pub footer: u8,
}

impl Binding {
    /// Its keys as a person reads them: with commas, where one is a sequence.
    #[must_use]
    pub fn keys_words(&self) -> String {
        let between = if self.keys.iter().any(Sequence::is_several) { ", " } else { " " };
        self.keys.iter().map(Sequence::to_string).collect::<Vec<_>>().join(between)
    }
}

/// What keys that were pressed lead to.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// To nothing.
    Nothing,
    /// Other keys have to follow.
    Begun,
    /// To what this row does.
    Does(&'a Binding),
}

/// The whole table.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keymap {
    #[serde(rename = "binding")]
    pub(super) bindings: Vec<Binding>,
    /// Keys that do nothing in a scope, whatever the scopes around it say.
    #[serde(skip)]
    pub(super) silent: Vec<(Scope, Sequence)>,
}

impl Keymap {
    /// The same without the rows of `scope`.
    #[must_use]
    pub fn without(&self, scope: Scope) -> Self {
        let bindings = self.bindings.iter().filter(|row| row.scope != scope).cloned().collect();
        Self { bindings, silent: self.silent.clone() }
    }

    /// The same with no rows but those that `keeps` says, those of `first` before the others, and for what those
    /// are for no others that work everywhere. Of those, keys that would type go from a row that has others: where
    /// text is typed, they lead nowhere.
    #[must_use]
    pub fn narrowed(&self, first: Scope, keeps: impl Fn(&Binding) -> bool) -> Self {
        let kept = self.bindings.iter().filter(|row| keeps(row)).cloned().map(|mut row| {
            if row.scope == Scope::Everywhere && !row.keys.iter().all(Sequence::types) {
                row.keys.retain(|keys| !keys.types());
            }
            row
        });
        let (mut bindings, mut others): (Vec<_>, Vec<_>) = kept.partition(|row| row.scope == first);
        let is_there = |action| bindings.iter().any(|row| row.action == action);
        others.retain(|row| row.scope != Scope::Everywhere || !is_there(row.action));
        bindings.extend(others);
        Self { bindings, silent: self.silent.clone() }
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
    pub fn keys(&self, action: Action) -> Vec<Sequence> {
        self.all()
            .filter(|binding| binding.action == action)
            .flat_map(|binding| binding.keys.clone())
            .collect()
    }

    /// The first key of `action`, as a person reads it, for sentences that name it. One that has none
    /// is named itself.
    #[must_use]
    pub fn first_key(&self, action: Action) -> String {
        first_key(self.all(), action)
    }

    /// The first key of `action` in one scope, as a person reads it: for what is bound in several.
    #[must_use]
    pub fn first_key_in(&self, scope: Scope, action: Action) -> String {
        first_key(self.of(scope), action)
    }

    /// The keys that lead to the history of the current image, or of all.
    #[must_use]
    pub fn keys_of_history(&self, of_all: bool) -> String {
        let opens = self.first_key(Action::History);
        if of_all { format!("{opens} {}", self.first_key(Action::HistoryWiden)) } else { opens }
    }

    /// What the keys that were `pressed` do where `scopes` are in force, the innermost first. Of a
    /// scope's rows for the same keys, the first that `can` be done counts.
    pub fn find(&self, scopes: &[Scope], pressed: &[Chord], can: impl Fn(Action) -> bool) -> Found<'_> {
        for &scope in scopes {
            let mut begun = false;
            // Whether it can be done may take a look at a long text: only where the keys are its own.
            let is_meant = |keys: &Sequence| keys.is(pressed) || keys.goes_on_from(pressed);
            let meant = self.of(scope).filter(|binding| binding.keys.iter().any(is_meant));
            for binding in meant.filter(|binding| can(binding.action)) {
                if binding.keys.iter().any(|keys| keys.is(pressed)) {
                    return Found::Does(binding);
                }
                begun |= binding.keys.iter().any(|keys| keys.goes_on_from(pressed));
            }
            if begun {
                return Found::Begun;
            }
            if self.silent.iter().any(|(silent, keys)| *silent == scope && keys.is(pressed)) {
                return Found::Nothing;
            }
        }
        Found::Nothing
    }

    /// The keys that may follow on those that were `pressed`, each with what it leads to.
    pub fn following(
        &self,
        scopes: &[Scope],
        pressed: &[Chord],
        can: impl Fn(Action) -> bool,
    ) -> Vec<(Chord, Found<'_>)> {
        let mut next: Vec<(Chord, Found<'_>)> = Vec::new();
        let rows = scopes.iter().flat_map(|&scope| self.of(scope));
        for keys in rows.flat_map(|binding| &binding.keys).filter(|keys| keys.goes_on_from(pressed)) {
            let Some(chord) = keys.iter().nth(pressed.len()) else { continue };
            if next.iter().any(|(known, _)| *known == chord) {
                continue;
            }
            match self.find(scopes, &[pressed, &[chord]].concat(), &can) {
                Found::Nothing => {}
                found => next.push((chord, found)),
            }
        }
        next
    }
}

fn first_key<'a>(rows: impl Iterator<Item = &'a Binding>, action: Action) -> String {
    let key = rows.filter(|row| row.action == action).find_map(|row| row.keys.first());
    key.map_or_else(|| format!("‘{}’ (no key)", action.name()), ToString::to_string)
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
    fn no_write_is_near_a_scrolling_key() {
        let near: Vec<Sequence> = ["ctrl-d", "ctrl-u", "ctrl-k"].map(|key| key.parse().unwrap()).into();
        let keymap = shipped();
        let send = keymap.bindings.iter().find(|binding| binding.action == Action::Send).unwrap();
        assert!(send.keys.iter().all(|key| !near.contains(key)));
        assert_eq!(send.scope, Scope::Review);
    }
}
