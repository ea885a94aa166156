//! Somebody comes back, or goes away.

use crate::app::{App, Effects};

use super::{image, pacing};

/// The terminal got the focus, or lost it.
pub fn focused(app: &mut App, fx: &mut Effects, is_here: bool) {
    app.attention.focus(is_here);
    fx.draw = false;
    come_back(app, fx);
}

/// Somebody typed, or has come back to the program.
pub fn typed(app: &mut App, fx: &mut Effects) {
    app.attention.typed();
    come_back(app, fx);
}

/// What was not read while nobody was there is read at once.
fn come_back(app: &mut App, fx: &mut Effects) {
    if !app.attention.is_away() {
        app.alerts.clear();
    }
    if app.attention.missed && pacing::is_looked_at(app) {
        app.attention.missed = false;
        pacing::hurry(app, fx);
        image::watch(app, fx);
    }
}
