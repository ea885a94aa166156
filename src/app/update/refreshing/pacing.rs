//! When the next reading is due, and whether it may go out.

use std::time::Duration;

use crate::app::refreshing::heals;
use crate::app::{App, Effect, Effects, LoadStage, PlaceId, Timer};
use crate::domain::{AutoRefresh, Failure, FailureClass};

/// Begins to wait until the list is read again by itself. While nobody is there no more is done than to count
/// the time.
pub fn wait(app: &mut App, fx: &mut Effects) {
    const AWAY: Duration = Duration::from_mins(1);
    let AutoRefresh::Every(time) = app.pace.refresh else { return };
    let delay = if app.attention.missed { AWAY } else { time * app.place().refreshing.slowness() };
    wait_for(app, fx, delay);
}

/// Has the list read again by itself at once.
pub fn hurry(app: &mut App, fx: &mut Effects) {
    match app.pace.refresh {
        AutoRefresh::Every(_) => wait_for(app, fx, Duration::ZERO),
        AutoRefresh::Off => {}
    }
}

fn wait_for(app: &mut App, fx: &mut Effects, delay: Duration) {
    app.attention.wait = delay;
    fx.push(Effect::After { timer: Timer::Refresh, delay });
}

/// Something that was read by itself did not come: from now on less is asked. What waits already goes on
/// waiting as long as it was told.
pub fn slow_down(app: &mut App, place: PlaceId, failure: &Failure) {
    if failure.class != FailureClass::NotFound {
        app.places[place.0].refreshing.slow_down();
    }
}

/// Whether somebody is there to look.
pub fn is_looked_at(app: &App) -> bool {
    app.attention.is_there(app.pace.absence)
}

/// Whether the place on the screen may be asked by itself. Where keys are wanted, or whose they are is not
/// known, it waits for somebody to ask; and it stands back behind what somebody waits for.
pub fn may_ask(app: &App) -> bool {
    let place = app.place();
    let is_in_doubt = place.doubtful || place.wants.is_some() || place.is_lost || place.account.is_loading();
    let is_busy = place.images.load.is_loading() || place.usage.running().is_some();
    let may_heal = |failure: &Failure| heals(failure.class);
    let may_be_listed = match &place.images.load.stage {
        LoadStage::Failed { failure, .. } => may_heal(failure),
        LoadStage::Idle | LoadStage::Loading { .. } => true,
    };
    let may_go_on = place.refreshing.failure.as_ref().is_none_or(may_heal);
    !is_in_doubt && !is_busy && may_be_listed && may_go_on
}
