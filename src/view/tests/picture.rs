//! A buffer as text that can be read in a review.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::tz::{TimeZone, offset};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::app::App;
use crate::view::{Look, Theme, view};

/// Draws `app` with or without colour, at Berlin's winter time, and the terminal's cursor as a block.
pub fn draw(app: &App, colour: bool) -> Buffer {
    let buffer = draw_in(app, Theme::new(colour));
    assert!(buffer.content.iter().all(|cell| cell.bg == Color::Reset), "nothing is filled");
    buffer
}

/// Draws `app` in a theme, likewise.
pub fn draw_in(app: &App, theme: Theme) -> Buffer {
    let look = Look { theme, zone: TimeZone::fixed(offset(1)) };
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    if let Some(caret) = view(app, &look, &mut buffer).caret {
        buffer[caret].modifier.insert(Modifier::REVERSED);
    }
    buffer
}

/// The text, row by row.
pub fn text(buffer: &Buffer) -> String {
    rows(buffer, |cell| cell.symbol().to_owned())
}

/// Text, then a letter for the style of each cell, then what the letters mean.
pub fn picture(buffer: &Buffer) -> String {
    let mut letters: BTreeMap<String, char> = BTreeMap::new();
    let styles = rows(buffer, |cell| {
        let style = style(cell);
        let next = char::from(b'a' + u8::try_from(letters.len()).unwrap());
        let letter = if style.is_empty() { ' ' } else { *letters.entry(style).or_insert(next) };
        letter.to_string().repeat(usize::from(cell.cell_width()))
    });
    let mut picture = text(buffer) + "\n" + &styles + "\n";
    for (style, letter) in &letters {
        writeln!(picture, "{letter} ={style}").unwrap();
    }
    picture
}

fn rows(buffer: &Buffer, mut show: impl FnMut(&Cell) -> String) -> String {
    let area = buffer.area;
    let mut rows = String::new();
    for y in 0..area.height {
        let mut row = String::new();
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            row.push_str(&show(cell));
            x += cell.cell_width().max(1);
        }
        rows.push('|');
        rows.push_str(&row);
        rows.push_str("|\n");
    }
    rows
}

fn style(cell: &Cell) -> String {
    let mut style = String::new();
    if cell.fg != Color::Reset {
        write!(style, " {}", cell.fg).unwrap();
    }
    if cell.bg != Color::Reset {
        write!(style, " on {}", cell.bg).unwrap();
    }
    for (modifier, word) in [
        (Modifier::BOLD, " bold"),
        (Modifier::DIM, " dim"),
        (Modifier::REVERSED, " reversed"),
        (Modifier::UNDERLINED, " underlined"),
        (Modifier::CROSSED_OUT, " struck"),
    ] {
        if cell.modifier.contains(modifier) {
            style.push_str(word);
        }
    }
    style
}
