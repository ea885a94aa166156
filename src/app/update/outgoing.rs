//! A write on its way out: the check before it, and the service's answer.

use crate::app::{App, Difference, Effects, Overlay, PlaceId, Refusal, Tone, Write, WriteStage};
use crate::domain::{Failure, FailureClass, Field, Image, ImageName, ImageStatus, Text, Verdict};

use super::{journal, keys, review, settle};

/// The image as it is just before the write. Only if it is what the edit began from, the request
/// goes out; the service has no way to make the two one step.
pub fn checked(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    result: Result<Image, Failure>,
) {
    let is_checking = |write: &&Write| write.stage == WriteStage::Checking;
    let Some(write) = app.places[place.0].writes.get(&name).filter(is_checking) else { return };
    let image = match result {
        Ok(image) => image,
        Err(failure) => return stop(app, fx, place, &name, &Refusal::Failure(failure)),
    };
    if let Some(status) = image.status.clone().filter(ImageStatus::is_changing) {
        return stop(app, fx, place, &name, &Refusal::Changing(status));
    }
    if let Some(arn) = image.another_than(&write.base) {
        let arn = arn.clone();
        return stop(app, fx, place, &name, &Refusal::Another(arn));
    }
    if keys::is_in_doubt(app, place) {
        return stop(app, fx, place, &name, &Refusal::Doubt);
    }
    let Some(write) = app.places[place.0].writes.get(&name) else { return };
    let foreign = Difference::between(&write.base, &image);
    if !foreign.is_empty() || write.base.modified != image.modified {
        app.places[place.0].writes.remove(&name);
        if let Some(form) = app.places[place.0].forms.get_mut(&name) {
            form.resolve(Ok(image));
        }
        say_elsewhere(app, fx, place, &name);
        return review::meet_conflict(app, place, name, foreign);
    }
    journal::note(app, fx, place, &name);
}

/// The service's answer to the write.
pub fn sent(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName, result: Result<(), Failure>) {
    let Some(write) = app.places[place.0].writes.get_mut(&name) else { return };
    match result {
        Ok(()) => write.stage = WriteStage::Settling,
        Err(failure) if failure.leaves_write_unknown() => write.stage = WriteStage::Unknown(failure),
        Err(failure) => return refused(app, fx, place, &name, failure),
    }
    close(app, place, &name);
    settle::wait(app, fx, place, name);
}

/// The write was refused: nothing was changed, every word is still in the form.
fn refused(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName, failure: Failure) {
    let entry = app.places[place.0].writes.get(name).and_then(|write| write.entry.clone());
    journal::settle(app, fx, place, entry, &Verdict::Refused(Text::clean(&failure.detail())));
    let is_open = app.places[place.0]
        .overlays
        .iter()
        .any(|o| matches!(o, Overlay::Review(review) if review.image == *name));
    if !is_open {
        let words = format!(
            "{name} was not changed: {}. {} The draft is kept.",
            failure.headline(),
            failure.detail()
        );
        app.notify_at(fx, place, Tone::Bad, words);
    }
    let field = named_field(failure.message.as_str()).filter(|_| failure.class == FailureClass::Invalid);
    if let (Some(field), Some(form)) = (field, app.places[place.0].forms.get_mut(name)) {
        form.refuse(field, failure.message.clone());
    }
    app.places[place.0].writes.remove(name);
    review::refuse(app, place, name, &Refusal::Failure(failure));
}

/// The field that a ValidationException names, as in "Value 'x' at 'displayName' failed …".
fn named_field(message: &str) -> Option<Field> {
    Field::ALL.into_iter().find(|field| {
        let member = field.member();
        let mut camel = member[..1].to_ascii_lowercase();
        camel.push_str(&member[1..]);
        message.contains(&format!("at '{camel}'"))
    })
}

pub fn stop(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName, refusal: &Refusal) {
    say_elsewhere(app, fx, place, name);
    app.places[place.0].writes.remove(name);
    review::refuse(app, place, name, refusal);
}

/// The person has gone elsewhere meanwhile, and doesn't see the review that says it.
fn say_elsewhere(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    if place != app.here {
        let words = format!("{name} was not sent. Its review waits there and says why.");
        app.notify_at(fx, place, Tone::Bad, words);
    }
}

/// Closes form and review of an image: the person goes on working while it settles. If the person
/// has gone back to the form meanwhile, or reviews another edit, that is left alone.
fn close(app: &mut App, place: PlaceId, name: &ImageName) {
    let overlays = &mut app.places[place.0].overlays;
    let is_its_review = |overlay: &Overlay| match overlay {
        Overlay::Review(review) => {
            review.image == *name && review.armed.is_none() && review.refusal.is_none()
        }
        _ => false,
    };
    if !overlays.iter().any(is_its_review) {
        return;
    }
    overlays.retain(|overlay| match overlay {
        Overlay::Form(image) => image != name,
        Overlay::Review(review) => review.image != *name,
        Overlay::AskUnnoted(question) => question.image != *name,
        _ => true,
    });
}
