//! From what a person saw and agreed to, to a flow.

use crate::app::update::places::alike;
use crate::app::{App, Effects, Overlay, PlaceId, Proposal, Tone, Topic};
use crate::edit::Subject;
use crate::flow::Stop;
use crate::keys::{Action, Motion, Scope};

use super::flows::Beginning;
use super::{flows, reviews};

/// Begins to send what the form of a subject stands for, if that is what the person saw.
/// `is_checked`: its subject was read just now, and is as the edit began from it.
pub fn begin(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (subject, consent): (&Subject, &Proposal),
    is_checked: bool,
) {
    if alike::with(app, place).iter().any(|at| app.places[at.0].is_busy(subject)) {
        return reviews::refuse(app, place, subject, &Stop::Busy);
    }
    let at = &app.places[place.0];
    let Some(form) = at.forms.get(subject) else { return };
    let Some(plan) = form.plan().filter(|plan| !plan.is_empty()) else { return };
    if form.first_problem().is_some() || form.is_undecided() {
        return;
    }
    let review = at.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.subject == *subject => Some(review),
        _ => None,
    });
    let Some(review) = review else { return };
    if app.proposal_at(place, review).as_ref() != Some(consent) {
        return reviews::refuse(app, place, subject, &Stop::Moved);
    }
    let beginning = Beginning { is_checked, unnoted: review.unnoted, undoes: form.undoes.clone() };
    if let Some(review) = reviews::of(app, place, subject) {
        review.stop = None;
        review.sends = true;
        review.scroll = 0;
    }
    flows::begin(app, fx, place, (subject.clone(), plan), beginning);
}

/// Says that there is more to read before anything is sent. Keys that were typed before anything of
/// the review was painted need no answer.
pub fn say_unread(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if !review.seen.has_begun(review.viewing) {
        return;
    }
    let (_, is_below) = app.left_to_read(&app.shown);
    let motion = if is_below { Motion::Down } else { Motion::Up };
    let key = app.keymap.first_key_in(Scope::Review, Action::Move(motion));
    let words = format!("Not sent yet: press {key} to read on.");
    app.notify(fx, Tone::Plain, words);
    app.notices.replace(Topic::Unread);
}
