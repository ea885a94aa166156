//! Rows that only moved: the terminal moves them by itself, which takes a few bytes instead of all of them.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

use crate::app::Links;

use super::rows::{all, row};

/// Rows, which move all at once. Those that go out are lost, and blank ones come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrolling {
    /// Which rows, over the whole width: a terminal scrolls no less.
    rows: Range<u16>,
    /// How far, in rows.
    by: u16,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The rows go up, as where the cursor of a list goes down past the last that is to be seen.
    Up,
    Down,
}

/// Where fewer rows changed, nothing moved that is worth it.
const FEWEST: usize = 4;
/// So many rows that changed are looked for elsewhere.
const PROBES: usize = 4;
/// As many cells as scrolling costs bytes.
const COST: usize = 30;

impl Scrolling {
    /// What is to scroll so that less is to be written from `shown` to `next`, which are of one size and differ in
    /// these rows; nothing where nothing is worth it.
    pub fn find(shown: &Buffer, next: &Buffer, changed: &[u16]) -> Option<Self> {
        if changed.len() < FEWEST {
            return None;
        }
        let mut probes = (1..=PROBES).filter_map(|at| changed.get(at * changed.len() / (PROBES + 1)));
        let (to, from) = probes.find_map(|y| Some((*y, source(shown, next, *y)?)))?;
        let way = if from > to { Way::Up } else { Way::Down };
        best(shown, next, from.abs_diff(to), way)
    }

    /// Has the terminal do it. Its look must be the default: blank rows get the colour of the ground. Where the
    /// cursor is then is not known.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let (first, last) = (self.rows.start + 1, self.rows.end);
        // Going over the edge is what every terminal scrolls at; not each has a sequence for it.
        let (edge, over) = match self.way {
            Way::Up => (last, "\n"),
            Way::Down => (first, "\x1bM"),
        };
        write!(out, "\x1b[{first};{last}r\x1b[{edge}H{}\x1b[r", over.repeat(self.by.into()))
    }

    /// Does it to what is known to be on the terminal.
    pub fn apply(&self, shown: &mut Buffer, links: &mut Links) {
        let width = usize::from(shown.area.width);
        let at = |y: u16| usize::from(y) * width;
        let cells = &mut shown.content[at(self.rows.start)..at(self.rows.end)];
        let (by, kept) = (at(self.by), cells.len().saturating_sub(at(self.by)));
        match self.way {
            Way::Up => {
                cells.rotate_left(by);
                cells[kept..].fill(Cell::EMPTY);
            }
            Way::Down => {
                cells.rotate_right(by);
                cells[..by].fill(Cell::EMPTY);
            }
        }
        links.follow(|y| if self.rows.contains(&y) { self.moved(y) } else { Some(y) });
    }

    /// Where a row of those that scroll is then, if it is.
    fn moved(&self, y: u16) -> Option<u16> {
        let to = match self.way {
            Way::Up => y.checked_sub(self.by),
            Way::Down => y.checked_add(self.by),
        };
        to.filter(|to| self.rows.contains(to))
    }
}

/// The nearest row of `shown` that a row of `next` is the same as.
fn source(shown: &Buffer, next: &Buffer, y: u16) -> Option<u16> {
    let wanted = row(next, y);
    all(shown).filter(|other| row(shown, *other) == wanted).min_by_key(|other| other.abs_diff(y))
}

/// The rows that are best to scroll by so many, if any are.
fn best(shown: &Buffer, next: &Buffer, by: u16, way: Way) -> Option<Scrolling> {
    // In the order in which rows are given on.
    let height = next.area.height;
    let targets = 0..height.checked_sub(by)?;
    let mut best: Option<(usize, Range<u16>)> = None;
    let (mut begin, mut gain) = (0, 0_usize);
    for target in targets {
        let (from, to) = match way {
            Way::Up => (target + by, target),
            Way::Down => (target, target + by),
        };
        let spared = differences(row(shown, to), row(next, to));
        let spent = differences(row(shown, from), row(next, to));
        if gain + spared <= spent {
            (begin, gain) = (target + 1, 0);
            continue;
        }
        gain = gain + spared - spent;
        if best.as_ref().is_none_or(|(most, _)| gain > *most) {
            best = Some((gain, begin..target + 1 + by));
        }
    }
    let (gain, rows) = best?;
    let scrolling = Scrolling { rows, by, way };
    (gain > COST + scrolling.spoilt(shown, next)).then_some(scrolling)
}

impl Scrolling {
    /// How many cells more differ in the rows that come in blank.
    fn spoilt(&self, shown: &Buffer, next: &Buffer) -> usize {
        let blank = match self.way {
            Way::Up => self.rows.end - self.by..self.rows.end,
            Way::Down => self.rows.start..self.rows.start + self.by,
        };
        let filled = |y| row(next, y).iter().filter(|cell| **cell != Cell::EMPTY).count();
        blank.map(|y| filled(y).saturating_sub(differences(row(shown, y), row(next, y)))).sum()
    }
}

fn differences(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one != other).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Position;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::app::Size;
    use crate::shell::Screen;

    const SIZE: Size = Size { width: 40, height: 12 };

    /// A frame: rows of a list from `top` on, one of them under the cursor, between a head and a foot, or beside
    /// something else.
    #[derive(Debug, Clone)]
    struct Frame {
        top: usize,
        under: u16,
        ground: Color,
        has_detail: bool,
        link: Option<u16>,
        caret: Option<u16>,
    }

    const PLAIN: Frame =
        Frame { top: 0, under: 0, ground: Color::Reset, has_detail: false, link: None, caret: None };

    impl Frame {
        fn draw(&self, buffer: &mut Buffer) -> (Option<Position>, Links) {
            let names = ["pytorch-2.4-gpu", "日本語-イメージ", "sklearn", "", "tf ▌ … e\u{301}", "x"];
            buffer.set_style(buffer.area, Style::new().bg(self.ground));
            buffer.set_string(1, 0, format!("Images {}", self.top + usize::from(self.under)), Style::new());
            let mut links = Links::default();
            for y in 1..SIZE.height - 1 {
                let at = self.top + usize::from(y);
                let style = if self.under + 1 == y { Style::new().reversed() } else { Style::new() };
                buffer.set_string(0, y, format!("│ {:<30}", ""), style);
                buffer.set_stringn(2, y, format!("{at} {}", names[at % names.len()]), 24, style);
                if self.has_detail {
                    buffer.set_string(28, y, format!("│ {:x}", (self.top + at) * 7919), Style::new());
                }
                if self.link == Some(y) {
                    links.add(ratatui::layout::Rect::new(2, y, 4, 1), &"https://example.com/".into());
                }
            }
            buffer.set_string(0, SIZE.height - 1, "q quit", Style::new().fg(Color::DarkGray));
            (self.caret.map(|x| Position { x, y: 0 }), links)
        }
    }

    fn terminal() -> vt100::Parser {
        vt100::Parser::new(SIZE.height.try_into().unwrap(), SIZE.width.try_into().unwrap(), 0)
    }

    /// What a person sees of a cell. One that was erased is a blank one.
    fn seen(terminal: &vt100::Parser, (row, column): (u16, u16)) -> (String, [vt100::Color; 2], [bool; 5]) {
        let cell = terminal.screen().cell(row, column).unwrap();
        let symbol =
            if cell.contents().is_empty() && !cell.is_wide_continuation() { " " } else { cell.contents() };
        let look = [cell.bold(), cell.italic(), cell.underline(), cell.inverse(), cell.is_wide()];
        let color = if symbol == " " && look == [false; 5] { vt100::Color::Default } else { cell.fgcolor() };
        (symbol.to_owned(), [color, cell.bgcolor()], look)
    }

    /// What is written for each frame, after which the terminal shows it cell for cell.
    fn written(frames: &[Frame]) -> Vec<String> {
        let mut screen = Screen::new(Vec::new(), SIZE);
        screen.show_links(true);
        let mut terminal = terminal();
        let mut written = Vec::new();
        for frame in frames {
            let mut drawn = Buffer::default();
            let draw = |buffer: &mut Buffer| {
                let (caret, links) = frame.draw(buffer);
                drawn.clone_from(buffer);
                ((), caret, links)
            };
            screen.paint_with_links(SIZE, draw).unwrap();
            let bytes = std::mem::take(screen.writer());
            terminal.process(&bytes);
            let mut fresh = Screen::new(Vec::new(), SIZE);
            fresh.forget();
            fresh.paint(SIZE, |buffer| (buffer.clone_from(&drawn), None)).unwrap();
            let mut wanted = self::terminal();
            wanted.process(fresh.writer());
            for at in (0..SIZE.height).flat_map(|row| (0..SIZE.width).map(move |column| (row, column))) {
                let [is, wanted] = [&terminal, &wanted].map(|one| seen(one, at));
                assert_eq!(is, wanted, "{at:?} of {frame:?}: {}", terminal.screen().contents());
            }
            written.push(String::from_utf8(bytes).unwrap());
        }
        written
    }

    fn frame() -> impl Strategy<Value = Frame> {
        let ground = prop_oneof![Just(Color::Reset), Just(Color::Reset), Just(Color::Blue)];
        let maybe = |upto: u16| prop::option::weighted(0.3, 1..upto);
        let how = (ground, any::<bool>(), maybe(SIZE.height - 1), maybe(SIZE.width));
        (0..20_usize, 0..SIZE.height - 2, how).prop_map(|(top, under, (ground, has_detail, link, caret))| {
            Frame { top, under, ground, has_detail, link, caret }
        })
    }

    proptest! {
        #[test]
        fn whatever_moved_the_terminal_shows_what_was_drawn(frames in prop::collection::vec(frame(), 1..8)) {
            written(&frames);
        }
    }

    #[test]
    fn a_list_that_moves_by_a_row_is_moved_by_the_terminal() {
        let at = |top, under| Frame { top, under, ..PLAIN };
        let down = written(&[at(0, 9), at(1, 9)]);
        assert!(down[1].contains("\x1b[2;10r\x1b[10H\n\x1b[r"), "{:?}", down[1]);
        assert!(down[1].len() < 200, "{} {:?}", down[1].len(), down[1]);
        let up = written(&[at(3, 0), at(2, 0)]);
        assert!(up[1].contains("H\x1bM\x1b[r") && up[1].len() < 200, "{:?}", up[1]);
        let page = written(&[at(0, 9), at(4, 9)]);
        assert!(page[1].contains("H\n\n\n\n\x1b[r"), "{:?}", page[1]);
    }

    #[test]
    fn what_does_not_pay_is_not_moved() {
        let beside = |top| Frame { top, has_detail: true, ..PLAIN };
        let other = |under| Frame { under, ..PLAIN };
        for frames in [[beside(0), beside(1)], [other(3), other(4)]] {
            let second = &written(&frames)[1];
            assert!(!second.contains("\x1b[r"), "{second:?}");
        }
    }
}
