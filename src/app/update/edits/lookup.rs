//! The subjects of steps whose outcome was never noted are read, a few at a time.

use std::time::Duration;

use crate::app::ticket::{Purpose, Reason, StepId};
use crate::app::{App, Effect, Effects, Lookups, PlaceId, Timer, Tone};
use crate::edit::Outcome;
use crate::flow::Write;

/// Has the subject of a step read when it is its turn.
pub fn queue(app: &mut App, place: PlaceId, step: StepId) {
    app.lookups.waiting.push_back((place, step));
}

fn earlier(app: &App, place: PlaceId, step: StepId) -> Option<&Write> {
    let flow = app.places[place.0].flows.get(&step.flow)?;
    flow.parts.get(step.at)?.out().filter(|write| write.is_earlier)
}

/// After each message: asks what may be asked at once.
pub fn go_on(app: &mut App, fx: &mut Effects) {
    // While the service says no, one is enough to learn when it does not any more.
    let most = if app.lookups.failures > 0 { 1 } else { Lookups::AT_ONCE };
    while !app.lookups.rests && !app.lookups.waiting.is_empty() && under_way(app) < most {
        let Some((place, step)) = app.lookups.waiting.pop_front() else { return };
        if let Some(subject) = earlier(app, place, step).map(|write| write.step.subject()) {
            app.read_subject(fx, place, &subject, Reason::ReadBack(step));
        }
    }
}

fn under_way(app: &App) -> usize {
    app.tickets.count(|place, purpose| match purpose {
        Purpose::Read(_, Reason::ReadBack(step)) => earlier(app, place, *step).is_some(),
        _ => false,
    })
}

/// A subject could be read: if a lookup asked, the service answers again.
pub fn answered(app: &mut App, place: PlaceId, step: StepId) {
    if earlier(app, place, step).is_some() {
        app.lookups.failures = 0;
    }
}

/// The longest rest is so many times the first.
const LONGEST_REST: u32 = 32;

/// A subject could not be read: it comes last now, and all of them wait a while.
pub fn failed(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId) {
    queue(app, place, step);
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
    if !app.places[place.0].writes().any(|write| write.is_earlier) {
        app.lookups.tally.remove(&place);
        let key = app.keymap.keys_of_history(true);
        let words = format!(
            "Checked {} changes from earlier sessions: {verified} verified, {others} not. Press {key} to \
             see them.",
            verified + others
        );
        let tone = if others == 0 { Tone::Good } else { Tone::Bad };
        app.notify_at(fx, place, tone, words);
    }
    true
}
