//! From a user of an image to what describes it, and back.

use crate::app::update::browse;
use crate::app::{App, Effects, Pane, RawSubject, Tab};

use super::raw;

/// Shows the description of the user under the cursor, as it came.
pub fn describe(app: &mut App, fx: &mut Effects) {
    browse::show(app, fx, Tab::Raw);
    app.browser_mut().pane = Pane::Detail;
    raw::set_subject(app, fx, RawSubject::User);
    app.browser_mut().raw.is_from_users = true;
}

/// From there back to the users; whether that is where the person was.
pub fn go_back(app: &mut App, fx: &mut Effects) -> bool {
    let is_there = app.tab() == Tab::Raw && app.browser().raw.is_from_users;
    if is_there {
        browse::show(app, fx, Tab::Usage);
    }
    is_there
}
