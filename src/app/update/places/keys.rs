//! Keys that change while the program runs, as after a new log-in: they may be another account's.

use crate::app::ticket::Purpose;
use crate::app::update::edits::{following, keeping};
use crate::app::{App, Effects, History, Images, ListView, PlaceId, Refreshing, Tone};
use crate::domain::{Failure, FailureClass, Location, Text};

use super::loading;

/// A failure after which other keys may come: from then on the account is in doubt.
pub fn doubt(app: &mut App, place: PlaceId, failure: &Failure) {
    // A code that is wanted is of keys that nothing was asked with yet.
    if failure.class.is_about_keys() && failure.class != FailureClass::CodeWanted {
        app.places[place.0].doubtful = true;
    }
}

/// Something went well again: if the account is in doubt, it is asked for anew.
pub fn ask_again(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: &Purpose) {
    if app.places[place.0].doubtful && !purpose.is_about_keys() {
        app.places[place.0].doubtful = false;
        loading::locate(app, fx, place);
    }
}

/// The account is known. If it is another than before, nothing that was known is of any use: what
/// was typed is kept under the old account, and everything is read anew.
pub fn account_answered(app: &mut App, fx: &mut Effects, place: PlaceId, account: Result<Text, Failure>) {
    let before = app.places[place.0].account.value().cloned();
    let is_other = matches!((&before, &account), (Some(before), Ok(now)) if before != now);
    if is_other {
        // Still under the account it was typed for; and where that is reached otherwise, it is there.
        keeping::keep(app, fx, true);
        following::move_away(app, place);
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
    let words = format!("You are now in account {now}, no longer in {before}. Reloading everything.");
    app.notify_at(fx, place, Tone::Bad, words);
    loading::read_list(app, fx, place);
}

/// The place is another than it was: nothing that is known of it, open in it or asked for it counts any
/// more. What was typed is on the disk.
pub fn begin_anew(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.browsers[place.0].list = ListView::default();
    let at = &mut app.places[place.0];
    at.images = Images::default();
    at.refreshing = Refreshing::default();
    at.forget_details();
    at.forms.clear();
    at.kept.clear();
    at.flows.clear();
    at.history = History::default();
    at.recalled = None;
    at.overlays.clear();
    app.end_calls(fx, place, |purpose| !purpose.is_local());
}

/// Where a place is has been read. It stays where it is as long as it is there; if the configuration
/// says otherwise all the same, nothing of the old stands under the new.
pub fn located(app: &mut App, fx: &mut Effects, place: PlaceId, location: Location) {
    let at = &app.places[place.0];
    let is_elsewhere = at.is_located && at.location != location;
    if is_elsewhere {
        keeping::keep(app, fx, true);
        following::move_away(app, place);
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
