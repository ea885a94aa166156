//! The heads of the columns, and the order that they tell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Columns, GAP};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the heads over columns that begin behind `lead` cells.
pub fn draw(app: &App, theme: Theme, (lead, columns): (u16, Columns), area: Rect, buffer: &mut Buffer) {
    let sort = app.browser().list.sort();
    let mut x = area.x + lead;
    for (column, width) in columns.shown() {
        if column == sort.column {
            let used = cells::put(buffer, (x, area.y), column.heading(), width, theme.strong());
            cells::put(buffer, (x + used, area.y), arrow(app), width.saturating_sub(used), theme.strong());
        } else {
            cells::put(buffer, (x, area.y), column.heading(), width, theme.dim());
        }
        x += width + GAP;
    }
}

/// Whether the column that the list is sorted by is among them.
#[must_use]
pub fn tell_order(app: &App, columns: Columns) -> bool {
    columns.shown().any(|(column, _)| column == app.browser().list.sort().column)
}

/// The order, for where no head tells it: `name↑`.
#[must_use]
pub fn order(app: &App, theme: Theme) -> Line<'static> {
    let label = app.browser().list.sort().column.label();
    Line::styled(format!("{label}{}", arrow(app)), theme.dim())
}

/// Up where what is read rises from row to row.
fn arrow(app: &App) -> &'static str {
    if app.browser().list.sort().descends() { "↓" } else { "↑" }
}
