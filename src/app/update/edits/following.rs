//! What was typed goes where the person goes: from place to place of one account and region.

use crate::app::update::places::alike;
use crate::app::{App, Effects, Overlay, PlaceId, Tone};
use crate::edit::Subject;
use crate::keys::Action;

use super::keeping;

/// What was typed goes by account and region, not by profile: brings it over from places alike to the
/// one that the person has come to, with the history. A form whose write is out, or waits to go out,
/// stays where that is sent from. What is open there comes along where `opens`, and is open here;
/// else it stays.
pub fn gather(app: &mut App, fx: &mut Effects, id: PlaceId, opens: bool) {
    let mut came = Vec::new();
    for other in alike::others(app, id) {
        let (from, to) = (&app.places[other.0], &app.places[id.0]);
        // The disk has room for one draft of a subject: two become one.
        let may = |subject: &Subject| opens || !from.is_open(subject) || to.forms.contains_key(subject);
        let comes = |subject: &&Subject| !from.is_bound(subject) && !to.is_bound(subject) && may(subject);
        let subjects: Vec<_> = from.forms.keys().filter(comes).cloned().collect();
        let history = from.history.clone();
        for subject in subjects {
            came.extend(bring(app, other, id, &subject).then_some(subject));
        }
        app.places[id.0].history.merge(&history);
    }
    if !came.is_empty() && app.places[id.0].overlays.is_empty() {
        let names: Vec<_> = came.iter().map(ToString::to_string).collect();
        let key = app.keymap.first_key(Action::Drafts);
        let words = format!("Also unsent in this account: {}. Press {key} to list drafts.", names.join(", "));
        app.notify_at(fx, id, Tone::Plain, words);
    }
    keeping::keep(app, fx, false);
}

/// Before a form is opened: a draft of the same subject that is open at another profile's place comes
/// over, since the disk has room for one of a subject.
pub fn fetch(app: &mut App, subject: &Subject) {
    let here = app.here;
    for other in alike::others(app, here) {
        let from = &app.places[other.0];
        if from.forms.contains_key(subject) && !from.is_bound(subject) {
            bring(app, other, here, subject);
        }
    }
}

/// The place is about to become another: what was typed there goes to one that is of the same account
/// still, so that the two don't write over each other on the disk.
pub fn move_away(app: &mut App, id: PlaceId) {
    let Some(other) = alike::others(app, id).first().copied() else { return };
    app.places[id.0].overlays.clear();
    let subjects: Vec<_> = app.places[id.0].forms.keys().cloned().collect();
    for subject in subjects {
        bring(app, id, other, &subject);
    }
}

/// Brings the form of one subject over, and what is open of it if nothing is open here; tells whether it
/// holds a draft.
fn bring(app: &mut App, from: PlaceId, to: PlaceId, subject: &Subject) -> bool {
    let (key, now) = (app.places[to.0].key_or_unknown(app.mode), app.now);
    let place = &mut app.places[from.0];
    let form = place.forms.remove(subject);
    let is_its = |overlay: &Overlay| overlay.subject() == Some(subject);
    let open: Vec<_> = place.overlays.iter().filter(|overlay| is_its(overlay)).cloned().collect();
    place.overlays.retain(|overlay| !is_its(overlay));
    // Under another key it is forgotten there, once it is kept here.
    let is_kept_alike = app.places[from.0].kept_under == app.places[to.0].kept_under;
    let kept = if is_kept_alike { app.places[from.0].kept.remove(subject) } else { None };
    let place = &mut app.places[to.0];
    if let Some(kept) = kept {
        place.kept.entry(subject.clone()).or_insert(kept);
    }
    let Some(form) = form.filter(|form| form.is_draft() || !open.is_empty()) else { return false };
    let is_draft = form.is_draft();
    match place.forms.get_mut(subject) {
        // Words of two are never thrown away: those that were here stand behind the fields.
        Some(here) if here.is_draft() => here.take_up(form.to_draft(key, now), now),
        _ => drop(place.forms.insert(subject.clone(), form)),
    }
    if place.overlays.is_empty() {
        place.overlays = open;
    }
    is_draft
}
