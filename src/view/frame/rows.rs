//! A list in a page. All of them look alike: heads over the columns, a row that is highlighted, a scroll bar.
//!
//! ```text
//! │   NAME             REGION          CREDENTIALS      │
//! │▌● production PROD  eu-west-1       SSO              ┃
//! │   prod-readonly    eu-west-1       role             │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::view::text::cells;
use crate::view::theme::Theme;

use super::{focus, scroll_bar};

/// Marker, symbol and a blank, before the columns.
pub const LEAD: u16 = 3;
/// With fewer rows than this, each is for what is listed, if that needs them all.
const LEAST_WITH_HEADS: u16 = 4;

/// A list of which a part is in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows {
    heads: Rect,
    /// Where the rows are.
    pub area: Rect,
    /// The first row in the window.
    pub top: usize,
    count: usize,
}

impl Rows {
    /// How many rows a list of `count` takes with its heads.
    #[must_use]
    pub fn wanted(count: usize) -> usize {
        if count == 0 { 0 } else { count + 1 }
    }

    /// Divides `area`, with the row `at` of `count` in sight.
    #[must_use]
    pub fn of(area: Rect, at: usize, count: usize) -> Self {
        let has_room = area.height >= LEAST_WITH_HEADS || usize::from(area.height) >= Self::wanted(count);
        let heads = u16::from(count > 0 && has_room);
        let rows = Rect { y: area.y + heads, height: area.height - heads, ..area };
        let top = focus::top(at, count, rows.height.into());
        Self { heads: Rect { height: heads, ..area }, area: rows, top, count }
    }

    /// How many rows the window has.
    #[must_use]
    pub fn window(&self) -> usize {
        self.area.height.into()
    }

    /// Where each row in the window is.
    pub fn places(&self) -> impl Iterator<Item = (usize, Rect)> + use<> {
        let (area, top, count) = (self.area, self.top, self.count);
        (top..count).zip(area.top()..area.bottom()).map(move |(row, y)| (row, Rect { y, height: 1, ..area }))
    }

    /// Draws the heads, each from so many cells on behind the edge.
    pub fn draw_heads(&self, heads: &[(u16, &str)], theme: Theme, buffer: &mut Buffer) {
        if self.heads.height == 0 {
            return;
        }
        for (at, (x, head)) in heads.iter().enumerate() {
            let end = heads.get(at + 1).map_or(self.heads.width, |(next, _)| next.saturating_sub(1));
            let room = end.min(self.heads.width).saturating_sub(*x);
            cells::put(buffer, (self.heads.x + x, self.heads.y), head, room, theme.dim());
        }
    }

    /// Draws the bar over the right edge of the frame, which is there already.
    pub fn draw_bar(&self, theme: Theme, buffer: &mut Buffer) {
        let edge = Rect { x: self.area.right(), width: 1, ..self.area };
        scroll_bar::draw(theme, true, (self.top, self.count), edge, buffer);
    }
}

/// Highlights a row that has been drawn: the cursor is on it.
pub fn highlight(row: Rect, theme: Theme, buffer: &mut Buffer) {
    let row = row.intersection(buffer.area);
    if row.is_empty() {
        return;
    }
    cells::put(buffer, (row.x, row.y), "▌", 1, theme.accent());
    for x in row.x + 1..row.right() {
        let cell = &mut buffer[(x, row.y)];
        // A badge stays what it is.
        if !cell.modifier.contains(Modifier::REVERSED) {
            let plain = Style::new().fg(Color::Reset).remove_modifier(Modifier::DIM);
            cell.set_style(plain.patch(theme.selected()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_left_out_only_where_a_row_would_be_lost_to_them() {
        for (count, height, heads, window) in [
            (0, 8, 0, 8),
            (1, 1, 0, 1),
            (1, 2, 1, 1),
            (2, 3, 1, 2),
            (3, 3, 0, 3),
            (3, 4, 1, 3),
            (9, 3, 0, 3),
            (9, 4, 1, 3),
        ] {
            let rows = Rows::of(Rect::new(0, 0, 40, height), 0, count);
            assert_eq!((rows.area.y, rows.window()), (heads, window), "{count} in {height}");
        }
    }
}
