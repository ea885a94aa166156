//! The list of images.
//!
//! ```text
//! ╭ Images 2/12 of 214  /gpu ───────────────────────────────────╮
//! │   NAME↑            DISPLAY NAME       STATUS         MODIFIED│
//! │ ● pytorch-2.4-gpu  PyTorch 2.4 (GPU)  CREATED        12d     ┃
//! │▌✖ pytorch-2.5-gpu  PyTorch 2.5 (GPU)  UPDATE_FAILED  3m      ┃
//! │ ◐ tf-2.17-cpu      TensorFlow 2.17    UPDATING       now     │
//! │/gpu                                                          │
//! ╰──────────────────────────────────────────── loading 300… ────╯
//! ```
//!
//! Rows of an earlier visit are dim until they have been read again, and the frame says so.
//!
//! The rows that are visible are written straight into the buffer: this is drawn at every key.

use compact_str::{CompactString, format_compact};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::layout::ListParts;
use crate::app::{App, Columns, Pane, Shown, Target};
use crate::view::frame::border::Border;
use crate::view::frame::{prompt, scroll_bar};
use crate::view::theme::Theme;

use super::row::RowWriter;
use super::{empty, heads, load_state, offers};

/// Draws the list in its frame, and tells where the caret stands if a filter is typed.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Option<Position> {
    shown.clickables.add(area, Target::List);
    let (place, list) = (app.place(), &app.browser().list);
    let parts = ListParts::of(app, area);
    let focused = place.overlays.is_empty() && app.browser().pane == Pane::List;
    let mut writer = RowWriter::of(app, theme, focused);
    let has_usage = !place.usage.is_idle();
    let room = parts.rows.width.saturating_sub(writer.lead());
    writer.columns = Columns::of(room, place.images.widths(), list.sort().column, has_usage);
    let heads_tell = parts.heads.height > 0 && heads::tell_order(app, writer.columns);
    let position = position(app);
    let frame = Border {
        focused,
        title: title(app, &position, theme),
        state: if heads_tell || list.is_empty() { Line::default() } else { heads::order(app, theme) },
        note: load_state::load_state(app, theme, area.width),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    let typing = app.browser().typing.as_ref();
    let caret = typing.and_then(|typing| prompt::draw("/", typing, theme, parts.filter, shown, buffer));
    if typing.is_some() {
        let below =
            Rect { y: parts.filter.y + 1, height: parts.filter.height.saturating_sub(1), ..parts.filter };
        offers::draw(app, theme, below, buffer);
    }
    if list.is_empty() {
        empty::draw(app, theme, parts.rows, buffer);
        return caret;
    }
    if parts.heads.height > 0 {
        heads::draw(app, theme, (writer.lead(), writer.columns), parts.heads, buffer);
    }
    let rows = parts.rows;
    let window = list.window(&place.images, rows.height.into());
    for ((is_cursor, listed), y) in window.zip(rows.top()..rows.bottom()) {
        let at = Rect { y, height: 1, ..rows };
        let name = listed.name();
        writer.draw(listed, &name, is_cursor, at, buffer);
        shown.clickables.add(at, Target::Image(name));
    }
    let edge = Rect { x: rows.right(), width: 1, ..rows };
    scroll_bar::draw(theme, focused, (list.top(), list.len()), edge, buffer);
    caret
}

/// ` 3/214`; with a filter in force ` 3/12 of 214`.
fn position(app: &App) -> CompactString {
    let list = &app.browser().list;
    let (all, visible) = (app.place().images.len(), list.len());
    let mut position = match (visible, all) {
        (0, 0) => CompactString::default(),
        (0, _) => " 0".into(),
        _ => format_compact!(" {}/{visible}", list.cursor() + 1),
    };
    if !list.filter().is_open() {
        position.push_str(&format_compact!(" of {all}"));
    }
    position
}

/// `Images 3/214`; with a filter in force `Images 3/12 of 214  /gpu`; with marks `Images 3/214  ✓ 2 marked`.
fn title<'a>(app: &App, position: &'a str, theme: Theme) -> Line<'a> {
    let list = &app.browser().list;
    let mut title = Line { spans: Vec::with_capacity(4), ..Line::default() };
    title.spans.extend([Span::styled("Images", theme.strong()), Span::raw(position)]);
    let marked = app.browser().marked.len();
    if marked > 0 {
        title.spans.push(Span::styled(format!("  ✓ {marked} marked"), theme.accent()));
    }
    if !list.filter().is_blank() && app.browser().typing.is_none() {
        title.spans.push(Span::styled(format!("  /{}", list.filter().text()), theme.busy()));
    }
    title
}
