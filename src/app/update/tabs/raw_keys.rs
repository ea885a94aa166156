//! What keys do to the answer of the service as it is shown.

use crate::app::{App, Effects};
use crate::keys::RawAction;

use super::{raw, searching};

/// Does what a key stands for. One line an action: none can be forgotten here.
pub fn act(app: &mut App, fx: &mut Effects, action: RawAction) {
    match action {
        RawAction::Format => raw::change_format(app),
        RawAction::Subject => raw::change_subject(app, fx),
        RawAction::Wrap => raw::change_wrapping(app),
        RawAction::Left | RawAction::Right => raw::go_sideways(app, action == RawAction::Right),
        RawAction::Copy => raw::copy(app, fx),
        RawAction::Search => searching::begin(app),
        RawAction::NextMatch | RawAction::PreviousMatch => {
            searching::step(app, action == RawAction::NextMatch);
        }
        RawAction::KeepSearch => searching::keep(app),
        RawAction::ClearSearch | RawAction::DropSearch => searching::drop_search(app),
    }
}
