//! How the program begins.

use std::time::Duration;

use crate::app::{App, Effect, Effects, Pane, Timer};

use super::places::{loading, picking};
use super::refreshing::pacing;
use super::tabs::reading;
use super::tour_keys;

/// Asks where we are, who we are and what is here, all at once.
pub fn start(app: &mut App, fx: &mut Effects) {
    wait_a_minute(fx);
    pacing::wait(app, fx);
    picking::survey(app, fx);
    loading::locate(app, fx, app.here);
    loading::read_list(app, fx, app.here);
    tour_keys::go_on(app, fx, 10);
    if let Some(name) = app.wanted.take() {
        let (place, browser) = app.place_and_browser();
        browser.list.select(&place.images, name);
        browser.pane = Pane::Detail;
        reading::read_open(app, fx);
    }
}

/// Has the screen drawn again in a minute: ages on it are in minutes.
pub fn wait_a_minute(fx: &mut Effects) {
    fx.push(Effect::After { timer: Timer::Minute, delay: Duration::from_mins(1) });
}
