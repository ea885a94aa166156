//! Going to another place, and back.

use crate::app::ticket::Asker;
use crate::app::update::edits::{base, following, recall, ticking};
use crate::app::update::refreshing::pacing;
use crate::app::update::tabs::reading;
use crate::app::{App, Browser, Effect, Effects, LoadStage, Overlay, Pane, Place, PlaceId, Remote, Timer};
use crate::domain::{Aim, Location};

use super::loading;

/// Goes to the place that `aim` names: one that is known, as it was left, or a new one. From then
/// on nothing of the place before is on the screen, and nothing that was asked for it lands
/// anywhere but there.
pub fn to(app: &mut App, fx: &mut Effects, aim: Aim) {
    let known = app.places.iter().position(|place| is_aimed_at(place, &aim)).map(PlaceId);
    if known == Some(app.here) {
        return;
    }
    // An image that was asked for by name is looked for where there are keys at last.
    let wanted = app.browser().list.anchor().filter(|_| app.place().is_unusable()).cloned();
    leave(app, fx);
    app.here = known.unwrap_or_else(|| add(app, fx, aim));
    if let Some(name) = wanted.filter(|_| known.is_none()) {
        let (place, browser) = app.place_and_browser();
        browser.list.select(&place.images, name);
        browser.pane = Pane::Detail;
    }
    arrive(app, fx);
}

/// Whether `place` is what `aim` would lead to.
fn is_aimed_at(place: &Place, aim: &Aim) -> bool {
    let (asked, there) = (&place.aim, &place.location);
    let plain = |profile: &Option<crate::domain::Text>| profile.clone().unwrap_or_else(|| "default".into());
    // With keys in the environment, a profile that is named by hand is another account.
    let same_profile = asked.profile == aim.profile
        || (!there.environment_keys && aim.profile.is_some() && plain(&there.profile) == plain(&aim.profile));
    let region = there.region.as_ref().or(asked.region.as_ref());
    same_profile && (asked == aim || region.is_some() && region == aim.region.as_ref())
}

fn add(app: &mut App, fx: &mut Effects, aim: Aim) -> PlaceId {
    // Whatever else the configuration says is known in a moment.
    let alike = app.places.iter().find(|place| place.aim.profile == aim.profile);
    let (profile, environment_keys) = match alike {
        Some(place) => (place.location.profile.clone(), place.location.environment_keys),
        None => (aim.profile.clone(), false),
    };
    let location = Location { profile, region: aim.region.clone(), environment_keys, ..Location::default() };
    let browser = Browser { tab: app.tab(), ..Browser::sorted(app.browser().list.sort()) };
    let id = app.add_place(Place::new(aim.clone(), location), browser);
    fx.push(Effect::Open { place: id, aim });
    id
}

/// Nothing is read any more for the place that is left; what was sent, or is about to be, goes on,
/// and its outcome is still looked up.
fn leave(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    give_up(app, fx, here);
    fx.push(Effect::Disarm(Timer::SelectionRested));
    fx.push(Effect::Disarm(Timer::CursorRested));
    app.notices.clear_passing();
    let now = app.now;
    let place = app.place_mut();
    place.left_at = Some(now);
    // It was to be asked whose keys these are: that remains to be done.
    place.doubtful |= place.account.is_loading();
    place.account.abandon();
    // What was only looked at is not what the person comes back for.
    place.overlays.retain(|overlay| overlay.page().stays);
    // What is not on the screen is not seen.
    app.look_again(here, |_| true);
}

/// So many places that are not on the screen keep their rows, which may be thousands each.
const KEPT: usize = 8;

/// Takes the rows of the places that were left longest ago off the memory.
fn thin_out(app: &mut App) {
    let mut left: Vec<_> = app.places.iter_mut().filter(|place| !place.images.is_empty()).collect();
    left.sort_by_key(|place| std::cmp::Reverse(place.left_at));
    for place in left.into_iter().filter(|place| place.left_at.is_some()).skip(KEPT) {
        place.images.forget_rows();
        place.forget_details();
    }
}

/// Ends every read for a place that is about the screen.
pub fn give_up(app: &mut App, fx: &mut Effects, id: PlaceId) {
    app.end_calls(fx, id, |purpose| match purpose.asker() {
        Asker::Screen => true,
        Asker::Flow | Asker::Program => false,
    });
    fx.push(Effect::Disarm(Timer::Scan(id)));
    let place = &mut app.places[id.0];
    place.abandon_details();
    for form in place.forms.values_mut() {
        form.base.abandon();
    }
    if place.images.load.is_loading() {
        place.images.load.stage = LoadStage::Idle;
    }
    place.refreshing.abandon();
}

/// What was known of the place stands there at once, marked as old, and is read anew.
fn arrive(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    app.place_mut().left_at = None;
    thin_out(app);
    // In doubt, it waits until it is known again whose account it is.
    if !app.place().doubtful {
        following::gather(app, fx, here, true);
    }
    let place = app.place_mut();
    if std::mem::take(&mut place.doubtful) || !matches!(place.account, Remote::Ready(_)) {
        loading::locate(app, fx, here);
    }
    loading::read_list(app, fx, here);
    let place = app.place_mut();
    place.images.load.is_old = !place.images.is_empty();
    if app.shows_detail() {
        reading::read_open(app, fx);
    }
    let now = app.now;
    for overlay in &mut app.place_mut().overlays {
        if let Overlay::Review(review) = overlay {
            review.back_at = Some(now);
        }
    }
    base::come_back(app, fx);
    ticking::tick(app, fx);
    // What is left of the wait was for the place before.
    pacing::wait(app, fx);
}

/// Notes where the person is, once it is known.
pub fn remember(app: &mut App, fx: &mut Effects) {
    let place = &app.places[app.here.0];
    let region = place.location.region.clone();
    let profile = place.location.profile.clone().filter(|_| !place.location.environment_keys);
    let is_real = place.known_account().is_some() && !app.mode.demo;
    if is_real && app.recent.visit(profile.as_ref(), region.as_ref()) {
        fx.push(Effect::Remember(app.recent.clone()));
    }
}

/// Stops looking for keys at the place on the screen.
pub fn stop_trying(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    let tried = app.place().trying.clone();
    fx.push(Effect::StopKeys(here));
    let was_loading = app.place().images.load.is_loading();
    give_up(app, fx, here);
    let words =
        tried.map_or("You stopped it.".into(), |tried| format!("You stopped it while trying {tried}."));
    let failure = crate::domain::Failure::new(crate::domain::FailureClass::Stopped, &words);
    let place = app.place_mut();
    place.trying = None;
    if matches!(place.account, Remote::Loading { .. }) {
        place.account.resolve(Err(failure.clone()));
    }
    if was_loading {
        place.images.load.stage = LoadStage::Failed { failure, got: 0 };
    }
    recall::ask(app, fx, here);
}
