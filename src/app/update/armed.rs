//! A write that waits until the image has settled.

use crate::app::{App, Difference, Effect, Effects, Errand, Overlay, PlaceId, Refusal, Request, Timer};
use crate::domain::{Failure, FailureClass, Image, ImageName};

use super::review;

/// Arms the review on the screen, if it was stopped because the image is being changed; or calls
/// that off.
pub fn toggle(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    let Some(Overlay::Review(review)) = app.overlays.last_mut() else { return };
    let name = review.image.clone();
    if review.armed.take().is_some() {
        disarm(app, fx, here, &name);
        return;
    }
    review.armed = Some(0);
    wait(app, fx, here, name);
}

/// Whether waiting makes sense: the image is being changed.
#[must_use]
pub fn makes_sense(app: &App) -> bool {
    let Some(Overlay::Review(review)) = app.overlays.last() else { return false };
    review.armed.is_some()
        || match &review.refusal {
            Some(Refusal::Changing(_) | Refusal::Busy) => true,
            Some(Refusal::Failure(failure)) => failure.class == FailureClass::InUse,
            _ => false,
        }
}

/// Stops waiting, as when the review is left.
pub fn disarm(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    fx.push(Effect::Disarm(Timer::Armed(place, name.clone())));
    for ticket in app.tickets.retire(place, |errand| *errand == Errand::Settled(name.clone())) {
        fx.push(Effect::Cancel(ticket));
    }
}

fn wait(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    let unit = app.pace.read_back;
    if let Some(reads) = armed_review(app, &name).and_then(|review| review.armed) {
        let delay = unit * (1 << reads.min(3));
        fx.push(Effect::After { timer: Timer::Armed(place, name), delay });
    }
}

/// Time to look whether the image has settled.
pub fn look(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    fx.draw = false;
    if armed_review(app, &name).is_some() {
        app.call_at(fx, place, Errand::Settled(name.clone()), Request::Describe(name));
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
    let busy = app.places[place.0].writes.contains_key(&name);
    let Some(review) = armed_review(app, &name) else { return };
    match result {
        Ok(image) if !image.is_changing() && !busy => {
            review.armed = None;
            settled(app, fx, place, name, &image);
        }
        Err(failure) if failure.class == FailureClass::NotFound => {
            review.armed = None;
            review::refuse(app, &name, &Refusal::Failure(failure));
        }
        _ => {
            review.armed = review.armed.map(|reads| reads + 1);
            wait(app, fx, place, name);
        }
    }
}

fn settled(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName, image: &Image) {
    let Some(form) = app.places[place.0].forms.get_mut(&name) else { return };
    let Some(base) = form.base.value().cloned() else { return };
    let foreign = Difference::between(&base, image);
    form.land(Ok(image.clone()));
    if foreign.is_empty() {
        review::send_read(app, fx, place, &name);
    } else {
        review::meet_conflict(app, name, foreign);
    }
}

fn armed_review<'a>(app: &'a mut App, name: &ImageName) -> Option<&'a mut crate::app::Review> {
    app.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.image == *name && review.armed.is_some() => Some(review),
        _ => None,
    })
}
