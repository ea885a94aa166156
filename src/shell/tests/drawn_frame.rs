//! Frames to draw: rows of text of any kind, that change, scroll and lead somewhere.

use std::sync::Arc;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthChar as _;

use crate::app::{Links, Size, cells};
use crate::domain::Text;
use crate::view::steady;

/// What is drawn.
#[derive(Debug, Clone, Default)]
pub struct DrawnFrame {
    rows: Vec<Row>,
    background: Color,
}

/// A row, and what stands beside it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    x: u16,
    text: String,
    style: Style,
    /// Which address it leads to; 0 for none.
    link: u8,
    beside: String,
}

/// What becomes of a frame.
#[derive(Debug, Clone)]
pub enum Change {
    /// Another row.
    Row(prop::sample::Index, Row),
    /// The rows of a part of the screen go up, or down, and others come.
    Scroll { is_up: bool, top: prop::sample::Index, bottom: prop::sample::Index, rows: Vec<Row> },
    /// The whole has another background.
    Background(Color),
}

impl DrawnFrame {
    pub fn of(size: Size) -> Self {
        Self { rows: vec![Row::default(); size.height.into()], background: Color::Reset }
    }

    /// The same in another size.
    pub fn resize(&mut self, size: Size) {
        self.rows.resize(size.height.into(), Row::default());
    }

    pub fn change(&mut self, change: Change) {
        let count = self.rows.len();
        match change {
            Change::Background(color) => self.background = color,
            Change::Row(at, row) => self.rows[at.index(count)] = row,
            Change::Scroll { is_up, top, bottom, rows } => {
                let (one, other) = (top.index(count), bottom.index(count));
                let part = &mut self.rows[one.min(other)..=one.max(other)];
                for row in rows {
                    if is_up {
                        part.rotate_left(1);
                        part[part.len() - 1] = row;
                    } else {
                        part.rotate_right(1);
                        part[0] = row;
                    }
                }
            }
        }
    }

    /// Draws it, as `view` does.
    pub fn draw(&self, buffer: &mut Buffer) -> Links {
        let mut links = Links::default();
        let width = buffer.area.width;
        for (row, y) in self.rows.iter().zip(0..) {
            let end = put(buffer, (row.x, y), &row.text, row.style);
            if row.link > 0 {
                let address: Arc<str> = format!("https://console.aws.amazon.com/{}", row.link).into();
                links.add(Rect::new(row.x, y, end.saturating_sub(row.x), 1), &address);
            }
            // Half of what was wide may be drawn over.
            if !row.beside.is_empty() {
                put(buffer, (width / 2, y), &row.beside, Style::new());
                links.cover(Rect::new(width / 2, y, width - width / 2, 1));
            }
        }
        for cell in &mut buffer.content {
            if cell.bg == Color::Reset {
                cell.bg = self.background;
            }
        }
        steady(buffer);
        links
    }
}

/// Gives where the text ends.
fn put(buffer: &mut Buffer, (mut x, y): (u16, u16), text: &str, style: Style) -> u16 {
    for (_, grapheme, width) in cells::graphemes(text).filter(|(_, _, width)| *width > 0) {
        let end = x + u16::try_from(width).unwrap();
        if end > buffer.area.width {
            break;
        }
        for covered in x..end {
            // As the view does it: nothing of what stood there is left.
            buffer[(covered, y)].reset();
            buffer[(covered, y)].set_style(style);
        }
        buffer[(x, y)].set_symbol(grapheme);
        x = end;
    }
    x
}

/// What text may be made of.
const PIECES: [&str; 37] = [
    "a",
    "Z",
    " ",
    "  ",
    "…",
    "─",
    "│┌┐",
    "█▌",
    "機械",
    "日",
    "e\u{301}",
    "é",
    "\u{301}",
    "שלום",
    "مرحبا",
    "لا",
    "กำ",
    "น้ำ",
    "नी",
    "க\u{bca}",
    "ﷺ",
    "ｶﾞ",
    "☰",
    "♥",
    "❤\u{fe0f}",
    "👩\u{200d}🚀",
    "👍🏽",
    "🇩🇪",
    "🇫",
    "1\u{fe0f}\u{20e3}",
    "\u{200b}",
    "\u{ad}",
    "\u{202e}",
    "\u{fffd}",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{3000}",
];

/// Text as it may come from afar, cleaned: wide, combining, of no width, of two directions, joined, in boxes.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[ -~]{1,8}",
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| {
        let text = Text::clean(&pieces.concat()).to_string();
        cells::graphemes(&text)
            .filter(|(_, grapheme, _)| is_seen(grapheme))
            .map(|(_, grapheme, _)| grapheme)
            .collect()
    })
}

/// Whether every terminal gives it a cell of its own: what is to stand before a letter that does not come takes
/// none in some, and joins what is before it.
fn is_seen(grapheme: &str) -> bool {
    cells::drawn(grapheme).next().is_none_or(|first| first.width() != Some(0))
}

fn color() -> impl Strategy<Value = Color> {
    prop_oneof![
        4 => Just(Color::Reset),
        1 => prop::sample::select(&[Color::Red, Color::DarkGray, Color::White, Color::Black, Color::LightCyan][..]),
        1 => any::<u8>().prop_map(Color::Indexed),
        1 => any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
    ]
}

const MODIFIERS: [Modifier; 7] = [
    Modifier::empty(),
    Modifier::BOLD,
    Modifier::DIM,
    Modifier::ITALIC,
    Modifier::UNDERLINED,
    Modifier::REVERSED,
    Modifier::BOLD.union(Modifier::REVERSED),
];

fn style() -> impl Strategy<Value = Style> {
    (color(), color(), prop::sample::select(&MODIFIERS[..]))
        .prop_map(|(text, background, modifier)| Style::new().fg(text).bg(background).add_modifier(modifier))
}

fn row() -> impl Strategy<Value = Row> {
    let link = prop_oneof![3 => Just(0), 1 => 1..4_u8];
    let beside = prop_oneof![2 => Just(String::new()), 1 => text()];
    (0..8_u16, text(), style(), link, beside).prop_map(|(x, text, style, link, beside)| Row {
        x,
        text,
        style,
        link,
        beside,
    })
}

/// What may become of a frame.
pub fn change() -> impl Strategy<Value = Change> {
    let rows = prop::collection::vec(row(), 1..4);
    prop_oneof![
        6 => (any::<prop::sample::Index>(), row()).prop_map(|(at, row)| Change::Row(at, row)),
        6 => (any::<bool>(), any::<(prop::sample::Index, prop::sample::Index)>(), rows)
            .prop_map(|(is_up, (top, bottom), rows)| Change::Scroll { is_up, top, bottom, rows }),
        1 => color().prop_map(Change::Background),
    ]
}
