//! What keeps the screen free of litter.
//!
//! Terminals disagree on how many cells some characters take, and on which of them are one (see
//! `app::cells`). What is written for a cell is what they agree on where that can be. Where it can't,
//! the cell says how many it covers: what follows is then placed by its own position, and the cells
//! that were covered are written anew when it goes.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};

use crate::view::text::cells;

/// Makes a frame fit for any terminal; every character keeps its cells.
pub fn steady(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut at = 0;
        while at < row.len() {
            at += if is_plain(row[at].symbol()) { 1 } else { settle(row, at) };
        }
    }
}

/// The cells of `next` to write, in order, with blanks before each that covers others: a terminal that takes
/// fewer cells for it leaves the rest blank, and not as they were.
pub fn over_blanks<'a>(
    changes: impl Iterator<Item = (u16, u16, &'a Cell)>,
    next: &'a Buffer,
) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    changes.flat_map(move |(x, y, cell)| {
        let taken = match cell.diff_option {
            CellDiffOption::ForcedWidth(taken) => taken.get(),
            CellDiffOption::None | CellDiffOption::Skip | CellDiffOption::AlwaysUpdate => 0,
        };
        // Those that are covered are blank, and look as what covers them.
        let blanks = (0..taken).filter_map(move |at| Some((x + at, y, next.cell((x + at.max(1), y))?)));
        blanks.chain([(x, y, cell)])
    })
}

/// Nearly every cell: one character that takes one cell everywhere.
fn is_plain(symbol: &str) -> bool {
    if symbol.len() == 1 {
        return true;
    }
    let mut chars = symbol.chars();
    let is_of_one_cell = |c: char| {
        c < '\u{300}' && !matches!(c, '\u{a0}' | '\u{ad}')
            || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{25ff}')
    };
    chars.next().is_some_and(is_of_one_cell) && chars.next().is_none()
}

/// Settles one character and tells how many cells it takes.
fn settle(row: &mut [Cell], at: usize) -> usize {
    let symbol = row[at].symbol();
    let drawn = || cells::drawn(symbol);
    let taken: usize = drawn().map(cells::most).sum();
    let covers = at + 1..at + taken;
    // What was drawn later over a part of it counts.
    let is_whole = row.get(covers.clone()).is_some_and(|rest| rest.iter().all(|cell| cell.symbol() == " "));
    if taken == 0 || !is_whole {
        row[at].set_symbol(" ");
        return 1;
    }
    let other = (!drawn().eq(symbol.chars())).then(|| drawn().collect::<String>());
    if let Some(letters) = other.as_deref().filter(|other| other.is_ascii()) {
        for (cell, letter) in row[at..].iter_mut().zip(letters.chars()) {
            cell.set_char(letter);
        }
        return taken;
    }
    if cells::is_disputed(drawn()) {
        cover(row, at, covers);
    }
    if let Some(other) = other {
        row[at].set_symbol(&other);
    }
    taken
}

/// Has the cells differ from blank ones, which would not be written where they were blank before.
fn cover(row: &mut [Cell], at: usize, covers: Range<usize>) {
    let taken = u16::try_from(covers.len() + 1).ok().and_then(NonZeroU16::new);
    row[at].set_diff_option(taken.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth));
    for cell in &mut row[covers] {
        cell.set_diff_option(CellDiffOption::Skip);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn shown(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 14, 1));
        cells::put(&mut buffer, (0, 0), text, 14, Style::new());
        steady(&mut buffer);
        buffer
    }

    #[test]
    fn what_terminals_agree_on_is_drawn_where_there_is_such_a_thing() {
        for (text, drawn) in [
            ("a🇩🇪b", "aDEb"),
            ("x🇪", "xE"),
            ("❤\u{fe0f}!", "❤!"),
            ("1\u{fe0f}\u{20e3}.", "1."),
            ("👩\u{200d}💻👍🏽.", "👩 👍 ."),
            ("日本 é e\u{301}", "日 本  é e\u{301}"),
            ("a\u{ad}b\u{200b}c", "abc"),
            ("\u{301}", "◌\u{301}"),
        ] {
            let symbols: String = shown(text).content.iter().map(Cell::symbol).collect();
            assert_eq!(symbols.trim_end(), drawn, "{text}");
        }
    }

    #[test]
    fn what_takes_more_cells_in_some_terminals_says_how_many() {
        for (text, taken) in [("กำ", 2), ("நா", 2), ("கொ", 2), ("☰", 2), ("नी", 2)] {
            let buffer = shown(&format!("{text}x"));
            let forced = CellDiffOption::ForcedWidth(NonZeroU16::new(taken).unwrap());
            assert_eq!((buffer[(0, 0)].symbol(), buffer[(0, 0)].diff_option), (text, forced), "{text}");
            assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::Skip);
            assert_eq!(
                (buffer[(taken, 0)].symbol(), buffer[(taken, 0)].diff_option),
                ("x", CellDiffOption::None)
            );
        }
    }

    #[test]
    fn the_cells_of_what_goes_are_written_even_if_nothing_comes() {
        for text in ["กำ", "நா", "कि", "☰"] {
            let (before, after) = (shown(text), shown("a"));
            let written: Vec<u16> = before.diff_iter(&after).map(|(x, ..)| x).collect();
            assert_eq!(written, [0, 1], "{text}");
        }
    }

    #[test]
    fn what_is_drawn_over_a_part_of_another_counts() {
        for (text, over) in [("กำ", 1), ("機", 1), ("👩\u{200d}💻", 1)] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
            cells::put(&mut buffer, (0, 0), text, 4, Style::new());
            buffer[(over, 0)].set_char('…');
            steady(&mut buffer);
            let symbols: String = buffer.content.iter().map(Cell::symbol).collect();
            assert_eq!(symbols, " …  ", "{text}");
        }
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        cells::put(&mut buffer, (0, 0), "aகொb", 6, Style::new());
        cells::clear(&mut buffer, Rect::new(2, 0, 2, 1));
        steady(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["a     "]));
    }
}
