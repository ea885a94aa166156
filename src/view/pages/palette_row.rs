//! A row of the palette.
//!
//! ```text
//! ▌ edit               edit what is shown: the image, or all marked ones…      e
//!  –undo               sagescope hasn't changed this image yet.        u
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::PaletteRow;
use crate::app::cells::middled;
use crate::view::text::{cells, letters};
use crate::view::theme::Theme;

/// Marker and symbol.
const LEAD: u16 = 2;
const GAP: u16 = 2;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// What a row does is not shown in fewer cells.
const LEAST_HELP: u16 = 16;
/// A name is not wider where there is something beside it.
const MOST_NAME: usize = 34;

/// The columns, in cells; 0 where there is no room for one.
#[derive(Debug, Clone, Copy)]
pub struct PaletteColumns {
    name: u16,
    help: u16,
    key: u16,
}

impl PaletteColumns {
    /// Divides `width` cells for these rows: name, then key, then what they do.
    #[must_use]
    pub fn of(width: u16, rows: &[PaletteRow]) -> Self {
        let widest = |of: fn(&PaletteRow) -> &str| rows.iter().map(|row| cells::width(of(row))).max();
        let room = width.saturating_sub(LEAD + EDGE);
        let name = cells::short(widest(|row| &row.name).unwrap_or_default().min(MOST_NAME)).min(room);
        let beside = |column: u16, taken: u16| if column + GAP + taken <= room { column } else { 0 };
        let key = match widest(|row| &row.key).unwrap_or_default() {
            0 => 0,
            widest => beside(cells::short(widest), name),
        };
        let taken = name + if key > 0 { key + GAP } else { 0 };
        let help = room.saturating_sub(taken + GAP);
        let help = if help >= LEAST_HELP { help } else { 0 };
        // Where nothing stands beside them, names have all the room.
        let name = if help > 0 { name } else { room.saturating_sub(if key > 0 { key + GAP } else { 0 }) };
        Self { name, help, key }
    }
}

/// Draws one row: of what can't be done, why is said in place of what it does.
pub fn draw(
    row: &PaletteRow,
    is_cursor: bool,
    columns: PaletteColumns,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let style = match (&row.obstacle, is_cursor) {
        (None, true) => theme.strong(),
        (None, false) => theme.plain(),
        (Some(_), true) => theme.dim().patch(theme.strong()),
        (Some(_), false) => theme.dim(),
    };
    if is_cursor {
        cells::put(buffer, (area.x, area.y), "▌", area.width.min(1), theme.accent());
    }
    if row.obstacle.is_some() && area.width > 1 {
        cells::put(buffer, (area.x + 1, area.y), "–", 1, theme.dim());
    }
    let mut x = area.x.saturating_add(LEAD);
    let name = middled(&row.name, columns.name.into());
    put(buffer, (x, area.y), (&row.name, &name), style, &row.name_letters, theme);
    x = x.saturating_add(columns.name + GAP);
    if columns.help > 0 {
        let (text, typed) = match &row.obstacle {
            Some(why) => (why, &[][..]),
            None => (&row.help, &row.help_letters[..]),
        };
        let drawn = cells::shortened(text, columns.help.into());
        put(buffer, (x, area.y), (text, &drawn), theme.dim(), typed, theme);
    }
    if columns.key > 0 {
        let width = cells::short(cells::width(&row.key));
        let x = area.right().saturating_sub(EDGE + width);
        let key = if row.obstacle.is_some() { theme.dim() } else { theme.accent() };
        cells::put(buffer, (x, area.y), &row.key, width, key);
    }
}

/// Draws so much of a text and marks its letters that were typed.
fn put(
    buffer: &mut Buffer,
    at: (u16, u16),
    (text, drawn): (&str, &str),
    style: Style,
    typed: &[u32],
    theme: Theme,
) {
    cells::put(buffer, at, drawn, cells::short(cells::width(drawn)), style);
    if !typed.is_empty() {
        letters::mark(buffer, at, typed, (text, drawn), theme);
    }
}
