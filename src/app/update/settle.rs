//! What becomes of a write that is out.

use std::time::Duration;

use crate::app::{
    App, Difference, Effect, Effects, Errand, Outcome, Overlay, PlaceId, Request, Timer, Tone, Write,
};
use crate::domain::{Failure, FailureClass, Image, ImageName, ImageStatus, Verdict};

use super::{conflict, journal};

/// Waits before the image is read back.
pub fn wait(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    let unit = app.pace.read_back;
    let seed = u64::from(app.now.subsec_nanosecond().unsigned_abs());
    if let Some(write) = app.places[place.0].writes.get(&name) {
        let delay = write.next_read(unit, seed);
        fx.push(Effect::After { timer: Timer::Watch(place, name), delay });
    }
}

/// Has the image read back as soon as may be.
pub fn read_back_now(fx: &mut Effects, place: PlaceId, name: ImageName) {
    fx.push(Effect::After { timer: Timer::Watch(place, name), delay: Duration::ZERO });
}

/// Reads the image back.
pub fn read_back(app: &mut App, fx: &mut Effects, place: PlaceId, name: ImageName) {
    fx.draw = false;
    if app.places[place.0].writes.contains_key(&name) {
        app.call_at(fx, place, Errand::Watch(name.clone()), Request::Describe(name));
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
        app.places[place.0].writes.remove(&name);
        return app.notify_at(fx, place, Tone::Bad, words);
    }
    write.reads += 1;
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
    match outcome {
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
    journal::settle(app, fx, place, write.entry.clone(), verdict(outcome));
    if let Some(image) = image {
        rebase_draft(app, place, &write, outcome, image);
        conflict::base_moved(app, fx, place, name);
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
        if matches!(outcome, Outcome::Differs(_)) {
            // What was typed since it was sent meets what the other hand made of it.
            form.rebase(&write.update.applied(&write.base));
            form.land(Ok(image.clone()));
        } else {
            form.rebase(image);
        }
        if *outcome == Outcome::Verified {
            form.forget_put_by();
        }
        if !is_open && !form.is_draft() {
            forms.remove(name);
        }
    }
}

fn verdict(outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Verified => Verdict::Verified,
        Outcome::Failed(reason) => Verdict::Failed(reason.clone()),
        Outcome::Differs(_) | Outcome::Otherwise(_) => Verdict::Differs,
        Outcome::NotApplied => Verdict::NotApplied,
        Outcome::Gone => Verdict::Gone,
    }
}

fn words(name: &ImageName, outcome: &Outcome) -> (Tone, String) {
    match outcome {
        Outcome::Verified => {
            (Tone::Good, format!("{name}: verified. It is CREATED and holds what was sent."))
        }
        Outcome::Failed(reason) => {
            let reason = reason.as_ref().map_or("no reason was given", |reason| reason.as_str());
            (Tone::Bad, format!("{name}: the update failed: {reason} (e edits again, u undoes it)"))
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
            format!("{name}: not changed. The request was lost on its way; the draft is kept, e opens it."),
        ),
        Outcome::Gone => {
            (Tone::Bad, format!("{name}: the image is gone; it can't be told what the update did."))
        }
    }
}
