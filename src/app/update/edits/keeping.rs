//! Drafts on disk: kept soon after the last key, forgotten when they are none any more.

use std::time::Duration;

use jiff::Timestamp;

use crate::app::update::places::alike;
use crate::app::{App, DraftText, Effect, Effects, Form, Place, PlaceId, Timer};
use crate::domain::PlaceKey;
use crate::edit::Subject;

/// How soon what is typed is kept. Words younger than this are lost to a power cut.
const SOON: Duration = Duration::from_millis(300);
/// How long until a draft that could not be kept is tried again.
const LATER: Duration = Duration::from_secs(10);

/// After each message: if a form holds other words than the disk, they will be kept soon.
pub fn watch(app: &mut App, fx: &mut Effects) {
    if !app.keeping && app.places.iter().any(|place| !changes(place).is_empty()) {
        app.keeping = true;
        fx.push(Effect::After { timer: Timer::Keep, delay: SOON });
    }
}

/// Keeps what is not kept yet, and forgets drafts that are drafts no more. While it is being found
/// out whose they are, they wait; at the end they are kept all the same.
pub fn keep(app: &mut App, fx: &mut Effects, at_the_end: bool) {
    app.keeping = false;
    let (now, mode, here) = (app.now, app.mode, app.here);
    let mut forgotten = Vec::new();
    for id in (0..app.places.len()).map(PlaceId) {
        let place = &mut app.places[id.0];
        // Where nobody waits for the answer, whose they are may never be known.
        let as_well_as_known = at_the_end || id != here;
        let key = if as_well_as_known { Some(place.key_or_unknown(mode)) } else { place.key(mode) };
        let Some(key) = key else { continue };
        forgotten.extend(move_to(place, &key).into_iter().map(|(key, subject)| (id, key, subject)));
        let mut kept = Vec::new();
        for (subject, words) in changes(place) {
            if words.is_empty() {
                place.kept.remove(&subject);
                forgotten.push((id, key.clone(), subject));
            } else {
                place.kept.insert(subject.clone(), Some(words));
                kept.push(subject);
            }
        }
        for subject in kept {
            write(app, fx, id, &key, &subject, now);
        }
    }
    // Only now: every word is somewhere on the disk at any time.
    for (id, key, subject) in forgotten {
        forget(app, fx, id, &key, subject);
    }
}

/// From now on the drafts of a place go by `key` on the disk. Gives what is to be forgotten under the key
/// before, after it is kept under this one: words that are gone, and all where it was not known whose
/// they are.
fn move_to(place: &mut Place, key: &PlaceKey) -> Vec<(PlaceKey, Subject)> {
    let Some(before) = place.kept_under.replace(key.clone()).filter(|before| before != key) else {
        return Vec::new();
    };
    let was_unknown = before == place.unknown_key();
    let kept = std::mem::take(&mut place.kept).into_keys();
    let is_over = |subject: &Subject| was_unknown || !place.forms.get(subject).is_some_and(Form::is_draft);
    kept.filter(is_over).map(|subject| (before.clone(), subject)).collect()
}

/// Keeps a draft. The disk has room for one of a subject: behind its words stand those that another
/// profile of the same account has of it, as where a write is out.
pub fn write(app: &App, fx: &mut Effects, id: PlaceId, key: &PlaceKey, subject: &Subject, now: Timestamp) {
    let Some(form) = app.places[id.0].forms.get(subject) else { return };
    let mut draft = form.to_draft(key.clone(), now);
    for other in alike::others(app, id) {
        let Some(other) = app.places[other.0].forms.get(subject) else { continue };
        let DraftText { typed, removed, stashed, presets } = other.words();
        draft.wanted.removed.extend(removed);
        for (subject, values) in presets {
            let here = draft.wanted.presets.entry(subject).or_default();
            for (field, value) in values {
                here.entry(field).or_insert(value);
            }
        }
        let behind = stashed
            .into_iter()
            .flat_map(|(field, words)| words.into_iter().map(move |it| (field.clone(), it)));
        for (field, text) in behind.chain(typed) {
            let is_there = draft.wanted.typed.get(&field) == Some(&text);
            let behind = draft.stashed.entry(field).or_default();
            if !is_there && !behind.contains(&text) {
                behind.push(text);
            }
        }
    }
    draft.stashed.retain(|_, words| !words.is_empty());
    fx.push(Effect::Keep(Box::new(draft)));
}

/// Takes a draft off the disk, unless another profile of the same account has one of the same subject:
/// then that one takes its place.
fn forget(app: &mut App, fx: &mut Effects, id: PlaceId, key: &PlaceKey, subject: Subject) {
    let (now, mode) = (app.now, app.mode);
    let has_draft = |other: &PlaceId| {
        let place = &app.places[other.0];
        place.last_key(mode).as_ref() == Some(key) && place.forms.get(&subject).is_some_and(Form::is_draft)
    };
    if let Some(other) = alike::others(app, id).into_iter().find(has_draft) {
        write(app, fx, other, key, &subject, now);
        let place = &mut app.places[other.0];
        let words = place.forms.get(&subject).map(Form::words);
        if place.kept_under.get_or_insert_with(|| key.clone()) == key {
            place.kept.insert(subject, words);
        }
        return;
    }
    fx.push(Effect::Forget { place: key.clone(), subject });
}

/// A draft could not be kept: it is tried again after a while, and at the end.
pub fn not_kept(app: &mut App, fx: &mut Effects, subject: &Subject, trouble: String) {
    for place in &mut app.places {
        if let Some(kept) = place.kept.get_mut(subject) {
            *kept = None;
        }
    }
    app.keeping = true;
    fx.push(Effect::After { timer: Timer::Keep, delay: LATER });
    app.report(fx, trouble);
}

/// The drafts that the disk has otherwise than the forms, each as it should be.
fn changes(place: &Place) -> Vec<(Subject, DraftText)> {
    let open = place.forms.iter().map(|(subject, form)| (subject, form.words()));
    let mut changes: Vec<_> = open
        .filter(|(subject, words)| match place.kept.get(*subject) {
            None => !words.is_empty(),
            Some(kept) => kept.as_ref() != Some(words),
        })
        .map(|(subject, words)| (subject.clone(), words))
        .collect();
    let gone = place.kept.keys().filter(|subject| !place.forms.contains_key(*subject));
    changes.extend(gone.map(|subject| (subject.clone(), DraftText::default())));
    changes
}
