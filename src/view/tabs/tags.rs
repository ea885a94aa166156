//! The tags of an image.
//!
//! ```text
//! team         vision
//! cost-center  4711
//! aws:…stack   images-prod  AWS
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::wrap::Break;
use crate::domain::{ImageName, TagSet, Text};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::{Look, Theme};

use super::{members, state};

/// A key of so many cells, or half of the row, stands beside its value; longer ones stand above it.
const WIDEST_KEY: usize = 28;
/// Fewer cells than this, and a value stands below its key.
const LEAST_VALUE: usize = 16;

/// Draws them and tells how far they can be scrolled.
pub fn draw(app: &App, look: &Look, image: &ImageName, area: Rect, buffer: &mut Buffer) -> Viewport {
    let mut lines = Lines::new(area.width);
    write(app, look.theme, image, &mut lines);
    lines.draw(area, app.browser().detail_scroll, buffer)
}

/// How fresh they are.
#[must_use]
pub fn read_state(app: &App, theme: Theme, image: &ImageName) -> Line<'static> {
    let tags = app.place().tags_of(image);
    tags.map_or_else(Line::default, |tags| state::of(app, theme, &tags.value, tags.read_at))
}

fn write(app: &App, theme: Theme, image: &ImageName, lines: &mut Lines) {
    let Some(tags) = app.place().tags_of(image) else { return };
    if let Some(failure) = tags.value.failure() {
        let left = state::left(app, tags.read_at.filter(|_| tags.value.value().is_some()));
        state::write_trouble(app, theme, ("Couldn't list tags", failure), &left, lines);
    }
    match tags.value.value() {
        Some(set) if set.tags.is_empty() => lines.text(0, "No tags.", theme.strong()),
        Some(set) => write_all(theme, set, lines),
        None if tags.value.is_loading() && app.says_loading() => lines.text(0, "Loading tags…", theme.busy()),
        None => {}
    }
}

fn write_all(theme: Theme, set: &TagSet, lines: &mut Lines) {
    let widest = WIDEST_KEY.max(lines.width() / 2);
    let widths = set.tags.keys().map(|key| cells::width(key.as_str())).filter(|width| *width <= widest);
    let column = widths.max().unwrap_or(0) + 2;
    for (key, value) in &set.tags {
        write_tag(theme, set, (key, value), column, lines);
    }
}

fn write_tag(theme: Theme, set: &TagSet, (key, value): (&Text, &Text), column: usize, lines: &mut Lines) {
    let is_of_aws = TagSet::is_of_aws(key.as_str());
    let style = if is_of_aws { theme.dim() } else { theme.plain() };
    let (text, value_style) = match value.as_str() {
        "" => ("empty".to_owned(), theme.dim()),
        blank if blank.trim().is_empty() => (members::blanks(blank), theme.dim()),
        value => (value.to_owned(), style),
    };
    let note = if is_of_aws {
        "  (managed by AWS)"
    } else if set.is_locked(key.as_str()) {
        "  (not shown exactly)"
    } else {
        ""
    };
    let runs = [(text, value_style), (note.to_owned(), theme.dim())];
    let key_style = if is_of_aws { theme.dim() } else { theme.strong() };
    if cells::width(key.as_str()) + 2 > column || lines.width() < column + LEAST_VALUE {
        lines.runs(Span::raw(""), &[(key.as_str().to_owned(), key_style)], Break::Anywhere);
        return lines.runs("  ".into(), &runs, Break::Blanks);
    }
    let pad = " ".repeat(column - cells::width(key.as_str()));
    lines.runs(Span::styled(format!("{key}{pad}"), key_style), &runs, Break::Blanks);
}
