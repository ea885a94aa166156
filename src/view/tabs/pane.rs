//! The detail of an image: its frame, the row of tabs, and the one that is open.
//!
//! ```text
//! ╭ pytorch-2.4-gpu ───────────────── ✖ UPDATE_FAILED ╮
//! │ [Details] Versions 7  Tags 4  Usage 12            │
//! │ Display name  PyTorch 2.4 (GPU)                   │
//! │ …                                                 │
//! ╰ ↓ 3 more ────────────────────────── read 5m ago ──╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, ChangeKind, Pane, Shown, Tab, Target, layout};
use crate::domain::Image;
use crate::keys::{Action, Scope};
use crate::view::frame::border::Border;
use crate::view::frame::split;
use crate::view::text::viewport::Viewport;
use crate::view::text::{cells, status};
use crate::view::theme::{Look, Theme};

use super::{bar, details, raw, tags, usage, versions};

/// Draws the detail in its frame and tells how far the open tab can be scrolled.
pub fn draw(app: &App, look: &Look, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Viewport {
    if area.width == 0 || area.height == 0 {
        return Viewport::default();
    }
    shown.clickables.add(area, Target::Detail);
    let theme = look.theme;
    let inner = layout::inside(area);
    let focused = app.place().overlays.is_empty() && app.browser().pane == Pane::Detail;
    let Some(image) = app.current() else {
        Border { focused, ..Border::default() }.draw(theme, area, buffer);
        return Viewport::default();
    };
    let mut frame = Border {
        focused,
        title: Span::raw(image.name.as_str()).into(),
        state: status_line(theme, &image),
        ..Border::default()
    };
    // In a picker nothing leads to the other tabs.
    let has_tabs = !app.is_out_of_scope(Action::NextTab);
    let row = Rect { height: inner.height.min(u16::from(has_tabs)), ..inner };
    let below = Rect { y: row.bottom(), height: inner.height - row.height, ..inner };
    bar::draw(app, theme, &image.name, cells::padded(row), shown, buffer);
    let (viewport, note) = match app.tab() {
        Tab::Details => {
            let says_status = !frame.has_room_for_state(area.width);
            let viewport =
                details::draw(app, look, (&image, says_status), cells::padded(below), shown, buffer);
            (viewport, details::read_state(app, theme, &image))
        }
        Tab::Versions => {
            let viewport = versions::draw(app, look, &image.name, (below, focused), shown, buffer);
            (viewport, versions::read_state(app, theme, &image.name))
        }
        Tab::Usage => {
            let viewport = usage::draw(app, look, &image.name, (below, focused), shown, buffer);
            (viewport, usage::read_state(app, theme, &image.name))
        }
        Tab::Tags => {
            let viewport = tags::draw(app, look, &image.name, cells::padded(below), buffer);
            (viewport, tags::read_state(app, theme, &image.name))
        }
        Tab::Raw => {
            let viewport = raw::draw(app, theme, cells::padded(below), shown, buffer);
            (viewport, raw::read_state(app, theme))
        }
    };
    let title = cells::middled(image.name.as_str(), frame.room_for_title(area.width));
    let style = if focused { theme.strong() } else { theme.plain() };
    if let Some(name) = frame.title.spans.first_mut() {
        *name = Span::styled(title, style);
    }
    let more = more(app, viewport);
    if !more.is_empty() {
        frame.more = Span::styled(more, theme.dim()).into();
    }
    let marked = app.place().refreshing.recent.of(&image.name).map(|kind| marked(theme, kind, &note));
    frame.note = note;
    if let Some(marked) =
        marked.filter(|marked| frame.note.width() == 0 || frame.has_room_for(marked, area.width))
    {
        frame.note = marked;
    }
    frame.draw(theme, area, buffer);
    viewport
}

/// Says that the image changed by itself a moment ago: instead of how long ago it was read, and before all else.
fn marked(theme: Theme, kind: ChangeKind, note: &Line<'static>) -> Line<'static> {
    let words = match kind {
        ChangeKind::Changed => "• changed just now",
        ChangeKind::New => "• new just now",
    };
    let mark = Span::styled(words, theme.mark_of_change());
    if note.width() == 0 || note.style == theme.dim() {
        return Line::from(mark);
    }
    let note = note.spans.iter().map(|span| Span::styled(span.content.clone(), note.style.patch(span.style)));
    [mark, Span::styled(", ", theme.mark_of_change())].into_iter().chain(note).collect()
}

/// What tells the person that there is more than is in the window.
fn more(app: &App, viewport: Viewport) -> String {
    match app.tab() {
        Tab::Versions if app.current_version().is_some() => split::more(&app.keymap, viewport, Scope::Detail),
        Tab::Versions | Tab::Details | Tab::Tags | Tab::Raw | Tab::Usage => viewport.words(),
    }
}

fn status_line(theme: Theme, image: &Image) -> Line<'_> {
    let status = image.status.as_ref();
    let spans = [status::symbol(status), " ", status::word(status)].map(Span::raw);
    Line::from(Vec::from(spans)).style(status::style(theme, status))
}
