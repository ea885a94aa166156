//! A line in which something is typed: a filter, a name, a code.
//!
//! ```text
//! │/pytorch gpu█                  │
//! │› prod█                        │
//! │Code › •••█                    │
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Input, Shown, Target};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the line behind `lead`, and tells where the caret stands; a click puts it elsewhere.
pub fn draw(
    lead: &str,
    input: &Input,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Option<Position> {
    let none = input.caret()..input.caret();
    let typed = (input.text(), input.caret(), input.selection().unwrap_or(none));
    let (caret, start) = draw_text(lead, typed, theme, area, buffer)?;
    let lead = cells::short(cells::width(lead));
    let text = Rect { x: area.x + lead, width: area.width - lead, height: 1, ..area };
    shown.clickables.add(text, Target::Line(start));
    Some(caret)
}

/// The same for what nobody else shall read.
pub fn draw_masked(
    lead: &str,
    input: &Input,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let dots = |text: &str| "•".repeat(cells::graphemes(text).count());
    let masked = |at: usize| dots(&input.text()[..at]).len();
    let part = input.selection().unwrap_or(input.caret()..input.caret());
    let selection = masked(part.start)..masked(part.end);
    let typed = (dots(input.text()), masked(input.caret()));
    let drawn = draw_text(lead, (&typed.0, typed.1, selection), theme, area, buffer);
    drawn.map(|(caret, _)| caret)
}

/// Text that is too long is moved to the left until the caret, before the byte `caret`, can be seen. Tells where that
/// is, and from which byte on the text is shown.
fn draw_text(
    lead: &str,
    (text, caret, selection): (&str, usize, Range<usize>),
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<(Position, usize)> {
    let lead_width = cells::short(cells::width(lead));
    if area.height == 0 || area.width < lead_width + 1 {
        return None;
    }
    let room = usize::from(area.width - lead_width);
    let mut start = 0;
    for (next, grapheme, _) in cells::graphemes(text) {
        // The caret takes a cell itself; a wide character under it two.
        if cells::width(&text[start..caret]) + 2 <= room || next >= caret {
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
    // What is under the caret is not what gives way to a `…`.
    let under = caret + cells::graphemes(&text[caret..]).next().map_or(0, |(_, grapheme, _)| grapheme.len());
    let mut cuts = [start, caret, under, text.len(), selection.start, selection.end].map(|at| at.max(start));
    cuts.sort_unstable();
    let mut at = x;
    for part in cuts.windows(2).map(|cut| cut[0]..cut[1]).filter(|part| !part.is_empty()) {
        let is_selected = selection.contains(&part.start);
        let style = if is_selected { theme.selection() } else { theme.plain() };
        at += cells::put(buffer, (at, area.y), &text[part], area.right() - at, style);
    }
    let column = x.saturating_add(cells::short(cells::width(&text[start..caret])));
    Some((Position { x: column.min(area.right() - 1), y: area.y }, start))
}
