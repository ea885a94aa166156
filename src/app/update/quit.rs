//! Leaving.

use crate::app::{App, Effect, Effects, Overlay};

/// Quits, or first asks if something would be left behind. Asked a second time, it quits.
pub fn ask(app: &mut App, fx: &mut Effects) {
    let asked = app.place().overlays.last() == Some(&Overlay::AskQuit);
    if asked || !leaves_something(app) {
        fx.push(Effect::Quit);
    } else {
        app.place_mut().overlays.push(Overlay::AskQuit);
    }
}

fn leaves_something(app: &App) -> bool {
    app.places.iter().any(|place| {
        let sent = |write: &crate::app::Write| !write.can_be_called_off();
        place.drafts().next().is_some() || place.writes.values().any(sent)
    })
}
