//! The wheel.

use ratatui::layout::Position;

use crate::app::update::moving;
use crate::app::update::tabs::cursor;
use crate::app::{App, Effects, Target, layout};

/// So many rows a notch.
const ROWS: usize = 3;

/// Scrolls what is under the wheel; what has the keys keeps them.
pub fn scroll(app: &mut App, fx: &mut Effects, cell: Position, down: bool) {
    if !app.is_front_shown() {
        fx.draw = false;
        return;
    }
    match app.shown.clickables.container_at(cell) {
        Some(Target::List) => scroll_list(app, down),
        Some(Target::Detail) => {
            let is_over_list = matches!(app.shown.clickables.at(cell), Some(Target::Version(..)));
            cursor::wheel(app, fx, down, ROWS, is_over_list);
        }
        Some(Target::Page) => moving::wheel(app, down, ROWS, false),
        Some(Target::PageList) => moving::wheel(app, down, ROWS, true),
        Some(_) | None => fx.draw = false,
    }
}

fn scroll_list(app: &mut App, down: bool) {
    let height = layout::list_rows(app);
    let rows = isize::try_from(ROWS).unwrap_or(1);
    app.browser_mut().list.scroll_by(if down { rows } else { -rows }, height);
}
