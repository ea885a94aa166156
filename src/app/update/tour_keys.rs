//! What the keys of the tour do.

use crate::app::{App, Effect, Effects, Timer, Tone};

/// Goes on with it, after so many tenths of a second.
pub fn go_on(app: &App, fx: &mut Effects, tenths: u32) {
    if app.tour.as_ref().is_some_and(|tour| !tour.is_paused) {
        fx.push(Effect::After { timer: Timer::Tour, delay: app.pace.tour * tenths });
    }
}

/// What its keys do.
pub fn act(app: &mut App, fx: &mut Effects, pauses: bool) {
    if pauses { pause(app, fx) } else { end(app, fx) }
}

/// Has the tour wait, or go on.
pub fn pause(app: &mut App, fx: &mut Effects) {
    let Some(tour) = &mut app.tour else { return };
    tour.is_paused = !tour.is_paused;
    if tour.is_paused {
        fx.push(Effect::Disarm(Timer::Tour));
    } else {
        go_on(app, fx, 1);
    }
}

/// The person takes over.
pub fn end(app: &mut App, fx: &mut Effects) {
    if app.tour.take().is_some() {
        fx.push(Effect::Disarm(Timer::Tour));
        app.notify(fx, Tone::Plain, "The tour is over. You take over where it stands.".into());
    }
}
