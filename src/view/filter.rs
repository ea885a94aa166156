//! The line in which a filter is typed.
//!
//! ```text
//! │/pytorch gpu█                  │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Input;

use super::cells;
use super::theme::Theme;

/// Draws the line. Text that is too long is moved to the left until the cursor can be seen.
pub fn draw(input: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 || area.width < 2 {
        return;
    }
    let text = input.text();
    let cursor = input.area().cursor().1;
    let at = text.char_indices().nth(cursor).map_or(text.len(), |(at, _)| at);
    let room = usize::from(area.width) - 1;
    let mut start = 0;
    for (next, grapheme, _) in cells::graphemes(text) {
        // The cursor takes a cell itself; a wide character under it two.
        if cells::width(&text[start..at]) + 2 <= room || next >= at {
            break;
        }
        start = next + grapheme.len();
    }
    let lead = if start > 0 { "…" } else { "/" };
    cells::put(buffer, (area.x, area.y), lead, 1, theme.accent());
    let x = area.x + 1;
    let used = cells::put(buffer, (x, area.y), &text[start..at], area.width - 1, theme.plain());
    let (under, rest) = split_first(&text[at..]);
    let under = if cells::width(under) == 0 { " " } else { under };
    let left = (area.width - 1).saturating_sub(used);
    let taken = cells::put(buffer, (x + used, area.y), under, left, theme.cursor());
    cells::put(buffer, (x + used + taken, area.y), rest, left.saturating_sub(taken), theme.plain());
}

fn split_first(text: &str) -> (&str, &str) {
    let end = cells::graphemes(text).next().map_or(0, |(_, grapheme, _)| grapheme.len());
    text.split_at(end)
}
