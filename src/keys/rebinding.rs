//! A person's own keys in the table.

use super::{Action, Binding, Keymap, Scope, Sequence};

/// Keys, and what they are to do in one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebinding {
    /// Where.
    pub scope: Scope,
    /// Which keys.
    pub keys: Sequence,
    /// What they do, the first that can be done at the time; nothing at all, if there is none.
    pub actions: Vec<Action>,
}

impl Keymap {
    /// Whether `action` can be bound in `scope`: wherever that is in force, the action has to be too.
    #[must_use]
    pub fn has_place_for(&self, action: Action, scope: Scope) -> bool {
        let mut stacks = Scope::STACKS.iter().filter(|stack| stack.contains(&scope));
        stacks.all(|stack| self.row_in(stack, action).is_some())
    }

    /// The table with other keys in it: each does in its scope what is said, and nothing else. What is
    /// given comes before what an action has already; nothing but [`Self::faults`] says whether the
    /// table is sound then.
    #[must_use]
    pub fn rebound(&self, all: &[Rebinding]) -> Self {
        let mut keymap = self.clone();
        for Rebinding { scope, keys, actions } in all {
            for row in keymap.bindings.iter_mut().filter(|row| row.scope == *scope) {
                row.keys.retain(|bound| bound != keys || actions.contains(&row.action));
            }
            if actions.is_empty() {
                keymap.silent.push((*scope, keys.clone()));
            }
        }
        // The last is put in first, so that the first stands before it.
        for Rebinding { scope, keys, actions } in all.iter().rev() {
            for action in actions {
                keymap.bind(*scope, keys, *action);
            }
        }
        keymap
    }

    fn bind(&mut self, scope: Scope, keys: &Sequence, action: Action) {
        let own = self.bindings.iter_mut().find(|row| row.scope == scope && row.action == action);
        if let Some(row) = own {
            if !row.keys.contains(keys) {
                row.keys.insert(0, keys.clone());
            }
            return;
        }
        let mut stacks = Scope::STACKS.iter().filter(|stack| stack.contains(&scope));
        if let Some(row) = stacks.find_map(|stack| self.row_in(stack, action)) {
            let row = Binding { scope, keys: vec![keys.clone()], ..row.clone() };
            self.bindings.push(row);
        }
    }

    fn row_in(&self, stack: &[Scope], action: Action) -> Option<&Binding> {
        stack.iter().find_map(|&scope| self.of(scope).find(|row| row.action == action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Found, Motion};

    fn rebinding(scope: Scope, keys: &str, actions: &[Action]) -> Rebinding {
        Rebinding { scope, keys: keys.parse().unwrap(), actions: actions.to_vec() }
    }

    fn does(keymap: &Keymap, stack: &[Scope], keys: &str) -> Option<Action> {
        let keys: Sequence = keys.parse().unwrap();
        match keymap.find(stack, &keys.chords(), |_| true) {
            Found::Does(row) => Some(row.action),
            Found::Begun | Found::Nothing => None,
        }
    }

    const LIST: &[Scope] = &[Scope::List, Scope::Image, Scope::Everywhere];
    const DETAIL: &[Scope] = &[Scope::Detail, Scope::Image, Scope::Everywhere];

    #[test]
    fn keys_do_what_they_were_given_in_their_scope_alone() {
        let down = Action::Move(Motion::Down);
        let keymap = Keymap::builtin().rebound(&[
            rebinding(Scope::List, "ctrl-n", &[down]),
            rebinding(Scope::List, "s", &[Action::Edit]),
            rebinding(Scope::List, "q", &[]),
            rebinding(Scope::List, "g", &[]),
            rebinding(Scope::List, "g g", &[Action::Move(Motion::First)]),
        ]);
        for (stack, keys, action) in [
            (LIST, "ctrl-n", Some(down)),
            (LIST, "j", Some(down)),
            (DETAIL, "ctrl-n", None),
            (LIST, "s", Some(Action::Edit)),
            (LIST, "e", Some(Action::Edit)),
            (LIST, "q", None),
            (DETAIL, "q", Some(Action::Quit)),
            (LIST, "g", None),
            (LIST, "g g", Some(Action::Move(Motion::First))),
            (DETAIL, "g", Some(Action::Move(Motion::First))),
        ] {
            assert_eq!(does(&keymap, stack, keys), action, "{keys} in {stack:?}");
        }
        assert_eq!(keymap.first_key_in(Scope::List, down), "Ctrl-N");
        assert_eq!(keymap.first_key(Action::SortNext), "‘sort-next’ (no key)");
        assert_eq!(keymap.faults(), []);
    }

    #[test]
    fn an_action_is_bound_only_where_it_is_in_force() {
        for (action, scope, is_right) in [
            (Action::Edit, Scope::List, true),
            (Action::Close, Scope::Raw, true),
            (Action::Quit, Scope::Everywhere, false),
            (Action::OpenDetail, Scope::Image, false),
            (Action::Move(Motion::Down), Scope::Form, false),
            (Action::Help, Scope::Form, true),
        ] {
            assert_eq!(Keymap::builtin().has_place_for(action, scope), is_right, "{action:?} {scope:?}");
        }
    }

    #[test]
    fn no_key_is_left_that_sends_by_mistake_and_a_way_out_stays() {
        use Action as A;
        for (given, says) in [
            (vec![rebinding(Scope::Review, "ctrl-s", &[A::Send])], "“send” can't be on “ctrl-s”"),
            (vec![rebinding(Scope::Review, "ctrl-d", &[A::Send])], "“send” can't be on “ctrl-d”"),
            (vec![rebinding(Scope::Review, "ctrl-u", &[A::Send])], "“send” can't be on “ctrl-u”"),
            (vec![rebinding(Scope::Review, "S", &[A::Send])], "a key that types"),
            (vec![rebinding(Scope::Review, "ctrl-x s", &[A::Send])], "a key that types"),
            (
                vec![
                    rebinding(Scope::Form, "ctrl-o", &[A::Review]),
                    rebinding(Scope::Review, "ctrl-o", &[A::Send]),
                ],
                "pressed twice",
            ),
            (
                vec![rebinding(Scope::Question, "ctrl-d", &[A::AnswerYes])],
                "“answer-yes” can't be on “ctrl-d”",
            ),
            (vec![rebinding(Scope::Form, "esc", &[])], "no key is left that closes in “form”"),
            (vec![rebinding(Scope::Everywhere, "ctrl-c", &[])], "no key is left that quits in “filter”"),
            (
                vec![rebinding(Scope::List, "e", &[A::Filter])],
                "“e” is “filter” in “list” and “edit” in “image”",
            ),
            (
                vec![rebinding(Scope::Image, "s", &[A::Edit])],
                "“s” is “sort-next” in “list” and “edit” in “image”",
            ),
            (
                vec![rebinding(Scope::List, "g g", &[A::Filter])],
                "“g g” can't be reached: “g” is “first” in “list”",
            ),
        ] {
            let faults = Keymap::builtin().rebound(&given).faults();
            let said = faults.iter().any(|fault| {
                let is_at =
                    fault.at.iter().any(|at| given.iter().any(|it| *at == (it.scope, it.keys.clone())));
                fault.words.contains(says) && is_at
            });
            assert!(said, "{given:?}: {faults:?}");
        }
        let away = [rebinding(Scope::Help, "esc", &[]), rebinding(Scope::Review, "f5", &[A::Send])];
        assert_eq!(Keymap::builtin().rebound(&away).faults(), []);
    }
}
