//! The answer of the service as it came.
//!
//! ```text
//! DescribeImage  JSON                  match 2 of 9
//! Times are shown as in the AWS CLI; sent as seconds.
//! {
//!   "CreationTime": "2026-03-02T13:05:09.251000+01:00",
//!   "DisplayName": "PyTorch 2.4 (GPU)",
//! …
//! /gpu█
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Dated, Found, LoadStage, RawPage, Shown};
use crate::domain::RawBody;
use crate::service::RawOf;
use crate::view::frame::prompt;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::state;

/// Draws it and tells how far it can be scrolled.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Viewport {
    let title = Rect { height: area.height.min(1), ..area };
    let typing = app.browser().raw.typing.as_ref();
    let line_height = u16::from(typing.is_some()).min(area.height - title.height);
    let window = Rect { y: title.bottom(), height: area.height - title.height - line_height, ..area };
    let line = Rect { y: window.bottom(), height: line_height, ..area };
    draw_title(app, theme, title, buffer);
    let mut head = Lines::new(area.width);
    write_head(app, theme, &mut head);
    let viewport = match &app.browser().raw.page {
        Some(page) => Drawing { app, theme, page, head: &head, window }.draw(buffer),
        None => head.draw(window, app.browser().detail_scroll, buffer),
    };
    let caret = typing.and_then(|typing| prompt::draw("/", typing, theme, line, shown, buffer));
    Viewport { caret, ..viewport }
}

/// How fresh it is.
#[must_use]
pub fn read_state(app: &App, theme: Theme) -> Line<'static> {
    read(app).map_or_else(Line::default, |raw| state::of(app, theme, &raw.value, raw.read_at))
}

fn read(app: &App) -> Option<&Dated<RawBody>> {
    app.place().raws.get(&app.raw_of()?)
}

/// Whose answer it is, as what it is laid out, and what was found.
fn draw_title(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(of) = app.raw_of() else { return };
    let (operation, tab) = (of.operation(), &app.browser().raw);
    let mut words = match &of {
        RawOf::Image(_) => operation.to_owned(),
        RawOf::Version(_, number) => format!("{operation} {number}"),
        RawOf::Holder(holder) => format!("{operation} {}", holder.label()),
        RawOf::AppImageConfig(name) => format!("{operation} {name}"),
    };
    if tab.page.as_ref().is_some_and(|page| page.flaw().is_none()) {
        words = format!("{words}  {}", tab.format.name());
    }
    let found = tab.page.as_ref().filter(|_| !tab.wanted.is_empty()).map(RawPage::found);
    let found = found.map(told).unwrap_or_default();
    let right = cells::short(cells::width(&found)).min(area.width);
    let room = area.width.saturating_sub(right + u16::from(right > 0));
    cells::put(buffer, (area.x, area.y), &words, room, theme.dim());
    cells::put(buffer, (area.right() - right, area.y), &found, right, theme.strong());
}

fn told(found: &Found) -> String {
    match found.len() {
        0 => "no matches".into(),
        count => {
            let more = if found.is_cut() { "+" } else { "" };
            format!("match {} of {count}{more}", found.at() + 1)
        }
    }
}

/// What stands above it: why there is none or no newer one, and what was done to it.
fn write_head(app: &App, theme: Theme, lines: &mut Lines) {
    let Some(raw) = read(app) else { return write_without_version(app, theme, lines) };
    if let Some(failure) = raw.value.failure() {
        let left = state::left(app, raw.read_at.filter(|_| raw.value.value().is_some()));
        state::write_trouble(app, theme, ("Couldn't load the response", failure), &left, lines);
    }
    let Some(page) = &app.browser().raw.page else {
        if raw.value.is_loading() && app.says_loading() {
            lines.text(0, "Loading the response…", theme.busy());
        }
        return;
    };
    if let Some(flaw) = page.flaw() {
        lines.text(0, flaw, theme.bad());
        lines.gap();
    }
    if page.has_times() {
        lines.text(0, "Times are shown as in the AWS CLI; sent as seconds.", theme.dim());
    }
}

/// No version is known whose answer could be read.
fn write_without_version(app: &App, theme: Theme, lines: &mut Lines) {
    let versions = app.current_name().and_then(|image| app.place().versions_of(&image));
    let Some(versions) = versions.filter(|_| app.raw_of().is_none()) else { return };
    match &versions.load.stage {
        LoadStage::Loading { .. } if !app.says_loading() => {}
        LoadStage::Loading { .. } => lines.text(0, "Loading versions…", theme.busy()),
        LoadStage::Failed { failure, .. } => {
            state::write_trouble(app, theme, ("Couldn't list versions", failure), "", lines);
        }
        LoadStage::Idle => lines.text(0, "No versions yet.", theme.strong()),
    }
}

/// What is drawn, and where.
struct Drawing<'a> {
    app: &'a App,
    theme: Theme,
    page: &'a RawPage,
    head: &'a Lines,
    window: Rect,
}

impl Drawing<'_> {
    /// Draws what of head and rows is in the window.
    fn draw(&self, buffer: &mut Buffer) -> Viewport {
        let (head, rows) = (self.head.len(), self.page.rows());
        let height = usize::from(self.window.height);
        let count = head + rows.len();
        let above = self.app.browser().detail_scroll.min(count.saturating_sub(height));
        if above < head {
            let shown = cells::short(head - above).min(self.window.height);
            self.head.draw(Rect { height: shown, ..self.window }, above, buffer);
        }
        let first = above.max(head);
        let top = self.window.y + cells::short(first - above);
        for (row, y) in rows.iter().skip(first - head).zip(top..self.window.bottom()) {
            let line = self.row(row.start, row.end);
            cells::put_line(buffer, (self.window.x, y), &line, self.window.width);
        }
        Viewport { above, below: count.saturating_sub(above + height), window: height, caret: None }
    }

    /// How many bytes of what is at the edge of the window are worth drawing: one cell more than there is
    /// room for, so that it is told that this is not all.
    fn visible(&self, text: &str) -> usize {
        let mut left = usize::from(self.window.width) + 1;
        let fits = cells::graphemes(text).take_while(|(_, _, width)| {
            let fits = left > 0;
            left = left.saturating_sub(*width);
            fits
        });
        fits.last().map_or(0, |(at, grapheme, _)| at + grapheme.len())
    }

    /// A row from its first cell in the window on, with what was found in it.
    fn row(&self, start: usize, end: usize) -> Line<'_> {
        let (text, tab) = (self.page.text(), &self.app.browser().raw);
        let column = if tab.is_cut { tab.column } else { 0 };
        let (mut skipped, mut bytes) = (0, 0);
        for (_, grapheme, width) in cells::graphemes(&text[start..end]) {
            if skipped >= column {
                break;
            }
            skipped += width;
            bytes += grapheme.len();
        }
        let start = start + bytes;
        let end = start + self.visible(&text[start..end]);
        // A wide character at the edge leaves a cell free.
        let mut line = Line::raw(" ".repeat(skipped.saturating_sub(column)));
        let mut from = start;
        for (found, is_current) in self.page.found().within(start..end) {
            let (begin, stop) = (found.start.max(start), found.end.min(end));
            line.spans.push(Span::raw(&text[from..begin]));
            let style = if is_current { self.theme.current_match() } else { self.theme.found() };
            line.spans.push(Span::styled(&text[begin..stop], style));
            from = stop;
        }
        line.spans.push(Span::raw(&text[from..end]));
        line
    }
}
