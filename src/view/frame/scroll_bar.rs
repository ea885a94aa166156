//! Where a window stands in what is longer: over the edge of its frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget};

use crate::view::theme::Theme;

/// Draws the bar over `edge`, beside a window of that height whose first row is `top` of `count`.
/// Where all rows are in the window, there is none.
pub fn draw(theme: Theme, focused: bool, (top, count): (usize, usize), edge: Rect, buffer: &mut Buffer) {
    let edge = edge.intersection(buffer.area);
    let window = usize::from(edge.height);
    if count <= window || edge.is_empty() {
        return;
    }
    let style = if focused { theme.accent() } else { theme.dim() };
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .track_symbol(None)
        .thumb_symbol("┃")
        .thumb_style(style);
    let mut state = ScrollbarState::new(count - window + 1).position(top).viewport_content_length(window);
    bar.render(edge, buffer, &mut state);
}
