//! The mouse in hand: whether it is used, what its button holds, how close two clicks are.

use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Effect, Effects, Held, Tone};
use crate::keys::Action;

use super::divider;

/// Uses the mouse from now on, or not any more.
pub fn toggle(app: &mut App, fx: &mut Effects) {
    let_go(app, fx);
    app.pointer.is_on = !app.pointer.is_on;
    fx.push(Effect::ReportMouse(app.pointer.is_on));
    let key = app.keymap.first_key(Action::Help);
    let words = if app.pointer.is_on {
        format!("Mouse on. To select text, hold Shift in most terminals; {key} says more.")
    } else {
        "Mouse off: select and copy text as usual.".into()
    };
    app.notify(fx, Tone::Plain, words);
}

/// Lets go of what the button held, which is given back; the divider is kept where it was put.
pub fn let_go(app: &mut App, fx: &mut Effects) -> Option<Held> {
    let held = app.pointer.held.take();
    if matches!(held, Some(Held::Divider { is_moved: true, .. })) {
        divider::keep(app, fx);
    }
    held
}

/// Whether it was no longer ago than the halves of a double click lie apart.
pub fn is_just_now(app: &App, at: Timestamp) -> bool {
    let within = SignedDuration::try_from(app.pace.double_click).unwrap_or_default();
    // The clock may have been put back since.
    (SignedDuration::ZERO..within).contains(&app.now.duration_since(at))
}
