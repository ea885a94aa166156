//! What must be so of every key table: of the one that comes with the program, and with a person's own
//! keys in it.

use super::{Action, Binding, Chord, Found, Keymap, RawAction, Scope, Sequence};

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The keys that it is about, likeliest cause first.
    pub at: Vec<(Scope, Sequence)>,
    /// What is wrong and what to do, as part of a sentence.
    pub words: String,
}

/// One key of one row.
type Bound<'a> = (&'a Binding, &'a Sequence);

impl Keymap {
    /// What is wrong with the table. Where the one that comes with the program has a key twice, on
    /// purpose, it may be there twice.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults: Vec<Fault> = Vec::new();
        let clashes = self.clashes(|bound| !Self::builtin().has(bound));
        for fault in clashes.into_iter().chain(self.unsafe_sends()).chain(self.dead_ends()) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// The keys that lead to two things where both are in force, of the pairs of which one `is_asked`
    /// for: two keys that come with the program clash on purpose, if they do.
    fn clashes(&self, is_asked: impl Fn(Bound<'_>) -> bool) -> Vec<Fault> {
        let mut clashes = Vec::new();
        for stack in Scope::STACKS {
            let is_typing = stack.contains(&Scope::Text);
            let rows = stack.iter().flat_map(|&scope| self.of(scope));
            let bound: Vec<Bound<'_>> = rows
                .flat_map(|row| row.keys.iter().map(move |keys| (row, keys)))
                .filter(|(_, keys)| !(is_typing && keys.types()))
                .collect();
            let asked: Vec<bool> = bound.iter().map(|&bound| is_asked(bound)).collect();
            let bound: Vec<_> = bound.into_iter().zip(asked).collect();
            for (at, &(inner, inner_asked)) in bound.iter().enumerate() {
                let outer = bound.iter().skip(at + 1).filter(|(_, asked)| inner_asked || *asked);
                let pairs = outer.map(|&(outer, _)| (inner, outer));
                clashes.extend(pairs.filter(|&(inner, outer)| !get_along(inner, outer)).map(clash));
            }
        }
        clashes
    }

    /// Whether the table has this key for this action in this scope.
    fn has(&self, (row, keys): Bound<'_>) -> bool {
        self.of(row.scope).any(|known| known.action == row.action && known.keys.contains(keys))
    }

    /// Keys that send and are pressed too easily.
    fn unsafe_sends(&self) -> Vec<Fault> {
        let review: Vec<Chord> = self.keys(Action::Review).iter().flat_map(Sequence::iter).collect();
        let mut faults = Vec::new();
        for row in self.all() {
            let may_type = match row.action {
                Action::Send => false,
                Action::SendWhenSettled | Action::SendUnnoted | Action::AnswerYes => true,
                _ => continue,
            };
            for keys in &row.keys {
                let is_bad = |chord: &Chord| {
                    chord.is_held_or_saves() || review.contains(chord) || !may_type && chord.types()
                };
                if let Some(chord) = keys.iter().find(is_bad) {
                    let why = if chord.types() && !review.contains(&chord) {
                        "is a key that types"
                    } else if review.contains(&chord) {
                        "also opens the review, and may be pressed twice"
                    } else {
                        "is pressed by habit in other programs"
                    };
                    let words = format!(
                        "“{}” can't be on “{}”: it sends a change, and “{}” {why}",
                        row.action.name(),
                        keys.written(),
                        chord.written()
                    );
                    faults.push(Fault { at: vec![(row.scope, keys.clone())], words });
                }
            }
        }
        faults
    }

    /// Where no key is left that closes, or that quits.
    fn dead_ends(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for stack in Scope::STACKS {
            for (does, ends) in [("closes", closes as fn(Action) -> bool), ("quits", quits)] {
                let usual: Vec<_> = ways(Self::builtin(), stack, ends);
                if usual.is_empty() || !ways(self, stack, ends).is_empty() {
                    continue;
                }
                let [inner, ..] = stack else { continue };
                let words = format!(
                    "no key is left that {does} in “{}”: keep one, such as “{}”",
                    inner.name(),
                    usual.first().map(|(_, keys)| keys.written()).unwrap_or_default()
                );
                faults.push(Fault { at: usual, words });
            }
        }
        faults
    }
}

/// Whether each of two keys does what it says, the first being that of the inner scope.
fn get_along((inner, keys): Bound<'_>, (outer, others): Bound<'_>) -> bool {
    let is_same = keys == others;
    let in_turn = is_at_times(inner.action) || inner.scope == outer.scope && is_at_times(outer.action);
    // It is in force for a moment, and what it takes is there again after that.
    let is_passing = inner.scope == Scope::Selection && outer.scope != Scope::Selection;
    !keys.collides(others) || is_passing || is_same && (inner.action == outer.action || in_turn)
}

/// Whether an action can be done only while there is something for it, and gives way else.
fn is_at_times(action: Action) -> bool {
    matches!(
        action,
        Action::MarkVersion
            | Action::MarkAndDown
            | Action::UnmarkVersion
            | Action::UnmarkAll
            | Action::StopScan
            | Action::ClearFilter
            | Action::EarlierCommand
            | Action::LaterCommand
            | Action::Raw(RawAction::ClearSearch)
    )
}

fn clash(((one, keys), (other, others)): (Bound<'_>, Bound<'_>)) -> Fault {
    let named = |row: &Binding| format!("“{}” in “{}”", row.action.name(), row.scope.name());
    let (short, long) = if keys.iter().count() > others.iter().count() {
        ((other, others), (one, keys))
    } else {
        ((one, keys), (other, others))
    };
    let words = if keys == others {
        format!("“{}” is {} and {}, and both apply there", keys.written(), named(one), named(other))
    } else {
        format!("“{}” can't be reached: “{}” is {}", long.1.written(), short.1.written(), named(short.0))
    };
    let give_up = format!(
        "{words}; to turn that off, write \"{}\" = \"none\" in [keys.{}]",
        short.1.written(),
        short.0.scope.name()
    );
    let at = [long, short].map(|(row, keys)| (row.scope, keys.clone())).into();
    Fault { at, words: if keys == others { words } else { give_up } }
}

/// The keys in `stack` that lead to what `ends` it.
fn ways(keymap: &Keymap, stack: &[Scope], ends: fn(Action) -> bool) -> Vec<(Scope, Sequence)> {
    let is_typing = stack.contains(&Scope::Text);
    let rows = stack.iter().flat_map(|&scope| keymap.of(scope)).filter(|row| ends(row.action));
    let leads_there = |keys: &Sequence| match keymap.find(stack, &keys.chords(), |it| !is_at_times(it)) {
        Found::Does(row) => ends(row.action) && !(is_typing && keys.types()),
        Found::Begun | Found::Nothing => false,
    };
    let keys = rows.flat_map(|row| row.keys.iter().map(|keys| (row.scope, keys.clone())));
    keys.filter(|(_, keys)| leads_there(keys)).collect()
}

fn closes(action: Action) -> bool {
    matches!(
        action,
        Action::Close
            | Action::KeepFilter
            | Action::DropFilter
            | Action::KeepHelpSearch
            | Action::DropHelpSearch
            | Action::Raw(RawAction::KeepSearch | RawAction::DropSearch)
    )
}

fn quits(action: Action) -> bool {
    matches!(action, Action::Quit | Action::QuitNow)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_comes_with_the_program_is_sound() {
        assert_eq!(Keymap::builtin().faults(), []);
    }

    /// These give way to an inner scope, or stand where the other can't be done.
    #[test]
    fn keys_that_stand_twice_on_purpose_are_known() {
        let twice = Keymap::builtin().clashes(|_| true).into_iter().map(|fault| fault.words);
        let twice: BTreeSet<_> = twice.collect();
        insta::assert_snapshot!(twice.into_iter().collect::<Vec<_>>().join("\n"));
    }

    /// A plain terminal sends the same byte for both, or begins with it what no key is.
    #[test]
    fn no_chord_is_bound_that_a_plain_terminal_can_not_tell() {
        let feed: Chord = "ctrl-j".parse().unwrap();
        for row in Keymap::builtin().all() {
            for chord in row.keys.iter().flat_map(Sequence::iter) {
                assert_eq!(chord.unsendable(), None, "{:?}", row.action);
                let ends_a_line = matches!(
                    row.action,
                    Action::KeepFilter
                        | Action::KeepHelpSearch
                        | Action::Raw(RawAction::KeepSearch)
                        | Action::NextField
                );
                assert!(chord != feed || ends_a_line, "{:?}", row.action);
            }
        }
    }
}
