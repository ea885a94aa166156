//! The letters that the filter found.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;

use crate::app::{Filter, Within, matcher};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// What marks the letters that a filter found.
pub struct Marker<'a> {
    filter: &'a Filter,
    /// Made with the first text in which letters are looked for: it takes more than 100 KiB.
    matcher: Option<nucleo_matcher::Matcher>,
    theme: Theme,
}

impl<'a> Marker<'a> {
    /// What marks the letters that `filter` found.
    pub fn new(filter: &'a Filter, theme: Theme) -> Self {
        Self { filter, matcher: None, theme }
    }

    /// Marks them in `text`, as `drawn` of it has just been drawn from a cell on: the whole of it, or
    /// with a `…` for its middle or its end.
    pub fn mark(&mut self, buffer: &mut Buffer, (x, y): (u16, u16), (text, of): (&str, Within), drawn: &str) {
        if self.filter.is_open() {
            return;
        }
        let letters = self.filter.letters(text, of, self.matcher.get_or_insert_with(matcher));
        if letters.is_empty() {
            return;
        }
        let places = places(text, drawn);
        let (mut at, style) = (x, self.theme.found());
        for ((_, _, width), number) in cells::graphemes(drawn).zip(places) {
            if at >= buffer.area.right() {
                return;
            }
            if width > 0 && number.is_some_and(|number| letters.binary_search(&number).is_ok()) {
                buffer[(at, y)].set_style(style);
            }
            at = at.saturating_add(cells::short(width));
        }
    }
}

/// For each character that was drawn, which of the text it is, from 0; the `…` of a cut is none of it.
fn places(text: &str, drawn: &str) -> Vec<Option<u32>> {
    let count = |text: &str| cells::short(cells::graphemes(text).count()).into();
    let (all, kept): (u32, u32) = (count(text), count(drawn));
    if text == drawn {
        return (0..all).map(Some).collect();
    }
    let pairs = cells::graphemes(text).zip(cells::graphemes(drawn));
    let before = (0_u32..).zip(pairs).find(|(_, (whole, cut))| whole.1 != cut.1).map_or(kept, |(at, _)| at);
    (0..kept)
        .map(|at| match at.cmp(&before) {
            Ordering::Less => Some(at),
            Ordering::Equal => None,
            Ordering::Greater => Some((all + at).saturating_sub(kept)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_on_both_sides_of_a_cut() {
        for (text, drawn, expected) in [
            ("abc", "abc", vec![Some(0), Some(1), Some(2)]),
            ("abcdef", "ab…f", vec![Some(0), Some(1), None, Some(5)]),
            ("abcdef", "abc…", vec![Some(0), Some(1), Some(2), None]),
            ("aaaaaa", "…a", vec![None, Some(5)]),
            ("", "", vec![]),
        ] {
            assert_eq!(places(text, drawn), expected, "{text} as {drawn}");
        }
    }
}
