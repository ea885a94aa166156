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
//! Rows of an earlier visit are dim until they have been read again, and the frame says so.
//!
//! The rows that are visible are written straight into the buffer: this is drawn at every key.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, LoadStage, Pane, Shown, Target, UsedBy, layout};
use crate::domain::{Image, Text};
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::frame::prompt;
use crate::view::text::{age, cells, key_name, status};
use crate::view::theme::Theme;

use super::columns::{Columns, GAP, LEAD, WHOLE_STATUS};
use super::empty;

/// A mark and a blank.
const MARK: u16 = 2;

/// Draws the list in its frame, and tells where the caret stands if a filter is typed.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Option<Position> {
    shown.clickables.add(area, Target::List);
    let (images, list) = (&app.place().images, &app.browser().list);
    let focused = app.place().overlays.is_empty() && app.browser().pane == Pane::List;
    let frame = Border {
        focused,
        title: title(app, theme),
        state: if images.is_empty() { Line::default() } else { sort(app, theme) },
        note: load_state(app, theme, area.width),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    let inner = layout::inside(area);
    let rows = layout::list_area(app, area);
    let line = Rect { y: rows.bottom(), height: inner.height - rows.height, ..inner };
    let typing = app.browser().typing.as_ref();
    let caret = typing.and_then(|typing| prompt::draw("/", typing, theme, line, buffer));
    if list.is_empty() {
        empty::draw(app, theme, rows, buffer);
        return caret;
    }
    let marked = &app.browser().marked;
    // Where something is marked, each row has room for the mark.
    let lead = if marked.is_empty() { 0 } else { MARK };
    let has_usage = !app.place().usage.is_idle();
    let columns = Columns::of(rows.width.saturating_sub(lead), list.sort().column, has_usage);
    let window = list.window(images, rows.height.into());
    for ((is_cursor, row), y) in window.zip(rows.top()..rows.bottom()) {
        let plain = if images.load.is_old { theme.dim() } else { theme.plain() };
        let name = if is_cursor && focused { theme.strong() } else { plain };
        if is_cursor {
            let style = if focused { theme.accent() } else { theme.dim() };
            cells::put(buffer, (rows.x, y), "▌", rows.width, style);
        }
        let at = Rect { y, height: 1, ..rows };
        if marked.has(&row.image.name) {
            let room = rows.width.saturating_sub(LEAD);
            cells::put(buffer, (rows.x + LEAD, y), "✓", room, theme.accent());
        }
        draw_row(app, theme, (lead, columns), &row.image, name, at, buffer);
        shown.clickables.add(at, Target::Image(row.image.name.clone()));
    }
    caret
}

fn draw_row(
    app: &App,
    theme: Theme,
    (lead, columns): (u16, Columns),
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
    let is_old = app.place().images.load.is_old;
    let plain = if is_old { theme.dim() } else { theme.plain() };
    let hue = status::style(theme, status).patch(plain);
    put(area.x + 1, status::symbol(status), 1, hue);
    let mut x = area.x + LEAD + lead;
    put(x, image.name.as_str(), columns.name, name);
    x += columns.name + GAP;
    if columns.display_name > 0 {
        match image.display_name.as_ref().map(Text::as_str) {
            Some(shown) => put(x, shown, columns.display_name, plain),
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
    x += columns.age + GAP;
    if columns.used > 0 {
        put(x, &used(app.place().usage.of(&image.name)), columns.used, theme.dim());
    }
}

/// `used 12`; with a `+` where there may be more, and nothing where it is not known.
fn used(by: UsedBy) -> String {
    match by {
        UsedBy::Exactly(0) => "unused".into(),
        UsedBy::Exactly(count) => format!("used {count}"),
        UsedBy::AtLeast(count) => format!("used {count}+"),
        UsedBy::NotKnown => String::new(),
    }
}

/// `Images 3/214`; with a filter in force `Images 3/12 of 214  /gpu`; with marks `Images 3/214  ✓ 2 marked`.
fn title(app: &App, theme: Theme) -> Line<'static> {
    let list = &app.browser().list;
    let mut title = Line::from(Span::styled("Images", theme.strong()));
    let (all, visible) = (app.place().images.len(), list.len());
    if visible > 0 {
        title.spans.push(Span::raw(format!(" {}/{visible}", list.cursor() + 1)));
    } else if all > 0 {
        title.spans.push(Span::raw(" 0"));
    }
    if !list.filter().is_open() {
        title.spans.push(Span::raw(format!(" of {all}")));
    }
    let marked = app.browser().marked.len();
    if marked > 0 {
        title.spans.push(Span::styled(format!("  ✓ {marked} marked"), theme.accent()));
    }
    if !list.filter().is_open() && app.browser().typing.is_none() {
        title.spans.push(Span::styled(format!("  /{}", list.filter().text()), theme.busy()));
    }
    title
}

/// `↓ name`
fn sort(app: &App, theme: Theme) -> Line<'static> {
    let sort = app.browser().list.sort();
    let arrow = if sort.reversed { '↑' } else { '↓' };
    Line::styled(format!("{arrow} {}", sort.column.label()), theme.dim())
}

/// How far the list has come, and how old it is; nothing when it is whole and fresh. Where there is
/// little room, that it is old stays.
fn load_state(app: &App, theme: Theme, width: u16) -> Line<'static> {
    let images = &app.place().images;
    // The middle of the pane says it.
    if images.is_empty() {
        return Line::default();
    }
    let (words, style) = load_words(app, theme);
    // Corners, strokes and blanks of the frame.
    let room = usize::from(width).saturating_sub(7);
    let fitting = words.into_iter().rev().reduce(
        |terser, words| {
            if cells::width(&words) <= room { words } else { terser }
        },
    );
    Line::styled(fitting.unwrap_or_default(), style)
}

/// The words, then terser ones.
fn load_words(app: &App, theme: Theme) -> (Vec<String>, Style) {
    let (place, load) = (app.place(), &app.place().images.load);
    let read = match load.whole_at {
        Some(whole) => format!("old, read {}", age::long(whole, app.now)),
        None if load.is_old => "old and incomplete".into(),
        None => "incomplete".into(),
    };
    let what = if load.whole_at.is_some() || load.is_old { "old" } else { "incomplete" };
    let trying = place.trying.as_ref().map(|what| {
        let what = cells::shortened(what.as_str(), 40);
        format!("trying {}…", what.trim_end_matches('…'))
    });
    let doing_in_short = if trying.is_some() { "trying…" } else { "" };
    let doing = match &load.stage {
        LoadStage::Failed { .. } => {
            let key = key_name::first(Action::Refresh);
            let words = [&*read, what].map(|state| format!("! {state}, {key} tries again"));
            return (words.into_iter().chain([format!("! {what}")]).collect(), theme.bad());
        }
        LoadStage::Loading { got } if load.whole_at.is_none() && !load.is_old => {
            trying.or(Some(format!("loading {got}…")))
        }
        LoadStage::Loading { got } => trying.or(Some(format!("refreshing {got}…"))),
        LoadStage::Idle => trying,
    };
    let words = match (load.is_old, doing) {
        (true, Some(doing)) => {
            vec![
                format!("{read}; {doing}"),
                format!("{what}; {doing}"),
                format!("{what}; {doing_in_short}"),
                read,
                what.into(),
            ]
        }
        (true, None) => vec![read, what.into()],
        (false, Some(doing)) => vec![doing],
        (false, None) if app.has_unjudged_usage() => {
            vec!["! usage is not known of all images".into(), "! usage not known".into()]
        }
        (false, None) => Vec::new(),
    };
    (words, theme.busy())
}
