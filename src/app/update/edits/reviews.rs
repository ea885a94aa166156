//! What happens to reviews that are open, whatever the person does: told why nothing was sent, closed
//! when it was, led to what has to be decided.

use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Conflict, Effect, Effects, Form, Overlay, PlaceId, Review, Timer, Tone};
use crate::edit::{Difference, Subject};
use crate::flow::Stop;

use super::alerts;

/// The review of a subject that is open at a place.
pub fn of<'a>(app: &'a mut App, place: PlaceId, subject: &Subject) -> Option<&'a mut Review> {
    app.places[place.0].overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.subject == *subject => Some(&mut **review),
        _ => None,
    })
}

/// The same, where it waits to be sent by itself.
pub fn armed<'a>(app: &'a mut App, place: PlaceId, subject: &Subject) -> Option<&'a mut Review> {
    of(app, place, subject).filter(|review| review.armed.is_some())
}

/// Stops waiting, as when the review is left.
pub fn disarm(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    fx.push(Effect::Disarm(Timer::Armed(place, subject.clone())));
    let parts = subject.parts();
    app.end_calls(fx, place, |purpose| match purpose {
        Purpose::Read(part, Reason::Armed) => parts.contains(part),
        _ => false,
    });
}

/// Says in the review why nothing was sent; it has to be seen before Enter works again.
pub fn refuse(app: &mut App, place: PlaceId, subject: &Subject, stop: &Stop) {
    refuse_part(app, place, subject, None, stop);
}

/// The same, where it is about one of several.
pub fn refuse_part(app: &mut App, place: PlaceId, subject: &Subject, part: Option<&Subject>, stop: &Stop) {
    let now = app.now;
    let is_its = |overlay: &Overlay| overlay.subject() == Some(subject);
    for overlay in app.places[place.0].overlays.iter_mut().filter(|overlay| is_its(overlay)) {
        if let Overlay::Review(review) = overlay {
            review.stop = Some(stop.clone());
            review.stopped_at = part.cloned();
            review.sends = false;
            review.armed = None;
            if shows_another_plan(stop) {
                // The second of two quick keys was not meant for what stands there now.
                review.back_at = Some(now);
            }
        }
    }
    app.look_again(place, is_its);
}

/// Whether what stands in the review then is not what was agreed to.
fn shows_another_plan(stop: &Stop) -> bool {
    match stop {
        Stop::AliasHeld(_) | Stop::Conflict(_) | Stop::Moved => true,
        Stop::Failure(_)
        | Stop::Changing(_)
        | Stop::Busy
        | Stop::NotNoted(_)
        | Stop::Doubt
        | Stop::Another(_) => false,
    }
}

/// Another hand was quicker: fields that both changed are to be decided; otherwise the review says
/// what has changed, and is against the subject as it is now.
pub fn meet_conflict(app: &mut App, place: PlaceId, subject: &Subject, foreign: Vec<Difference>) {
    let at = &mut app.places[place.0];
    let undecided = at.forms.get(subject).is_some_and(Form::is_undecided);
    let is_reviewed =
        matches!(at.overlays.last(), Some(Overlay::Review(review)) if review.subject == *subject);
    if undecided && is_reviewed {
        at.overlays.pop();
        open_conflict(app, place, subject.clone());
    } else {
        refuse(app, place, subject, &Stop::Conflict(foreign));
    }
}

/// Opens the page on which each clash is decided.
pub fn open_conflict(app: &mut App, place: PlaceId, subject: Subject) {
    let at = &mut app.places[place.0];
    let first =
        at.forms.get(&subject).and_then(|form| form.clashes().next().map(|(field, _)| field.key.clone()));
    if let Some(focus) = first {
        at.overlays.push(Overlay::Conflict(Conflict { subject, focus }));
    }
}

/// What the edit began from has moved under a form. If its review is open, or waits to be sent, it
/// is not what the person saw any more: it says so, and has to be seen again.
pub fn base_moved(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    let at = &mut app.places[place.0];
    let Some(form) = at.forms.get(subject) else { return };
    let foreign = form.foreign.clone();
    let is_review =
        |overlay: &Overlay| matches!(overlay, Overlay::Review(review) if review.subject == *subject);
    if foreign.is_empty() || !at.overlays.iter().any(is_review) {
        return;
    }
    let mut was_armed = false;
    for overlay in &mut at.overlays {
        if let Overlay::Review(review) = overlay {
            was_armed |= review.armed.take().is_some() && review.subject == *subject;
        }
    }
    if was_armed {
        alerts::conflict(app, fx, place, subject);
    }
    disarm(app, fx, place, subject);
    meet_conflict(app, place, subject, foreign);
}

/// The person has gone elsewhere meanwhile, and doesn't see the review that says it.
pub fn say_elsewhere(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    if place != app.here {
        let words = format!("{subject} was not sent. Its review says why.");
        app.notify_at(fx, place, Tone::Bad, words);
    }
}

/// Closes form and review of a subject: the person goes on working while it settles. If the person
/// has gone back to the form meanwhile, or reviews another edit, that is left alone.
pub fn close(app: &mut App, place: PlaceId, subject: &Subject) {
    let overlays = &mut app.places[place.0].overlays;
    let is_its_review = |overlay: &Overlay| match overlay {
        Overlay::Review(review) => {
            review.subject == *subject && review.armed.is_none() && review.stop.is_none()
        }
        _ => false,
    };
    if !overlays.iter().any(is_its_review) {
        return;
    }
    overlays.retain(|overlay| match overlay {
        Overlay::Form(_) | Overlay::Review(_) | Overlay::AskUnnoted(_) => overlay.subject() != Some(subject),
        Overlay::Help(_)
        | Overlay::Conflict(_)
        | Overlay::History(_)
        | Overlay::Drafts(_)
        | Overlay::Picker(_)
        | Overlay::CopyMenu(_)
        | Overlay::Themes(_)
        | Overlay::Palette(_)
        | Overlay::LogIn(_)
        | Overlay::Errors(_)
        | Overlay::AskDiscard(_)
        | Overlay::AskElsewhere(_)
        | Overlay::AskQuit => true,
    });
}
