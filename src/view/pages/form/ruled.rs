//! What looks like something that can be typed in: a line under all of its width.

use ratatui::text::{Line, Span};

use crate::view::text::cells;
use crate::view::theme::Theme;

/// The row of a field that is `width` cells wide and has a cell for the caret behind them.
pub fn ruled(row: Line<'static>, width: usize, is_focused: bool, theme: Theme) -> Line<'static> {
    let free = (width + 1).saturating_sub(cells::line_width(&row));
    let blank = if is_focused { theme.accent() } else { theme.dim() };
    let mut ruled: Vec<_> =
        row.spans.into_iter().map(|span| span.patch_style(row.style).patch_style(theme.field())).collect();
    ruled.push(Span::styled(" ".repeat(free), blank.patch(theme.field())));
    Line::from(ruled)
}
