//! Leaving.

use crate::app::{App, Effect, Effects, Form, Overlay, Place, Tone};
use crate::flow::{Flow, Write};
use crate::keys::Action;

use super::shell_picking;

/// Quits, or first asks if something would be left behind. Asked a second time, it quits.
pub fn ask(app: &mut App, fx: &mut Effects) {
    if app.is_picker() {
        return shell_picking::leave(app, fx);
    }
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
        let key = app.keymap.first_key(Action::Quit);
        let words = format!("There are drafts or changes in progress. Press {key} to see them first.");
        app.notify(fx, Tone::Plain, words);
    } else {
        fx.push(Effect::Demo);
    }
}

/// Whether there is something to ask about. The demo's drafts and changes go with it, as everybody
/// expects. A draft that is as an earlier session left it stays so: of those it was told at the start.
fn leaves_something(app: &App) -> bool {
    let is_left = |place: &Place| {
        let is_new = |form: &Form| !form.is_as_left();
        // What an earlier session sent is looked up the next time too.
        let is_out = |write: &Write| !write.can_be_called_off() && !write.is_earlier;
        place.drafts().any(is_new)
            || place.writes().any(is_out)
            || place.flows.values().any(Flow::has_to_go_on)
    };
    let is_unnoted = app.notes.lacking_of_sent().next().is_some();
    !app.mode.demo && (is_unnoted || app.places.iter().any(is_left))
}
