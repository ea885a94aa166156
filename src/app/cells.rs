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

/// The same with `…` behind what is not all of it. Where there is no room at all, nothing is left.
#[must_use]
pub fn shortened(text: &str, room: usize) -> String {
    match clip(text, room) {
        _ if room == 0 => String::new(),
        (kept, true) => format!("{kept}…"),
        (all, false) => all.to_owned(),
    }
}
