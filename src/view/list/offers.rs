//! What may be typed in the filter, and what of it is not understood.
//!
//! ```text
//! │/gpu st                                      │
//! │ status:                                     │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the line below the one in which the filter is typed.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    // Under what is typed.
    let (x, room) = (area.x.saturating_add(1), area.width.saturating_sub(1));
    cells::put_line(buffer, (x, area.y), &line(app, theme), room);
}

fn line(app: &App, theme: Theme) -> Line<'static> {
    let offers = app.filter_offers();
    let mut values = offers.into_iter().flat_map(|offers| offers.values);
    let first = values.next();
    // What can be gone on with is not wrong yet.
    if let (None, Some(problem)) = (&first, app.browser().list.filter().problems().first()) {
        return Line::styled(problem.clone(), theme.bad());
    }
    let Some(first) = first else {
        return Line::styled("\"word\" matches exactly, -word excludes", theme.dim());
    };
    let rest = values.map(|value| Span::styled(format!("  {value}"), theme.dim()));
    [Span::styled(first, theme.accent())].into_iter().chain(rest).collect()
}
