//! A write that waits: until the image has settled, or the service wants to hear it again.

use std::time::Duration;

use crate::app::{
    App, Armed, Difference, Effect, Effects, Overlay, PlaceId, Proposal, Purpose, Refusal, Request, Timer,
};
use crate::domain::{Failure, FailureClass, Image, ImageName};
use crate::service::Read;

use super::{keys, review};

const SECOND: Duration = Duration::from_secs(1);

/// Arms the review on the screen, if it was stopped because the image is being changed; or calls
/// that off.
pub fn toggle(app: &mut App, fx: &mut Effects) {
    let (here, now) = (app.here, app.now);
    let consent = app.consent();
    let Some(Overlay::Review(review)) = app.place_mut().overlays.last_mut() else { return };
    let name = review.image.clone();
    if review.armed.take().is_some() {
        disarm(app, fx, here, &name);
        return;
    }
    // As with Enter: what nobody has seen is not sent, now or later.
    let Some(consent) = consent else { return review::say_unread(app, fx) };
    // Where the service asked for quiet, it gets more of it at once.
    let throttled =
        matches!(&review.refusal, Some(Refusal::Failure(it)) if it.class == FailureClass::Throttled);
    review.armed = Some(Box::new(Armed { consent, looks: if throttled { 2 } else { 0 }, due: now }));
    wait(app, fx, here, name);
    tick(app, fx);
}

/// The countdown goes on as long as something is armed.
pub fn tick(app: &mut App, fx: &mut Effects) {
    let is_armed = |overlay: &Overlay| matches!(overlay, Overlay::Review(review) if review.armed.is_some());
    if app.place().overlays.iter().any(is_armed) {
        fx.push(Effect::After { timer: Timer::Tick, delay: SECOND });
    }
}

/// Whether waiting makes sense: the image is being changed.
#[must_use]
pub fn makes_sense(app: &App) -> bool {
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return false };
    let form = app.place().forms.get(&review.image);
    let base = form.and_then(|form| form.base.value());
    let is_in_the_way = base.is_some_and(Image::is_changing)
        || match &review.refusal {
            Some(Refusal::Changing(_) | Refusal::Busy) => true,
            Some(Refusal::Failure(failure)) => {
                matches!(failure.class, FailureClass::InUse | FailureClass::Throttled)
            }
            _ => false,
        };
    review.armed.is_some() || (is_in_the_way && !review.sends)
}

/// Stops waiting, as when the review is left.
pub fn disarm(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    fx.push(Effect::Disarm(Timer::Armed(place, name.clone())));
    for ticket in app.tickets.retire(place, |purpose| *purpose == Purpose::Settled(name.clone())) {
        fx.push(Effect::Cancel(ticket));
    }
}

fn wait(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    let unit = app.pace.read_back;
    let now = app.now;
    if let Some(armed) = armed_review(app, place, &name).and_then(|review| review.armed.as_mut()) {
        let delay = unit * (1 << armed.looks.min(3));
        armed.due = now.checked_add(delay).unwrap_or(now);
        fx.push(Effect::After { timer: Timer::Armed(place, name), delay });
    }
}

/// Time to look whether the image has settled.
pub fn look(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    fx.draw = false;
    if armed_review(app, place, &name).is_some() {
        app.call_at(fx, place, Purpose::Settled(name.clone()), Request::Read(Read::Describe(name)));
    }
}

/// The image as it is now. Settled, and with the fields that the review is against, it is written
/// to; that its LastModifiedTime moved was to be expected. Otherwise the review says what is in
/// the way.
pub fn looked(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    result: Result<Image, Failure>,
) {
    let account = &app.places[place.0].account;
    // It was known, and can't be learnt: that may never end.
    let is_lost = account.failure().is_some() && account.value().is_some();
    let busy = app.places[place.0].writes.contains_key(&name) || keys::is_in_doubt(app, place);
    let Some(review) = armed_review(app, place, &name) else { return };
    match result {
        Ok(image) if !image.is_changing() && !busy => {
            if let Some(armed) = review.armed.take() {
                settled(app, fx, place, name, &image, &armed.consent);
            }
        }
        _ if is_lost => review::refuse(app, place, &name, &Refusal::Doubt),
        Err(failure) if failure.class == FailureClass::NotFound => {
            review.armed = None;
            review::refuse(app, place, &name, &Refusal::Failure(failure));
        }
        _ => {
            if let Some(armed) = &mut review.armed {
                armed.looks += 1;
            }
            wait(app, fx, place, name);
        }
    }
}

fn settled(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    image: &Image,
    consent: &Proposal,
) {
    let Some(form) = app.places[place.0].forms.get_mut(&name) else { return };
    let Some(base) = form.base.value().cloned() else { return };
    if let Some(arn) = image.another_than(&base) {
        return review::refuse(app, place, &name, &Refusal::Another(arn.clone()));
    }
    let foreign = Difference::between(&base, image);
    form.resolve(Ok(image.clone()));
    if foreign.is_empty() {
        review::send_read(app, fx, place, &name, consent);
    } else {
        review::meet_conflict(app, place, name, foreign);
    }
}

fn armed_review<'a>(
    app: &'a mut App,
    place: PlaceId,
    name: &ImageName,
) -> Option<&'a mut crate::app::Review> {
    app.places[place.0].overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.image == *name && review.armed.is_some() => Some(&mut **review),
        _ => None,
    })
}
