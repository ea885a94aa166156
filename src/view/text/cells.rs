//! Text in cells: drawn as it is measured, clipped with `…`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

pub use crate::app::cells::{
    Cut, clip, cut_end, cut_middle, drawn, graphemes, is_disputed, middled, most, shortened, width,
};

/// Draws `text` into at most `room` cells and gives how many it took. Nothing is drawn outside
/// the buffer.
pub fn put(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, room: u16, style: Style) -> u16 {
    let area = buffer.area;
    if x < area.x || x >= area.right() || y < area.y || y >= area.bottom() {
        return 0;
    }
    let room = room.min(area.right() - x);
    let (kept, is_cut) = clip(text, room.into());
    let end = place(buffer, (x, y), kept, style);
    if !is_cut || end >= x + room {
        return end - x;
    }
    buffer[(end, y)].set_char('…').set_style(style);
    end + 1 - x
}

/// Each character in its first cell; those that it covers besides are blank.
fn place(buffer: &mut Buffer, (mut x, y): (u16, u16), text: &str, style: Style) -> u16 {
    // Most texts are such.
    if text.is_ascii() {
        for c in text.chars().filter(|c| !c.is_ascii_control()) {
            buffer[(x, y)].set_char(c).set_style(style);
            x += 1;
        }
        return x;
    }
    for (_, grapheme, width) in graphemes(text).filter(|(_, _, width)| *width > 0) {
        let end = x + short(width);
        buffer[(x, y)].set_symbol(grapheme).set_style(style);
        for covered in x + 1..end {
            buffer[(covered, y)].reset();
        }
        x = end;
    }
    x
}

/// The same for a line of several styles; only its end is clipped.
pub fn put_line(buffer: &mut Buffer, at: (u16, u16), line: &Line<'_>, room: u16) -> u16 {
    put_pieces(buffer, at, line.spans.iter().map(|span| (&*span.content, line.style.patch(span.style))), room)
}

/// The same for its pieces.
pub fn put_pieces<'a>(
    buffer: &mut Buffer,
    (mut x, y): (u16, u16),
    mut pieces: impl Iterator<Item = (&'a str, Style)> + Clone,
    room: u16,
) -> u16 {
    let (start, end) = (x, x.saturating_add(room));
    while let Some((text, style)) = pieces.next() {
        let left = end.saturating_sub(x);
        // `…` has to stand for the pieces that no longer fit, too.
        let is_last = || pieces.clone().all(|(text, _)| text.is_empty());
        if width(text) < usize::from(left) || is_last() {
            x += put(buffer, (x, y), text, left, style);
            continue;
        }
        x += put(buffer, (x, y), text, left.saturating_sub(1), style);
        if !buffer_ends_with_ellipsis(buffer, x, start, y) {
            x += put(buffer, (x, y), "…", end.saturating_sub(x), style);
        }
        break;
    }
    x - start
}

fn buffer_ends_with_ellipsis(buffer: &Buffer, x: u16, start: u16, y: u16) -> bool {
    x > start && buffer.cell((x - 1, y)).is_some_and(|cell| cell.symbol() == "…")
}

/// Draws a stroke of so many cells, as far as the buffer goes.
pub fn put_rule(buffer: &mut Buffer, (x, y): (u16, u16), width: u16, style: Style) {
    let rule = Rect { x, y, width, height: 1 }.intersection(buffer.area);
    for position in rule.positions() {
        buffer[position].set_char('─').set_style(style);
    }
}

/// How many cells `line` takes.
#[must_use]
pub fn line_width(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// Makes room for what lies over the rest: blanks, without cutting a wide character in half.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        // The cells that a character covers besides its first are blank.
        let before = (buffer.area.x..area.x).rev().find(|&x| buffer[(x, y)].symbol() != " ");
        if let Some(x) = before.filter(|&x| usize::from(area.x - x) < width(buffer[(x, y)].symbol())) {
            buffer[(x, y)].set_char(' ');
        }
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

/// `area` less a column at either side.
#[must_use]
pub fn padded(area: Rect) -> Rect {
    Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area }
}

/// More cells than any screen is wide or high, and so few that some of it can be added up.
const MOST_CELLS: u16 = 10_000;

/// `count` as a `u16`, or [`MOST_CELLS`]: a text may be a megabyte long.
#[must_use]
pub fn short(count: usize) -> u16 {
    u16::try_from(count).map_or(MOST_CELLS, |count| count.min(MOST_CELLS))
}
