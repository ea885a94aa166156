//! How far the list has come, and how old it is.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, LoadStage};
use crate::keys::Action;
use crate::view::text::{age, cells};
use crate::view::theme::Theme;

use super::{fresh, unjudged};

/// How far the list has come, and how old it is; nothing when it is whole and fresh. Where there is
/// little room, that it is old stays.
#[must_use]
pub fn load_state(app: &App, theme: Theme, width: u16) -> Line<'static> {
    let images = &app.place().images;
    // The middle of the pane says it.
    if images.is_empty() {
        return Line::default();
    }
    let (words, style) = fresh::words(app, theme).unwrap_or_else(|| load_words(app, theme));
    // Corners, strokes and blanks of the frame.
    let room = usize::from(width).saturating_sub(7);
    let fitting = words.into_iter().rev().reduce(
        |terser, words| {
            if cells::width(&words) <= room { words } else { terser }
        },
    );
    // Of a text that is owned, `Line::styled` would make another.
    fitting.map_or_else(Line::default, |words| Line::from(Span::raw(words)).style(style))
}

/// The words, then terser ones.
fn load_words(app: &App, theme: Theme) -> (Vec<String>, Style) {
    let (place, load) = (app.place(), &app.place().images.load);
    let read = || match load.read_at() {
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
            let key = app.keymap.first_key(Action::Refresh);
            let words = [&*read(), what].map(|state| format!("! {state}, {key} to retry"));
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
                format!("{}; {doing}", read()),
                format!("{what}; {doing}"),
                format!("{what}; {doing_in_short}"),
                read(),
                what.into(),
            ]
        }
        (true, None) => vec![read(), what.into()],
        (false, Some(doing)) => vec![doing],
        (false, None) if app.browser().list.is_sifting() => vec!["filtering…".into()],
        (false, None) if app.browser().list.is_sorting() => vec!["sorting…".into()],
        (false, None) => match app.browser().list.filter().problems().first() {
            Some(problem) if app.browser().typing.is_none() => {
                vec![format!("! {problem}"), "! invalid filter".into()]
            }
            Some(_) | None => unjudged::words(app),
        },
    };
    match fresh::age(app).filter(|_| words.is_empty()) {
        Some(age) => (vec![age], theme.dim()),
        None => (words, theme.busy()),
    }
}
