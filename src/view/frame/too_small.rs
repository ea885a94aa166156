//! What is left to say on a screen on which nothing useful fits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Overlay, layout};
use crate::keys::Action;
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the words in the middle, as many as fit.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let (size, key) = (app.size, app.keymap.first_key(Action::QuitNow));
    let quits = if matches!(app.place().overlays.last(), Some(Overlay::AskQuit)) {
        format!("Press {key} again to quit; drafts are kept.")
    } else {
        format!("Press {key} to quit.")
    };
    let words = format!("sagescope needs at least 30×8; this is {}×{}. {quits}", size.width, size.height);
    let rows = layout::wrap(&words, area.width.into());
    let height = cells::short(rows.len()).min(area.height);
    let top = area.y + (area.height - height) / 2;
    for (row, y) in rows.iter().zip(top..area.bottom()) {
        let blank = area.width.saturating_sub(cells::short(cells::width(row))) / 2;
        cells::put(buffer, (area.x + blank, y), row, area.width - blank, theme.plain());
    }
}
