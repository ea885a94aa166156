//! The images of writes whose outcome was never noted are read, a few at a time.

use std::time::Duration;

use crate::app::{App, Effect, Effects, Lookups, Outcome, PlaceId, Purpose, Request, Timer, Tone};
use crate::domain::ImageName;
use crate::keys::Action;
use crate::service::Read;

use super::key_of;

/// Has an image read when it is its turn.
pub fn queue(app: &mut App, place: PlaceId, name: ImageName) {
    app.lookups.waiting.push_back((place, name));
}

/// After each message: asks what may be asked at once.
pub fn go_on(app: &mut App, fx: &mut Effects) {
    // While the service says no, one is enough to learn when it does not any more.
    let most = if app.lookups.failures > 0 { 1 } else { Lookups::AT_ONCE };
    while !app.lookups.rests && !app.lookups.waiting.is_empty() && under_way(app) < most {
        let Some((place, name)) = app.lookups.waiting.pop_front() else { return };
        if app.places[place.0].writes.get(&name).is_some_and(|write| write.is_earlier) {
            app.call_at(fx, place, Purpose::Watch(name.clone()), Request::Read(Read::Describe(name)));
        }
    }
}

fn under_way(app: &App) -> usize {
    app.tickets.count(|place, purpose| match purpose {
        Purpose::Watch(name) => app.places[place.0].writes.get(name).is_some_and(|write| write.is_earlier),
        _ => false,
    })
}

/// The longest rest is so many times the first.
const LONGEST_REST: u32 = 32;

/// An image could not be read: it comes last now, and all of them wait a while.
pub fn failed(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    queue(app, place, name);
    if !app.lookups.rests {
        let delay: Duration = app.pace.read_back * (1 << app.lookups.failures.min(5)).min(LONGEST_REST);
        app.lookups.rests = true;
        app.lookups.failures += 1;
        fx.push(Effect::After { timer: Timer::Lookup, delay });
    }
}

/// The rest is over.
pub fn rested(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    app.lookups.rests = false;
}

/// Counts an outcome where there are many; tells whether that is all that is to be said of it now.
pub fn count(app: &mut App, fx: &mut Effects, place: PlaceId, outcome: &Outcome) -> bool {
    let Some((verified, others)) = app.lookups.tally.get_mut(&place) else { return false };
    match outcome {
        Outcome::Verified => *verified += 1,
        Outcome::Failed(_)
        | Outcome::Otherwise(_)
        | Outcome::Differs(_)
        | Outcome::NotApplied
        | Outcome::Gone
        | Outcome::Unknowable => *others += 1,
    }
    let (verified, others) = (*verified, *others);
    if !app.places[place.0].writes.values().any(|write| write.is_earlier) {
        app.lookups.tally.remove(&place);
        let key = key_of(Action::History);
        let words = format!(
            "{} changes of earlier sessions were looked up: {verified} verified, {others} not. {key} shows them.",
            verified + others
        );
        let tone = if others == 0 { Tone::Good } else { Tone::Bad };
        app.notify_at(fx, place, tone, words);
    }
    true
}
