//! What the tour of the demo shows, in a bar above the keys.
//!
//! ```text
//!  / filters while you type.
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, layout};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws it over the whole width, so that it is not taken for a message of the program.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(tour) = app.tour() else { return };
    let paused = if tour.is_paused { "Paused. " } else { "" };
    let words = format!("{paused}{}", tour.caption(&app.keymap));
    let room = area.width.saturating_sub(2);
    let rows = layout::wrap(&words, usize::from(room).max(1));
    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        buffer.set_style(Rect { y, height: 1, ..area }, theme.badge());
        cells::put(buffer, (area.x + 1, y), row, room, theme.badge());
    }
}
