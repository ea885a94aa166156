//! Links (OSC 8) around the cells that are written. ratatui's cells know nothing of them, so what is a link is
//! told beside the cells, and is here made a part of each: one that ceases to be of a link is written anew.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;

use crate::app::Links;
use crate::view::over_blanks;

/// A cell to write, and where.
type Change<'a> = (u16, u16, &'a Cell);

/// The cells that look as they did but lead elsewhere, in order.
pub fn changes<'a>((shown, old): (&Buffer, &Links), (next, new): (&'a Buffer, &Links)) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    if old == new {
        return changes;
    }
    let written: HashSet<_> = over_blanks(shown.diff_iter(next), next).map(|(x, y, _)| (x, y)).collect();
    for link in old.iter().chain(new.iter()) {
        let area = link.area.intersection(next.area);
        // From the first of the row on: a wide character before the link may reach into it.
        let mut x = next.area.left();
        while x < area.right() {
            let (y, cell) = (area.y, &next[(x, area.y)]);
            let position = Position { x, y };
            // What covers others, or is covered, goes by the rules of the frame alone.
            let is_plain = x >= area.left() && cell.diff_option == CellDiffOption::None;
            if is_plain && old.at(position) != new.at(position) && !written.contains(&(x, y)) {
                changes.push((x, y, cell));
            }
            x += cell.cell_width().max(1);
        }
    }
    changes.sort_by_key(|(x, y, _)| (*y, *x));
    changes.dedup_by_key(|(x, y, _)| (*x, *y));
    changes
}

/// Begins a link. The parts of one that is broken over rows are one by their id.
///
/// # Errors
///
/// When it can't be written.
pub fn begin(address: &str, out: &mut impl Write) -> io::Result<()> {
    write!(out, "\x1b]8;id={:x};{address}\x1b\\", id(address))
}

/// Ends the link.
///
/// # Errors
///
/// When it can't be written.
pub fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\x1b]8;;\x1b\\")
}

fn id(address: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    address.hash(&mut hasher);
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::app::Size;
    use crate::shell::Screen;

    const SIZE: Size = Size { width: 12, height: 3 };

    /// A terminal that keeps for each cell what stands there and where it leads.
    struct Terminal {
        cells: Vec<Vec<(char, Option<String>)>>,
        at: (usize, usize),
        link: Option<String>,
    }

    impl Terminal {
        fn new() -> Self {
            let row = vec![(' ', None); usize::from(SIZE.width)];
            Self { cells: vec![row; usize::from(SIZE.height)], at: (0, 0), link: None }
        }

        fn take(&mut self, bytes: &[u8]) {
            let text = std::str::from_utf8(bytes).unwrap();
            let mut rest = text;
            while let Some(c) = rest.chars().next() {
                rest = &rest[c.len_utf8()..];
                if c.is_control() && c != '\u{1b}' {
                    self.move_along(c);
                } else if c != '\u{1b}' {
                    let (row, column) = self.at;
                    self.cells[row][column] = (c, self.link.clone());
                    self.at.1 += 1;
                } else if let Some(sequence) = rest.strip_prefix("]8;") {
                    let (link, behind) = sequence.split_once("\x1b\\").unwrap();
                    let (_, address) = link.split_once(';').unwrap();
                    self.link = Some(address.to_owned()).filter(|address| !address.is_empty());
                    rest = behind;
                } else {
                    rest = self.obey(rest.strip_prefix('[').unwrap());
                }
            }
        }

        fn move_along(&mut self, control: char) {
            match control {
                '\n' => self.at.0 += 1,
                '\r' => self.at.1 = 0,
                '\u{8}' => self.at.1 -= 1,
                other => panic!("{other:?}"),
            }
        }

        /// Does what a sequence says, and gives what is behind it.
        fn obey<'a>(&mut self, sequence: &'a str) -> &'a str {
            let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let (numbers, kind) = (&sequence[..end], &sequence[end..=end]);
            let number = |text: &str| text.parse::<usize>().unwrap_or(1);
            let (row, column) = self.at;
            match kind {
                "H" => {
                    let (row, column) = numbers.split_once(';').unwrap_or((numbers, "1"));
                    self.at = (number(row) - 1, number(column) - 1);
                }
                "G" => self.at.1 = number(numbers) - 1,
                "C" => self.at.1 += number(numbers),
                "D" => self.at.1 -= number(numbers),
                "K" => self.cells[row][column..].fill((' ', None)),
                "X" => self.cells[row][column..][..number(numbers)].fill((' ', None)),
                _ => {}
            }
            &sequence[end + 1..]
        }
    }

    fn address(number: u8) -> Arc<str> {
        format!("https://console.aws.amazon.com/{number}").into()
    }

    /// Words at a place, and the number of the address that they lead to; 0 for none.
    type Part = (u16, u16, String, u8);

    fn paint(screen: &mut Screen<Vec<u8>>, parts: &[Part]) -> Vec<Vec<(char, Option<String>)>> {
        let mut wanted = Terminal::new().cells;
        let draw = |buffer: &mut Buffer| {
            let mut links = Links::default();
            for (x, y, words, number) in parts {
                let width = u16::try_from(words.len()).unwrap().min(SIZE.width - x);
                buffer.set_string(*x, *y, words, Style::new());
                let area = Rect::new(*x, *y, width, 1);
                links.cover(area);
                if *number > 0 {
                    links.add(area, &address(*number));
                }
            }
            for (row, y) in wanted.iter_mut().zip(0..) {
                for (cell, x) in row.iter_mut().zip(0..) {
                    let letter = buffer[(x, y)].symbol().chars().next().unwrap();
                    *cell = (letter, links.at(Position { x, y }).map(ToString::to_string));
                }
            }
            ((), None, links)
        };
        screen.paint_with_links(SIZE, draw).unwrap();
        wanted
    }

    fn parts() -> impl Strategy<Value = Vec<Part>> {
        prop::collection::vec((0..SIZE.width, 0..SIZE.height, "[ab]{1,8}", 0..3_u8), 0..4)
    }

    proptest! {
        #[test]
        fn each_cell_leads_where_it_was_drawn_to_lead(frames in prop::collection::vec((parts(), any::<bool>()), 1..8)) {
            let mut screen = Screen::new(Vec::new(), SIZE);
            screen.show_links(true);
            let mut terminal = Terminal::new();
            for (parts, is_forgotten) in &frames {
                if *is_forgotten {
                    screen.forget();
                }
                let wanted = paint(&mut screen, parts);
                let written = std::mem::take(screen.writer());
                if String::from_utf8_lossy(&written).contains("\x1b[2J") {
                    terminal = Terminal::new();
                }
                terminal.take(&written);
                prop_assert_eq!(&terminal.cells, &wanted);
                prop_assert_eq!(&terminal.link, &None, "it is closed");
            }
        }
    }

    #[test]
    fn where_no_link_changes_not_a_byte_more_is_written() {
        let written = |shows: bool, parts: &[&[Part]]| {
            let mut screen = Screen::new(Vec::new(), SIZE);
            screen.show_links(shows);
            for parts in parts {
                screen.writer().clear();
                paint(&mut screen, parts);
            }
            String::from_utf8(screen.writer().clone()).unwrap()
        };
        let link = (0, 0, "link".to_owned(), 1);
        let (before, after) = ((0, 2, "one".to_owned(), 0), (0, 2, "two".to_owned(), 0));
        let frames: [&[Part]; 2] = [&[link.clone(), before], &[link.clone(), after]];
        assert_eq!(written(true, &frames), written(false, &frames));
        let same: [&[Part]; 2] = [std::slice::from_ref(&link), std::slice::from_ref(&link)];
        assert_eq!(written(true, &same), "");
        // Only where it leads has changed.
        let elsewhere = (0, 0, "link".to_owned(), 2);
        let moved = written(true, &[std::slice::from_ref(&link), &[elsewhere]]);
        assert!(moved.contains("amazon.com/2\x1b\\link") && moved.contains("\x1b]8;;\x1b\\"), "{moved:?}");
        assert!(!written(false, &[&[link]]).contains("\x1b]8;"));
    }

    #[test]
    fn a_link_that_is_broken_over_rows_has_one_id() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        screen.show_links(true);
        let part = |x, y, number| (x, y, "a".to_owned(), number);
        paint(&mut screen, &[part(0, 0, 1), part(4, 0, 0), part(0, 1, 1), part(0, 2, 2)]);
        let written = String::from_utf8(screen.writer().clone()).unwrap();
        let ids: Vec<_> =
            written.split("\x1b]8;id=").skip(1).map(|it| &it[..it.find(';').unwrap()]).collect();
        assert!(ids.len() == 3 && ids[0] == ids[1] && ids[1] != ids[2], "{ids:?}");
    }
}
