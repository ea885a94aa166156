//! A line in which something is typed: a filter, a name, a code.
//!
//! ```text
//! │/pytorch gpu█                  │
//! │› prod█                        │
//! │Code › •••█                    │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Input;

use super::cells;
use super::theme::Theme;

/// Draws the line behind `lead`.
pub fn draw(lead: &str, input: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) {
    draw_text(lead, (input.text(), input.area().cursor().1), theme, area, buffer);
}

/// The same for what nobody else shall read.
pub fn draw_masked(lead: &str, input: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let masked = "•".repeat(input.text().chars().count());
    draw_text(lead, (&masked, input.area().cursor().1), theme, area, buffer);
}

/// Text that is too long is moved to the left until the cursor, the `cursor`th character, can be seen.
fn draw_text(lead: &str, (text, cursor): (&str, usize), theme: Theme, area: Rect, buffer: &mut Buffer) {
    let lead_width = cells::short(cells::width(lead));
    if area.height == 0 || area.width < lead_width + 1 {
        return;
    }
    let at = text.char_indices().nth(cursor).map_or(text.len(), |(at, _)| at);
    let room = usize::from(area.width - lead_width);
    let mut start = 0;
    for (next, grapheme, _) in cells::graphemes(text) {
        // The cursor takes a cell itself; a wide character under it two.
        if cells::width(&text[start..at]) + 2 <= room || next >= at {
            break;
        }
        start = next + grapheme.len();
    }
    cells::put(buffer, (area.x, area.y), lead, lead_width, theme.accent());
    let x = area.x + lead_width;
    if start > 0 {
        // Of what is before the window, no more than that there is something.
        cells::put(buffer, (x.saturating_sub(1), area.y), "…", 1, theme.accent());
    }
    let left = area.width - lead_width;
    let used = cells::put(buffer, (x, area.y), &text[start..at], left, theme.plain());
    let (under, rest) = split_first(&text[at..]);
    let under = if cells::width(under) == 0 { " " } else { under };
    let left = left.saturating_sub(used);
    let taken = cells::put(buffer, (x + used, area.y), under, left, theme.cursor());
    cells::put(buffer, (x + used + taken, area.y), rest, left.saturating_sub(taken), theme.plain());
}

fn split_first(text: &str) -> (&str, &str) {
    let end = cells::graphemes(text).next().map_or(0, |(_, grapheme, _)| grapheme.len());
    text.split_at(end)
}
