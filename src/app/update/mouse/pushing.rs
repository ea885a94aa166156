//! What is done when the button is released on what it was pressed on.

use crate::app::update::act;
use crate::app::update::pointer::is_just_now;
use crate::app::{App, Effects, Target};
use crate::keys::Action;

/// Does what the key would do that stands there.
pub fn push(app: &mut App, fx: &mut Effects, target: &Target) {
    let action = match target {
        Target::Action(action) => *action,
        Target::Profile => Action::PickProfile,
        Target::Region => Action::PickRegion,
        Target::List
        | Target::Detail
        | Target::Page
        | Target::PageList
        | Target::Image(_)
        | Target::Tab(_)
        | Target::Version(..)
        | Target::Usage(..)
        | Target::Field(_)
        | Target::FieldText(..)
        | Target::Line(_)
        | Target::Divider
        | Target::Entry(_)
        | Target::Draft(_)
        | Target::Offer(_)
        | Target::Command(_)
        | Target::Copy(_)
        | Target::Theme(_) => return,
    };
    let is_meant = !app.wants_an_answer() || app.pointer.front_since.is_none_or(|at| !is_just_now(app, at));
    if is_meant && app.can_click(action) {
        fx.draw = true;
        act::act(app, fx, action);
    }
}
