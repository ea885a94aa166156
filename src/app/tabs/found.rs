//! What a search finds in a text.

use std::ops::Range;

/// So many matches at most are found.
const MOST: usize = 10_000;

/// The matches of what is searched for, none over another, and which of them the person is at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    matches: Vec<Range<usize>>,
    at: usize,
}

impl Found {
    /// Finds `wanted` in `text`; nothing where nothing is wanted. Small letters stand for capitals too, as
    /// long as no capital is wanted.
    #[must_use]
    pub fn of(text: &str, wanted: &str) -> Self {
        let folds = !wanted.chars().any(char::is_uppercase);
        let wanted: Vec<char> = wanted.chars().collect();
        let mut matches = Vec::new();
        let mut from = 0;
        while let Some(found) = next(text, from, &wanted, folds) {
            from = found.end;
            matches.push(found);
            if matches.len() == MOST {
                break;
            }
        }
        Self { matches, at: 0 }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Whether there may be more than were looked for.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.matches.len() == MOST
    }

    /// The number of the match that the person is at, the first being 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// That match.
    #[must_use]
    pub fn current(&self) -> Option<Range<usize>> {
        self.matches.get(self.at).cloned()
    }

    /// The matches within or over the bytes of `row`, each with whether the person is at it.
    pub fn within(&self, row: Range<usize>) -> impl Iterator<Item = (Range<usize>, bool)> + '_ {
        let first = self.matches.partition_point(|found| found.end <= row.start);
        let found = self.matches.iter().enumerate().skip(first).take_while(move |(_, it)| it.start < row.end);
        found.map(|(number, found)| (found.clone(), number == self.at))
    }

    /// Goes to the first match that begins at `byte` or behind it; behind the last, to the first.
    pub fn go_to(&mut self, byte: usize) {
        let at = self.matches.partition_point(|found| found.start < byte);
        self.at = if at == self.matches.len() { 0 } else { at };
    }

    /// Goes to the next match, or to the one before, round and round.
    pub fn step(&mut self, forward: bool) {
        let count = self.matches.len().max(1);
        self.at = (self.at + if forward { 1 } else { count - 1 }) % count;
    }
}

/// The first match at `from` or behind it.
fn next(text: &str, from: usize, wanted: &[char], folds: bool) -> Option<Range<usize>> {
    let first = *wanted.first()?;
    let is_same = |c: char, wanted: char| {
        c == wanted
            || folds
                && if c.is_ascii() { c.eq_ignore_ascii_case(&wanted) } else { c.to_lowercase().eq([wanted]) }
    };
    let begins = text.get(from..)?.char_indices().filter(|(_, c)| is_same(*c, first));
    begins.map(|(at, _)| from + at).find_map(|begin| {
        let mut chars = text[begin..].char_indices();
        for &wanted in wanted {
            chars.next().filter(|(_, c)| is_same(*c, wanted))?;
        }
        Some(begin..begin + chars.offset())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_find_capitals_and_capitals_only_themselves() {
        for (text, wanted, found) in [
            ("abcABC", "bc", &[(1, 3), (4, 6)][..]),
            ("abcABC", "BC", &[(4, 6)]),
            ("ÄäÄ", "ä", &[(0, 2), (2, 4), (4, 6)]),
            ("aaaa", "aa", &[(0, 2), (2, 4)]),
            ("a機械a", "械", &[(4, 7)]),
            ("ab", "abc", &[]),
            ("ab", "", &[]),
            ("", "a", &[]),
        ] {
            let matches: Vec<_> =
                Found::of(text, wanted).matches.into_iter().map(|it| (it.start, it.end)).collect();
            assert_eq!(matches, found, "{wanted:?} in {text:?}");
        }
    }

    #[test]
    fn steps_go_round_and_rows_have_their_matches() {
        let mut found = Found::of("x..x..x", "x");
        let mut at = |forward| {
            found.step(forward);
            found.at()
        };
        assert_eq!([at(true), at(true), at(true), at(false)], [1, 2, 0, 2]);
        found.go_to(1);
        assert_eq!(found.current(), Some(3..4));
        found.go_to(7);
        assert_eq!(found.current(), Some(0..1));
        assert_eq!(found.within(1..7).collect::<Vec<_>>(), [(3..4, false), (6..7, false)]);
        assert_eq!(Found::of("abcd", "bc").within(2..4).count(), 1, "it goes over the end of a row");
        Found::default().step(false);
    }

    #[test]
    fn not_more_is_found_than_anybody_looks_at() {
        let found = Found::of(&"x".repeat(1 << 20), "x");
        assert_eq!((found.len(), found.is_cut()), (MOST, true));
    }
}
