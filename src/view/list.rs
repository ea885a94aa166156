//! The list of images.
//!
//! ```text
//! ╭ Images 3/12 of 214  /gpu ─────────── ↓ name ╮
//! │ ● pytorch-2.4-gpu   PyTorch 2.4  created 12d │
//! │▌✖ pytorch-2.5-gpu   PyTorch 2.5  failed   3m │
//! │ ◐ tf-2.17-cpu       TensorFlow   updating now│
//! │/gpu                                         │
//! ╰────────────────────────────── loading 300… ─╯
//! ```
//!
//! The rows that are visible are written straight into the buffer: this is drawn at every key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, LoadStage, Pane, layout};
use crate::domain::{Image, Text};
use crate::keys::Action;

use super::columns::{Columns, GAP, LEAD, WHOLE_STATUS};
use super::theme::Theme;
use super::{age, cells, empty, filter, hint, pane, status};

/// Draws the list in its frame.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let images = &app.place().images;
    let focused = app.overlays.is_empty() && app.pane == Pane::List;
    let frame = pane::Pane {
        focused,
        title: title(app, theme),
        state: if images.is_empty() { Line::default() } else { sort(app, theme) },
        note: load_state(app, theme),
        ..pane::Pane::default()
    };
    frame.draw(theme, area, buffer);
    let inner = layout::inside(area);
    let rows = layout::list_area(app, area);
    if let Some(typing) = &app.typing {
        let line = Rect { y: rows.bottom(), height: inner.height - rows.height, ..inner };
        filter::draw(typing, theme, line, buffer);
    }
    if images.visible_len() == 0 {
        return empty::draw(app, theme, rows, buffer);
    }
    let columns = Columns::of(rows.width, images.sort().column);
    let window = images.window(rows.height.into());
    for ((is_cursor, row), y) in window.zip(rows.top()..rows.bottom()) {
        let name = if is_cursor && focused { theme.strong() } else { theme.plain() };
        if is_cursor {
            let marker = if focused { theme.accent() } else { theme.dim() };
            cells::put(buffer, (rows.x, y), "▌", rows.width, marker);
        }
        let at = Rect { y, height: 1, ..rows };
        draw_row(app, theme, columns, &row.image, name, at, buffer);
    }
}

fn draw_row(
    app: &App,
    theme: Theme,
    columns: Columns,
    image: &Image,
    name: Style,
    area: Rect,
    buffer: &mut Buffer,
) {
    let (y, right) = (area.y, area.right());
    let mut put = |x: u16, text: &str, room: u16, style: Style| {
        cells::put(buffer, (x, y), text, room.min(right.saturating_sub(x)), style);
    };
    let status = image.status.as_ref();
    let hue = status::style(theme, status);
    put(area.x + 1, status::symbol(status), 1, hue);
    let mut x = area.x + LEAD;
    put(x, image.name.as_str(), columns.name, name);
    x += columns.name + GAP;
    if columns.display_name > 0 {
        match image.display_name.as_ref().map(Text::as_str) {
            Some(shown) => put(x, shown, columns.display_name, theme.plain()),
            // As SageMaker does, where an image has none.
            None => put(x, image.name.as_str(), columns.display_name, theme.dim()),
        }
        x += columns.display_name + GAP;
    }
    if columns.status > 0 {
        let is_calm = status.is_some_and(|status| !status.is_failed() && !status.is_changing());
        let word = if columns.status < WHOLE_STATUS { status::short(status) } else { status::word(status) };
        put(x, word, columns.status, if is_calm { theme.dim() } else { hue });
        x += columns.status + GAP;
    }
    if let Some(modified) = image.modified.filter(|_| columns.age > 0) {
        let age = age::short(modified, app.now);
        let short_of = columns.age.saturating_sub(cells::short(age.len()));
        put(x + short_of, &age, columns.age, theme.dim());
    }
}

/// `Images 3/214`; with a filter in force `Images 3/12 of 214  /gpu`.
fn title(app: &App, theme: Theme) -> Line<'static> {
    let images = &app.place().images;
    let mut title = Line::from(Span::styled("Images", theme.strong()));
    let (all, visible) = (images.len(), images.visible_len());
    if visible > 0 {
        title.spans.push(Span::raw(format!(" {}/{visible}", images.cursor() + 1)));
    } else if all > 0 {
        title.spans.push(Span::raw(" 0"));
    }
    if !images.filter().is_open() {
        title.spans.push(Span::raw(format!(" of {all}")));
    }
    if !images.filter().is_open() && app.typing.is_none() {
        title.spans.push(Span::styled(format!("  /{}", images.filter().text()), theme.busy()));
    }
    title
}

/// `↓ name`
fn sort(app: &App, theme: Theme) -> Line<'static> {
    let sort = app.place().images.sort();
    let arrow = if sort.reversed { '↑' } else { '↓' };
    Line::styled(format!("{arrow} {}", sort.column.label()), theme.dim())
}

/// How far the list has come; nothing when it is whole.
fn load_state(app: &App, theme: Theme) -> Line<'static> {
    let images = &app.place().images;
    match &images.load.stage {
        LoadStage::Idle => Line::default(),
        // The middle of the pane says it.
        LoadStage::Loading { .. } | LoadStage::Failed { .. } if images.is_empty() => Line::default(),
        LoadStage::Loading { got } if images.load.whole_at.is_none() => {
            Line::styled(format!("loading {got}…"), theme.busy())
        }
        LoadStage::Loading { got } => Line::styled(format!("refreshing {got}…"), theme.busy()),
        LoadStage::Failed { .. } => {
            let what = match images.load.whole_at {
                Some(whole) => format!("old, read {}", age::long(whole, app.now)),
                None => "incomplete".into(),
            };
            Line::styled(format!("! {what}, {} tries again", hint::key(Action::Refresh)), theme.bad())
        }
    }
}
