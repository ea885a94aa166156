//! What can be copied, each with its key and how it begins.
//!
//! ```text
//! ╭ Copy pytorch-2.4-gpu ────────────────────────────────╮
//! │▌n name             pytorch-2.4-gpu                   │
//! │ a ARN              arn:aws:sagemaker:us-east-1:1234… │
//! │ j JSON             9 lines                           │
//! ╰──────────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, CopyMenu, CopyOffer, Shown, Target, layout};
use crate::keys::{Action, Scope};
use crate::view::frame::border::Border;
use crate::view::frame::focus;
use crate::view::frame::rows::{LEAD, highlight};
use crate::view::text::cells;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

const GAP: u16 = 2;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// How a text begins is shown from so many cells on.
const BEGIN: u16 = 12;

/// Draws the menu in its frame. The row under the cursor is always in sight.
pub fn draw(
    app: &App,
    menu: &CopyMenu,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = layout::inside(area);
    let offers = &menu.offers;
    let at = menu.at.min(offers.len().saturating_sub(1));
    let rows = usize::from(inner.height);
    let top = focus::top(at, offers.len(), rows);
    let labels = offers.iter().map(|offer| cells::width(&offer.label)).max().unwrap_or_default();
    cells::clear(buffer, area);
    shown.clickables.add(inner, Target::PageList);
    for ((row, offer), y) in offers.iter().enumerate().skip(top).take(rows).zip(inner.top()..) {
        let place = Rect { y, height: 1, ..inner };
        let key = app.keymap.first_key_in(Scope::Copy, Action::Copy(offer.action));
        draw_row(offer, key, cells::short(labels), theme, place, buffer);
        if row == at {
            highlight(place, theme, buffer);
        }
        shown.clickables.add(place.intersection(inner), Target::Copy(offer.action));
    }
    let viewport =
        Viewport { above: top, below: offers.len().saturating_sub(top + rows), window: rows, caret: None };
    let title = format!("Copy {}", menu.subject.title());
    Border {
        focused: true,
        title: Line::styled(title, theme.strong()),
        more: Line::styled(viewport.words(), theme.dim()),
        ..Border::default()
    }
    .draw(theme, area, buffer);
    viewport
}

fn draw_row(offer: &CopyOffer, key: String, labels: u16, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let key = Span::styled(key, theme.accent());
    cells::put_line(buffer, (area.x, area.y), &Line::from(vec![Span::raw(" "), key]), area.width.min(LEAD));
    let x = area.x.saturating_add(LEAD);
    let room = area.right().saturating_sub(x + EDGE);
    cells::put(buffer, (x, area.y), &offer.label, room.min(labels), theme.plain());
    let begin = room.saturating_sub(labels + GAP);
    if begin >= BEGIN {
        cells::put(buffer, (x + labels + GAP, area.y), &begins(&offer.text), begin, theme.dim());
    }
}

/// A text of one line, or how many lines it has.
fn begins(text: &str) -> String {
    match text.lines().count() {
        0 | 1 => text.trim_end().to_owned(),
        lines => format!("{lines} lines"),
    }
}
