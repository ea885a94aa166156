//! Leaving.

use crate::app::{App, Effect, Effects, Overlay, Tone};

/// Quits, or first asks if something would be left behind. Asked a second time, it quits.
pub fn ask(app: &mut App, fx: &mut Effects) {
    let asked = app.place().overlays.last() == Some(&Overlay::AskQuit);
    if asked || !leaves_something(app) {
        fx.push(Effect::Quit);
    } else {
        app.place_mut().overlays.push(Overlay::AskQuit);
    }
}

/// Begins the demo, which ends this: nothing may be left behind.
pub fn try_demo(app: &mut App, fx: &mut Effects) {
    if leaves_something(app) {
        let words = "The demo would leave a draft or a change under way behind. q asks about them.";
        app.notify(fx, Tone::Plain, words.into());
    } else {
        fx.push(Effect::Demo);
    }
}

fn leaves_something(app: &App) -> bool {
    app.places.iter().any(|place| {
        // What an earlier session sent is looked up the next time too.
        let sent = |write: &crate::app::Write| !write.can_be_called_off() && !write.is_earlier;
        place.drafts().next().is_some() || place.writes.values().any(sent)
    })
}
