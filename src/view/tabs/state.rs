//! How fresh a tab is, as its frame says it, and why its newest reading came to nothing.

use jiff::Timestamp;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Remote};
use crate::domain::Failure;
use crate::keys::Action;
use crate::view::text::lines::Lines;
use crate::view::text::{age, failure};
use crate::view::theme::Theme;

/// How fresh a value is.
#[must_use]
pub fn of<T>(app: &App, theme: Theme, value: &Remote<T>, read_at: Option<Timestamp>) -> Line<'static> {
    match (value, read_at) {
        (Remote::Loading { old: Some(_) }, Some(at)) if !app.says_loading() => read(app, theme, at),
        (Remote::Loading { .. }, _) if !app.says_loading() => Line::default(),
        (Remote::Loading { old: Some(_) }, _) => refreshing(theme, "…"),
        (Remote::Loading { old: None }, _) => loading(theme, "…"),
        (Remote::Ready(_), Some(at)) => read(app, theme, at),
        (Remote::Failed { old: Some(_), .. }, Some(at)) => old(app, theme, at),
        (Remote::Idle | Remote::Ready(_) | Remote::Failed { .. }, _) => Line::default(),
    }
}

/// It comes for the first time; `more` says how far it has come.
#[must_use]
pub fn loading(theme: Theme, more: &str) -> Line<'static> {
    words(format!("loading{more}"), theme.busy())
}

/// It comes again.
#[must_use]
pub fn refreshing(theme: Theme, more: &str) -> Line<'static> {
    words(format!("refreshing{more}"), theme.busy())
}

/// It is here.
#[must_use]
pub fn read(app: &App, theme: Theme, at: Timestamp) -> Line<'static> {
    words(format!("read {}", age::long(at, app.now)), theme.dim())
}

/// It is here, and no newer could be had.
#[must_use]
pub fn old(app: &App, theme: Theme, at: Timestamp) -> Line<'static> {
    words(format!("! old, read {}", age::long(at, app.now)), theme.bad())
}

/// Of a text that is owned, `Line::styled` would make another.
fn words(words: String, style: Style) -> Line<'static> {
    Line::from(Span::raw(words)).style(style)
}

/// Writes why something can't be read, what of it is there all the same, and how to try again.
pub fn write_trouble(
    app: &App,
    theme: Theme,
    (what, failure): (&str, &Failure),
    left: &str,
    lines: &mut Lines,
) {
    failure::write(app, lines, theme, what, failure);
    let again = app.keymap.first_key(Action::Refresh);
    lines.text(2, format!("{left} Press {again} to try again.").trim_start(), theme.strong());
    lines.gap();
}

/// What of it is there, if it was read before.
#[must_use]
pub fn left(app: &App, read_at: Option<Timestamp>) -> String {
    let told = |at| format!("Showing old data, read {}.", age::long(at, app.now));
    read_at.map(told).unwrap_or_default()
}
