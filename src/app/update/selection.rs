//! Which image is selected, and what follows when another is.

use crate::app::{App, Effect, Effects, Timer};
use crate::domain::ImageName;

/// Selects an image, as when its form is opened from elsewhere.
pub fn select(app: &mut App, fx: &mut Effects, name: &ImageName) {
    let before = app.current_name();
    let (place, browser) = app.place_and_browser();
    browser.list.select(&place.images, name.clone());
    moved(app, fx, before.as_ref());
}

/// The selection may have moved: begins to wait until it rests.
pub fn moved(app: &mut App, fx: &mut Effects, before: Option<&ImageName>) {
    if app.current_name().as_ref() != before {
        app.browser_mut().detail_scroll = 0;
        app.browser_mut().raw.column = 0;
        app.browser_mut().only_just_asked = true;
        read_once_it_rests(app, fx);
    }
}

/// Where a detail can be seen, what its open tab shows is read once the selection rests.
pub fn read_once_it_rests(app: &App, fx: &mut Effects) {
    if app.shows_detail() {
        fx.push(Effect::After { timer: Timer::SelectionRested, delay: app.pace.selection_rest });
    }
}
