//! How the screen looks, as the person wants it.

use crate::app::{App, Effect, Effects, Overlay, ThemesPage, Tone};
use crate::domain::Text;
use crate::theme::{Depth, Ground};

/// Opens the list of themes, or keeps the one under its cursor.
pub fn pick(app: &mut App, fx: &mut Effects, opens: bool) {
    if opens { open(app) } else { choose(app, fx) }
}

/// Opens the list of themes, on the one in force.
fn open(app: &mut App) {
    let at = app.appearance.themes.names().position(|name| name == app.appearance.name());
    app.open(Overlay::Themes(ThemesPage { at: at.unwrap_or_default() }));
}

/// Keeps the theme under the cursor, for this session and those that follow.
fn choose(app: &mut App, fx: &mut Effects) {
    let Some(name) = looked_at(app).map(str::to_owned) else { return };
    app.place_mut().overlays.pop_if(|top| matches!(top, Overlay::Themes(_)));
    app.appearance.choose(&name);
    fx.push(Effect::KeepTheme(Text::clean(&name)));
    if app.appearance.is_set() {
        let words = format!("Theme {name} until you quit: the config file or command line sets another.");
        app.notify(fx, Tone::Plain, words);
    }
}

/// The theme that was kept in an earlier session: what is set counts more.
pub fn remembered(app: &mut App, name: &Text) {
    if !app.appearance.is_set() {
        app.appearance.choose(name.as_str());
    }
}

/// From light to dark, or from dark to light, until the program ends.
pub fn toggle(app: &mut App, fx: &mut Effects) {
    let before = *app.appearance.palette();
    let words = match app.appearance.toggle() {
        _ if app.appearance.depth == Depth::None => "Colors are off.",
        _ if *app.appearance.palette() == before => {
            "The colors are the terminal's own, in light and dark alike."
        }
        Ground::Light => "Colors for a light background.",
        Ground::Dark => "Colors for a dark background.",
    };
    app.notify(fx, Tone::Plain, words.into());
}

/// The terminal says that light or dark is wanted from now on.
pub fn wanted(app: &mut App, fx: &mut Effects, ground: Ground) {
    let (is_to_ask, draw) = app.appearance.want(ground);
    fx.draw = draw;
    if is_to_ask {
        fx.push(Effect::AskBackground);
    }
}

/// Shows the theme under the cursor while there is one, and the chosen one else.
pub fn follow(app: &mut App, fx: &mut Effects) {
    let name = looked_at(app).map(str::to_owned);
    fx.draw |= app.appearance.preview(name.as_deref());
}

fn looked_at(app: &App) -> Option<&str> {
    let at = app.place().overlays.iter().find_map(|overlay| match overlay {
        Overlay::Themes(page) => Some(page.at),
        _ => None,
    })?;
    app.appearance.themes.names().nth(at)
}
