//! What becomes of a write that is out.

use crate::app::{
    App, Difference, Effect, Effects, Outcome, Overlay, PlaceId, Purpose, Request, Timer, Tone, Write,
};
use crate::domain::{Failure, FailureClass, Image, ImageName, ImageStatus, Verdict};
use crate::keys::Action;
use crate::service::Read;

use super::{conflict, journal, key_of, lookup};

/// Waits before the image is read back.
pub fn wait(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    let unit = app.pace.read_back;
    let seed = u64::from(app.now.subsec_nanosecond().unsigned_abs());
    if let Some(write) = app.places[place.0].writes.get(&name) {
        let delay = write.next_read(unit, seed);
        fx.push(Effect::After { timer: Timer::Watch(place, name), delay });
    }
}

/// Reads the image back.
pub fn read_back(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    fx.draw = false;
    match app.places[place.0].writes.get(&name) {
        Some(write) if write.is_earlier => lookup::queue(app, place, name),
        Some(_) => app.call_at(fx, place, Purpose::Watch(name.clone()), Request::Read(Read::Describe(name))),
        None => {}
    }
}

/// The image as it was read back, or why it was not.
pub fn watched(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    result: Result<Image, Failure>,
) {
    let Some(write) = app.places[place.0].writes.get_mut(&name) else { return };
    // An image of the same name elsewhere tells nothing about this one, now or later.
    let another = result.as_ref().ok().and_then(|image| image.another_than(&write.base));
    if let Some(arn) = another {
        let words = format!(
            "{name}: what became of the change can't be told; this name is another image now, {arn}."
        );
        let entry = app.places[place.0].writes.remove(&name).and_then(|write| write.entry);
        // It is not asked for again.
        journal::settle(app, fx, place, entry, &Verdict::Unknowable);
        return app.notify_at(fx, place, Tone::Bad, words);
    }
    write.reads += 1;
    let is_earlier = write.is_earlier;
    let outcome = match &result {
        Ok(image) => {
            write.trouble = None;
            write.seen += 1;
            write.outcome(image)
        }
        Err(failure) if failure.class == FailureClass::NotFound => Some(Outcome::Gone),
        Err(failure) => {
            write.trouble = Some(failure.clone());
            None
        }
    };
    if is_earlier && result.is_ok() {
        app.lookups.failures = 0;
    }
    match outcome {
        None if is_earlier && result.is_err() => lookup::failed(app, fx, place, name),
        None => wait(app, fx, place, name),
        Some(outcome) => settled(app, fx, place, &name, &outcome, result.ok().as_ref()),
    }
}

fn settled(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: &ImageName,
    outcome: &Outcome,
    image: Option<&Image>,
) {
    let Some(write) = app.places[place.0].writes.remove(name) else { return };
    journal::settle(app, fx, place, write.entry.clone(), &outcome.verdict());
    if let Some(image) = image {
        rebase_draft(app, place, &write, outcome, image);
        conflict::base_moved(app, fx, place, name);
    }
    if write.is_earlier && lookup::count(app, fx, place, outcome) {
        return;
    }
    let (tone, words) = words(name, outcome);
    // Good news may pass, but not before somebody can have looked up from other work.
    let good = app.pace.notice * 5;
    app.notify_for(fx, Some(place), tone, words, (tone == Tone::Good).then_some(good));
}

/// The draft stands against the image as it is now: what was written is no draft any more.
fn rebase_draft(app: &mut App, place: PlaceId, write: &Write, outcome: &Outcome, image: &Image) {
    let name = &write.update.image;
    let is_open = app.places[place.0].overlays.contains(&Overlay::Form(name.clone()));
    let forms = &mut app.places[place.0].forms;
    if let Some(form) = forms.get_mut(name) {
        match outcome {
            Outcome::Differs(_) => {
                // What was typed since it was sent meets what the other hand made of it.
                form.rebase(&write.update.applied(&write.base));
                form.resolve(Ok(image.clone()));
            }
            Outcome::Unknowable => form.resolve(Ok(image.clone())),
            Outcome::Verified
            | Outcome::Failed(_)
            | Outcome::Otherwise(_)
            | Outcome::NotApplied
            | Outcome::Gone => form.rebase(image),
        }
        if *outcome == Outcome::Verified {
            form.forget_stashed();
        }
        if !is_open && !form.is_draft() {
            forms.remove(name);
        }
    }
}

fn words(name: &ImageName, outcome: &Outcome) -> (Tone, String) {
    match outcome {
        Outcome::Verified => {
            (Tone::Good, format!("{name}: verified. It is CREATED and holds what was sent."))
        }
        Outcome::Failed(reason) => {
            let reason = reason.as_ref().map_or("no reason was given", |reason| reason.as_str());
            let (edit, undo) = (key_of(Action::Edit), key_of(Action::Undo));
            (Tone::Bad, format!("{name}: the update failed: {reason} ({edit} edits again, {undo} undoes it)"))
        }
        Outcome::Otherwise(status) => {
            let status = status.as_ref().map_or("without a status", ImageStatus::word);
            (Tone::Bad, format!("{name}: it holds what was sent, but it is {status}, not CREATED."))
        }
        Outcome::Differs(differences) if differences.is_empty() => (
            Tone::Bad,
            format!(
                "{name}: accepted, and it holds what was sent, but its LastModifiedTime has not moved on."
            ),
        ),
        Outcome::Differs(differences) => {
            let list: Vec<_> = differences.iter().map(Difference::words).collect();
            (Tone::Bad, format!("{name}: not as sent, somebody else may have written. {}.", list.join("; ")))
        }
        Outcome::NotApplied => (
            Tone::Bad,
            format!(
                "{name}: not changed. The request was lost on its way; the draft is kept, {} opens it.",
                key_of(Action::Edit)
            ),
        ),
        Outcome::Gone => {
            (Tone::Bad, format!("{name}: the image is gone; it can't be told what the update did."))
        }
        Outcome::Unknowable => (
            Tone::Bad,
            format!(
                "{name}: what an earlier session changed can't be told any more; others have changed the image since."
            ),
        ),
    }
}
