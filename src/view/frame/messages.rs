//! What is said at the foot of the screen.
//!
//! ```text
//! • tf-2.17-cpu: sending the change
//! ✔ pytorch-2.4-gpu: verified
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::wrap::{self, Break};
use crate::app::{App, Message, Shown, Tone, layout};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the messages. The last is the most important: where rows are short, it gets all but one,
/// and what is left goes to those before it.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    let messages = app.messages();
    let width = usize::from(area.width).saturating_sub(2).max(1);
    let mut bottom = area.bottom();
    for (at, message) in messages.iter().enumerate().rev() {
        let free = bottom.saturating_sub(area.y);
        let most = if at > 0 && free > 1 { free - 1 } else { free };
        if most == 0 {
            break;
        }
        let rows = layout::wrap(&message.words, width);
        let ranges = wrap::rows(&message.words, width, Break::Blanks);
        let height = cells::short(rows.len()).min(most);
        bottom -= height;
        let place = Rect { y: bottom, height, ..area };
        draw_one(message, &rows, theme, place, buffer);
        tell_link(app, message, &ranges, place, shown);
    }
}

/// The address of the console is a link, where it is told.
fn tell_link(app: &App, message: &Message, ranges: &[Range<usize>], area: Rect, shown: &mut Shown) {
    let address = app.current_name().filter(|_| message.words.contains("https://"));
    let Some(address) = address.and_then(|name| app.link_of_image(&name)) else { return };
    let Some(from) = message.words.find(&*address) else { return };
    let to = from + address.len();
    for (range, y) in ranges.iter().zip(area.top()..area.bottom()) {
        let (start, end) = (from.max(range.start), to.min(range.end));
        if start < end {
            let before = cells::width(&message.words[range.start..start]);
            let (x, width) = (area.x + 2 + cells::short(before), cells::short(end - start));
            shown.links.add(Rect { x, y, width, height: 1 }.intersection(area), &address);
        }
    }
}

fn draw_one(message: &Message, rows: &[&str], theme: Theme, area: Rect, buffer: &mut Buffer) {
    let (symbol, style) = match message.tone {
        Tone::Good => ("✔", theme.good()),
        Tone::Plain => ("•", theme.plain()),
        Tone::Bad => ("!", theme.bad()),
    };
    cells::put(buffer, (area.x, area.y), symbol, 1, style);
    let room = area.width.saturating_sub(2);
    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        let used = cells::put(buffer, (area.x + 2, y), row, room, style);
        let is_last = y + 1 == area.bottom();
        if is_last && rows.len() > usize::from(area.height) {
            let x = area.x + 2 + used.min(room.saturating_sub(1));
            cells::put(buffer, (x, y), "…", 1, style);
        }
    }
}
