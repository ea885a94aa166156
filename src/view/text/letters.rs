//! Letters that were found in a text.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;

use crate::view::theme::Theme;

use super::cells;

/// Marks those of `letters`, counted from 0 and in order, as `drawn` of a `text` has just been drawn from a
/// cell on: the whole of it, or with a `…` for its middle or its end.
pub fn mark(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    letters: &[u32],
    (text, drawn): (&str, &str),
    theme: Theme,
) {
    let places = places(text, drawn);
    let (mut at, style) = (x, theme.found());
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
