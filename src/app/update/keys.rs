//! Keys that change while the program runs, as after a new log-in: they may be another account's.

use crate::app::{App, Effect, Effects, History, Images, ListView, PlaceId, Purpose, Remote, Tone};
use crate::domain::{Failure, FailureClass, Location, Text};

use super::{drafts, loading};

/// A failure after which other keys may come: from then on the account is in doubt.
pub fn doubt(app: &mut App, place: PlaceId, failure: &Failure) {
    let after =
        [FailureClass::Expired, FailureClass::NoCredentials, FailureClass::BadKey, FailureClass::Clock];
    if after.contains(&failure.class) {
        app.places[place.0].doubtful = true;
    }
}

/// Something went well again: if the account is in doubt, it is asked for anew.
pub fn ask_again(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: &Purpose) {
    let is_about_it =
        matches!(purpose, Purpose::Locate | Purpose::Account | Purpose::Survey | Purpose::LogIn);
    if app.places[place.0].doubtful && !is_about_it {
        app.places[place.0].doubtful = false;
        loading::locate(app, fx, place);
    }
}

/// Whether nothing may be sent, because the account was known, and it is not known whether it still
/// is that one.
#[must_use]
pub fn is_in_doubt(app: &App, place: PlaceId) -> bool {
    let place = &app.places[place.0];
    let is_known = matches!(place.account, Remote::Ready(_)) && !place.doubtful;
    place.account.value().is_some() && !is_known
}

/// The account is known. If it is another than before, nothing that was known is of any use: what
/// was typed is kept under the old account, and everything is read anew.
pub fn account_landed(app: &mut App, fx: &mut Effects, place: PlaceId, account: Result<Text, Failure>) {
    let before = app.places[place.0].account.value().cloned();
    let is_other = matches!((&before, &account), (Some(before), Ok(now)) if before != now);
    if is_other {
        // Still under the account it was typed for; and where that is reached otherwise, it is there.
        drafts::keep(app, fx, true);
        drafts::hand_on(app, place);
    }
    let now = account.as_ref().ok().cloned();
    let at = &mut app.places[place.0];
    at.account.resolve(account);
    if at.account.failure().is_none() {
        at.doubtful = false;
        at.wants = None;
    }
    let has_keys = at.account.failure().is_none();
    if at.logged_in_at.take().is_some() && has_keys {
        app.notify_at(fx, place, Tone::Good, "You are logged in.".into());
    }
    let (true, Some(before), Some(now)) = (is_other, before, now) else { return };
    begin_anew(app, fx, place);
    let words =
        format!("These keys are of account {now}, those before were of {before}: everything is read anew.");
    app.notify_at(fx, place, Tone::Bad, words);
    loading::read_list(app, fx, place);
}

/// The place is another than it was: nothing that is known of it, open in it or asked for it counts any
/// more. What was typed is on the disk.
pub fn begin_anew(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.browsers[place.0].list = ListView::default();
    let at = &mut app.places[place.0];
    at.images = Images::default();
    at.details.clear();
    at.forms.clear();
    at.kept.clear();
    at.writes.clear();
    at.history = History::default();
    at.recalled = None;
    at.overlays.clear();
    for ticket in app.tickets.retire(place, |purpose| !matches!(purpose, Purpose::Locate | Purpose::Survey)) {
        fx.push(Effect::Cancel(ticket));
    }
}

/// Where a place is has been read. It stays where it is as long as it is there; if the configuration
/// says otherwise all the same, nothing of the old stands under the new.
pub fn located(app: &mut App, fx: &mut Effects, place: PlaceId, location: Location) {
    let at = &app.places[place.0];
    let is_elsewhere = at.is_located && at.location != location;
    if is_elsewhere {
        drafts::keep(app, fx, true);
        drafts::hand_on(app, place);
        begin_anew(app, fx, place);
    }
    let at = &mut app.places[place.0];
    at.location = location;
    at.is_located = true;
    if is_elsewhere {
        loading::locate(app, fx, place);
        loading::read_list(app, fx, place);
    }
}
