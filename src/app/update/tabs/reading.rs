//! Reading what the open tab shows. Of the others nothing is asked.

use crate::app::update::places::loading;
use crate::app::{App, Effect, Effects, Tab, Timer};

use super::{raw, tags, usage, versions};

/// The selection has rested: reads what the open tab shows of it.
pub fn rested(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    // It may have gone from the screen meanwhile.
    if app.shows_detail() {
        read_open(app, fx);
    }
}

/// The cursor over the versions has rested: reads in full the one in focus, and of the others nothing.
pub fn cursor_rested(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    let Some(image) = app.current_name() else { return };
    match app.tab() {
        Tab::Versions => versions::read_focus(app, fx, &image),
        Tab::Details | Tab::Tags | Tab::Raw | Tab::Usage => {}
    }
}

/// Reads what the open tab shows, unless it was read just now or is being read.
pub fn read_open(app: &mut App, fx: &mut Effects) {
    let Some(image) = app.current_name() else { return };
    app.browser_mut().only_just_asked = true;
    fx.push(Effect::After { timer: Timer::Patience, delay: app.pace.patience });
    match app.tab() {
        Tab::Details => loading::read_detail(app, fx, &image),
        Tab::Versions => versions::read(app, fx, &image),
        Tab::Tags => tags::read(app, fx, &image),
        Tab::Usage => usage::read(app, fx, &image),
        Tab::Raw => raw::read(app, fx, &image),
    }
}

/// Reads what the open tab shows, if it can be seen, however new what is known of it is. Where a filter for usage
/// keeps every image out, that is what is read.
pub fn ask_open(app: &mut App, fx: &mut Effects) {
    // Somebody wants to see that something is done.
    app.browser_mut().only_just_asked = false;
    if app.lacks_images_for_usage() {
        return usage::ask(app, fx);
    }
    let Some(image) = app.current_name().filter(|_| app.shows_detail()) else { return };
    match app.tab() {
        Tab::Details => loading::ask_detail(app, fx, &image),
        Tab::Versions => versions::ask(app, fx, &image),
        Tab::Tags => tags::ask(app, fx, &image),
        Tab::Usage => usage::ask(app, fx),
        Tab::Raw => raw::ask(app, fx, &image),
    }
}
