//! The review, the check before the write, and the write.

use crate::app::{
    App, Difference, Effect, Effects, Errand, Form, Overlay, PlaceId, Refusal, Request, Review, Tone, Write,
    WriteStage,
};
use crate::domain::{Failure, FailureClass, Field, Image, ImageName, ImageStatus};

use super::{form, settle};

/// Opens the review, unless something in the form can't be sent; then the focus goes there.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(form) = app.top_form() else { return };
    if App::is_reading_base(form) {
        form.remark = Some("The image is still being read. Try again in a moment.".into());
        return;
    }
    let name = form.image.clone();
    if form.base.failure().is_some() {
        form.remark = Some("Reading the image again: the review needs to know what it holds now.".into());
        form::read_base(app, fx, name);
        return;
    }
    if let Some((field, _)) = form.first_problem() {
        form.focus = field;
        form.remark = Some(format!("{} can't be sent as it is.", field.label()));
        return;
    }
    form.remark = None;
    app.overlays.push(Overlay::Review(Review { image: name, seen: false, refusal: None, scroll: 0 }));
}

/// Back to the form. Before anything is sent this calls the write off; afterwards it goes on.
pub fn back(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.overlays.pop() else { return };
    let name = review.image;
    let here = app.here;
    let is_checking = |write: &Write| write.can_be_called_off();
    if app.place().writes.get(&name).is_some_and(is_checking) {
        app.place_mut().writes.remove(&name);
        for ticket in app.tickets.retire(here, |errand| *errand == Errand::Check(name.clone())) {
            fx.push(Effect::Cancel(ticket));
        }
        if let Some(form) = app.top_form() {
            form.remark = Some("Called off: nothing was sent.".into());
        }
    }
}

/// Puts the AWS CLI's command on the clipboard.
pub fn copy_command(app: &mut App, fx: &mut Effects) {
    let update = app.form().and_then(Form::update).filter(|update| !update.is_empty());
    if let Some(update) = update {
        fx.push(Effect::Copy(app.command_of(&update)));
        app.notify(fx, Tone::Good, "Copied the command.".into());
    }
}

/// Sends what is reviewed: first the image is read once more.
pub fn send(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.overlays.last() else { return };
    // Keys that were typed ahead must not send what nobody has seen.
    if !review.seen {
        return;
    }
    let name = review.image.clone();
    if app.place().writes.contains_key(&name) {
        refuse(app, &name, Refusal::Busy);
        return;
    }
    let Some(form) = app.place().forms.get(&name) else { return };
    let (Some(update), Some(base)) = (form.update(), form.base.value().cloned()) else { return };
    if update.is_empty() || form.first_problem().is_some() {
        return;
    }
    let write = Write { update, base, stage: WriteStage::Checking, begun: app.now, reads: 0, trouble: None };
    app.place_mut().writes.insert(name.clone(), write);
    if let Some(Overlay::Review(review)) = app.overlays.last_mut() {
        review.refusal = None;
        review.scroll = 0;
    }
    app.call(fx, Errand::Check(name.clone()), Request::Describe(name));
}

/// The image as it is just before the write. Only if it is what the edit began from, the request
/// goes out; the service has no way to make the two one step.
pub fn checked(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    result: Result<Image, Failure>,
) {
    let is_checking = |write: &Write| write.can_be_called_off();
    let Some(write) = app.places[place.0].writes.get_mut(&name).filter(|write| is_checking(write)) else {
        return;
    };
    let image = match result {
        Ok(image) => image,
        Err(failure) => return stop(app, place, &name, Refusal::Failure(failure)),
    };
    if let Some(status) = image.status.clone().filter(ImageStatus::is_changing) {
        return stop(app, place, &name, Refusal::Changing(status));
    }
    let foreign = Difference::between(&write.base, &image);
    if !foreign.is_empty() || write.base.modified != image.modified {
        if let Some(form) = app.places[place.0].forms.get_mut(&name) {
            form.rebase(&image);
            form.foreign.clone_from(&foreign);
        }
        return stop(app, place, &name, Refusal::Conflict(foreign));
    }
    write.stage = WriteStage::Sending;
    let update = write.update.clone();
    app.call_at(fx, place, Errand::Send(name), Request::Update(update));
}

/// The service's answer to the write.
pub fn sent(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName, result: Result<(), Failure>) {
    let Some(write) = app.places[place.0].writes.get_mut(&name) else { return };
    match result {
        Ok(()) => write.stage = WriteStage::Settling,
        Err(failure) if failure.leaves_write_unknown() => write.stage = WriteStage::Unknown(failure),
        Err(failure) => return refused(app, fx, place, &name, failure),
    }
    close(app, &name);
    settle::wait(app, fx, place, name);
}

/// The write was refused: nothing was changed, every word is still in the form.
fn refused(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName, failure: Failure) {
    if let (FailureClass::Invalid, Some(form)) = (failure.class, app.places[place.0].forms.get_mut(name)) {
        if let Some(field) = named_field(failure.message.as_str()) {
            form.refuse(field, failure.message.clone());
        }
    }
    let is_open = app.overlays.iter().any(|o| matches!(o, Overlay::Review(review) if review.image == *name));
    if !is_open {
        let words = format!(
            "{name} was not changed: {}. {} The draft is kept.",
            failure.headline(),
            failure.detail()
        );
        app.notify(fx, Tone::Bad, words);
    }
    stop(app, place, name, Refusal::Failure(failure));
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

fn stop(app: &mut App, place: PlaceId, name: &ImageName, refusal: Refusal) {
    app.places[place.0].writes.remove(name);
    refuse(app, name, refusal);
}

/// Says in the review why nothing was sent; it has to be seen before Enter works again.
fn refuse(app: &mut App, name: &ImageName, refusal: Refusal) {
    for overlay in &mut app.overlays {
        if let Overlay::Review(review) = overlay {
            if review.image == *name {
                review.refusal = Some(refusal.clone());
                review.seen = false;
                review.scroll = 0;
            }
        }
    }
}

/// Closes form and review of an image: the person goes on working while it settles.
fn close(app: &mut App, name: &ImageName) {
    app.overlays.retain(|overlay| match overlay {
        Overlay::Form(image) => image != name,
        Overlay::Review(review) => review.image != *name,
        _ => true,
    });
}
