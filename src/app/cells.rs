//! Text measured in cells, as ratatui draws it: for what has to be known before anything is drawn.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// How many cells `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    graphemes(text).map(|(_, _, width)| width).sum()
}

/// What is drawn as one: where it begins, the text, and its cells. Control characters take none.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true).map(|(at, grapheme)| {
        let drawn = !grapheme.contains(char::is_control);
        (at, grapheme, if drawn { usize::from(grapheme.cell_width()) } else { 0 })
    })
}

/// As much of `text`, from its start, as fits into `room` cells; with a cell to spare for `…` if
/// that is not all of it.
#[must_use]
pub fn clip(text: &str, room: usize) -> (&str, bool) {
    if text.len() <= room && text.is_ascii() {
        return (text, false);
    }
    let (mut used, mut kept) = (0, 0);
    for (at, grapheme, cells) in graphemes(text) {
        used += cells;
        if used > room {
            return (&text[..kept], true);
        }
        if used < room {
            kept = at + grapheme.len();
        }
    }
    (text, false)
}

/// A name with `…` in its middle where it is not all of it: names that are made differ at their ends.
#[must_use]
pub fn middled(text: &str, room: usize) -> String {
    let whole = width(text);
    if whole <= room || room < 8 {
        return shortened(text, room);
    }
    let behind = (room - 1) / 2;
    let mut left = whole;
    let mut end = text.len();
    for (at, _, cells) in graphemes(text) {
        if left <= behind {
            end = at;
            break;
        }
        left -= cells;
    }
    let tail = &text[end..];
    format!("{}{tail}", shortened(text, room - width(tail)))
}

/// The same with `…` behind what is not all of it. Where there is no room at all, nothing is left.
#[must_use]
pub fn shortened(text: &str, room: usize) -> String {
    match clip(text, room) {
        _ if room == 0 => String::new(),
        (kept, true) => format!("{kept}…"),
        (all, false) => all.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_both_of_its_ends() {
        for (text, room, shown) in [
            ("production", 10, "production"),
            ("team-ml-platform-AdministratorAccess", 20, "team-ml-pl…torAccess"),
            ("team-ml-platform-AdministratorAccess", 7, "team-m…"),
            ("プロダクション環境の管理者", 12, "プロ…の管理者"),
            ("", 0, ""),
        ] {
            let middle = middled(text, room);
            assert!(width(&middle) <= room, "{middle}");
            if text.is_ascii() {
                assert_eq!(middle, shown);
            }
        }
    }
}
