//! A review that waits to be sent: until its subject has settled, or the service wants to hear it again.

use crate::app::ticket::Reason;
use crate::app::{App, ArmedReview, Effect, Effects, Overlay, PlaceId, Proposal, Timer};
use crate::domain::{Failure, FailureClass};
use crate::edit::{Snapshot, Subject};
use crate::flow::{self, Looked, Stop};

use super::{flows, reviews, sending, ticking};

/// Arms the review on the screen, if it was stopped because the image is being changed; or calls
/// that off.
pub fn toggle(app: &mut App, fx: &mut Effects) {
    let (here, now) = (app.here, app.now);
    let consent = app.consent();
    let Some(Overlay::Review(review)) = app.place_mut().overlays.last_mut() else { return };
    let subject = review.subject.clone();
    if review.armed.take().is_some() {
        reviews::disarm(app, fx, here, &subject);
        return;
    }
    // As with Enter: what nobody has seen is not sent, now or later.
    let Some(consent) = consent else { return sending::say_unread(app, fx) };
    let throttled = matches!(&review.stop, Some(Stop::Failure(it)) if it.class == FailureClass::Throttled);
    let wait = flow::Armed::begin(throttled, now);
    review.armed = Some(Box::new(ArmedReview { consent, wait }));
    begin_to_wait(app, fx, here, subject);
    ticking::tick(app, fx);
}

fn begin_to_wait(app: &mut App, fx: &mut Effects, place: PlaceId, subject: Subject) {
    let facts = flows::facts(app, place);
    if let Some(armed) = reviews::armed(app, place, &subject).and_then(|review| review.armed.as_mut()) {
        let delay = armed.wait.wait(&facts);
        fx.push(Effect::After { timer: Timer::Armed(place, subject), delay });
    }
}

/// Time to look whether the subject has settled. Of several, the first that is being changed is
/// looked at.
pub fn look(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    fx.draw = false;
    if reviews::armed(app, place, subject).is_some()
        && let Some(part) = in_the_way(app, place, subject)
    {
        app.read_subject(fx, place, &part, Reason::Armed);
    }
}

/// The part of a subject that has to settle first.
fn in_the_way(app: &App, place: PlaceId, subject: &Subject) -> Option<Subject> {
    let base = app.places[place.0].forms.get(subject)?.base.value()?;
    let parts = base.parts();
    let changing = parts.iter().find(|part| part.changing().is_some());
    changing.or(parts.first()).map(Snapshot::subject)
}

/// A subject as it is now, that a review waits for. Settled, and with the fields that the review is
/// against, it is written to; that its LastModifiedTime moved was to be expected. Otherwise the review
/// says what is in the way.
pub fn looked(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    part: &Subject,
    result: &Result<Snapshot, Failure>,
) {
    let waits = |overlay: &Overlay| match overlay {
        Overlay::Review(review) if review.armed.is_some() && review.subject.parts().contains(part) => {
            Some(review.subject.clone())
        }
        _ => None,
    };
    let waiting: Vec<_> = app.places[place.0].overlays.iter().filter_map(waits).collect();
    for subject in waiting {
        looked_for(app, fx, place, &subject, result.clone());
    }
}

fn looked_for(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    subject: &Subject,
    result: Result<Snapshot, Failure>,
) {
    let account = &app.places[place.0].account;
    // It was known, and can't be learnt: that may never end.
    let is_lost = account.failure().is_some() && account.value().is_some();
    let is_busy = app.places[place.0].is_busy(subject);
    let facts = flows::facts(app, place);
    let Some(review) = reviews::armed(app, place, subject) else { return };
    let Some(armed) = &mut review.armed else { return };
    match armed.wait.looked(result, (is_busy, is_lost), &facts) {
        Looked::Clear(now) => {
            let consent = armed.consent.clone();
            review.armed = None;
            settled(app, fx, place, (subject, &consent), now);
        }
        Looked::Again(delay) => {
            fx.push(Effect::After { timer: Timer::Armed(place, subject.clone()), delay });
        }
        Looked::Never(stop) => reviews::refuse(app, place, subject, &stop),
    }
}

fn settled(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (subject, consent): (&Subject, &Proposal),
    now: Snapshot,
) {
    let Some(form) = app.places[place.0].forms.get_mut(subject) else { return };
    let of_part = |base: &Snapshot| base.parts().into_iter().find(|part| part.subject() == now.subject());
    let Some(base) = form.base.value().and_then(of_part) else { return };
    if let Some(arn) = now.another_than(&base) {
        return reviews::refuse(app, place, subject, &Stop::Another(arn.clone()));
    }
    let foreign = base.differences(&now);
    let is_whole = now.subject() == *subject;
    form.meet_part(now);
    if foreign.is_empty() {
        sending::begin(app, fx, place, (subject, consent), is_whole);
    } else {
        reviews::meet_conflict(app, place, subject, foreign);
    }
}
