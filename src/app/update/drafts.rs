//! Drafts on disk: kept soon after the last key, asked for when the place is known.

use std::time::Duration;

use jiff::Timestamp;

use crate::app::{App, DraftsPage, Effect, Effects, Form, Overlay, Place, PlaceId, Timer, Tone, Words};
use crate::domain::{ImageName, PlaceKey};
use crate::keys::Action;

use super::{browse, form, key_of};

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
        forgotten.extend(move_to(place, &key).into_iter().map(|(key, image)| (id, key, image)));
        let mut kept = Vec::new();
        for (image, words) in changes(place) {
            if words.is_empty() {
                place.kept.remove(&image);
                forgotten.push((id, key.clone(), image));
            } else {
                place.kept.insert(image.clone(), Some(words));
                kept.push(image);
            }
        }
        for image in kept {
            write(app, fx, id, &key, &image, now);
        }
    }
    // Only now: every word is somewhere on the disk at any time.
    for (id, key, image) in forgotten {
        forget(app, fx, id, &key, image);
    }
}

/// From now on the drafts of a place go by `key` on the disk. Gives what is to be forgotten under the key
/// before, after it is kept under this one: words that are gone, and all where it was not known whose
/// they are.
fn move_to(place: &mut Place, key: &PlaceKey) -> Vec<(PlaceKey, ImageName)> {
    let Some(before) = place.kept_under.replace(key.clone()).filter(|before| before != key) else {
        return Vec::new();
    };
    let was_unknown = before == place.unknown_key();
    let kept = std::mem::take(&mut place.kept).into_keys();
    let is_over = |image: &ImageName| was_unknown || !place.forms.get(image).is_some_and(Form::is_draft);
    kept.filter(is_over).map(|image| (before.clone(), image)).collect()
}

/// Keeps a draft. The disk has room for one of an image: behind its words stand those that another
/// profile of the same account has of it, as where a write is out.
pub fn write(app: &App, fx: &mut Effects, id: PlaceId, key: &PlaceKey, image: &ImageName, now: Timestamp) {
    let Some(form) = app.places[id.0].forms.get(image) else { return };
    let mut draft = form.to_draft(key.clone(), now);
    for other in alike(app, id) {
        let Some(other) = app.places[other.0].forms.get(image) else { continue };
        let Words { typed, stashed } = other.words();
        let behind =
            stashed.into_iter().flat_map(|(field, words)| words.into_iter().map(move |it| (field, it)));
        for (field, text) in behind.chain(typed) {
            let is_there = draft.typed.get(&field) == Some(&text);
            let behind = draft.stashed.entry(field).or_default();
            if !is_there && !behind.contains(&text) {
                behind.push(text);
            }
        }
    }
    draft.stashed.retain(|_, words| !words.is_empty());
    fx.push(Effect::Keep(Box::new(draft)));
}

/// Takes a draft off the disk, unless another profile of the same account has one of the same image:
/// then that one takes its place.
fn forget(app: &mut App, fx: &mut Effects, id: PlaceId, key: &PlaceKey, image: ImageName) {
    let (now, mode) = (app.now, app.mode);
    let has_draft = |other: &PlaceId| {
        let place = &app.places[other.0];
        place.last_key(mode).as_ref() == Some(key) && place.forms.get(&image).is_some_and(Form::is_draft)
    };
    if let Some(other) = alike(app, id).into_iter().find(has_draft) {
        write(app, fx, other, key, &image, now);
        let place = &mut app.places[other.0];
        let words = place.forms.get(&image).map(Form::words);
        if place.kept_under.get_or_insert_with(|| key.clone()) == key {
            place.kept.insert(image, words);
        }
        return;
    }
    fx.push(Effect::Forget { place: key.clone(), image });
}

/// A draft could not be kept: it is tried again after a while, and at the end.
pub fn not_kept(app: &mut App, fx: &mut Effects, image: &ImageName, trouble: String) {
    for place in &mut app.places {
        if let Some(kept) = place.kept.get_mut(image) {
            *kept = None;
        }
    }
    app.keeping = true;
    fx.push(Effect::After { timer: Timer::Keep, delay: LATER });
    app.report(fx, trouble);
}

/// The drafts that the disk has otherwise than the forms, each as it should be.
fn changes(place: &Place) -> Vec<(ImageName, Words)> {
    let open = place.forms.iter().map(|(image, form)| (image, form.words()));
    let mut changes: Vec<_> = open
        .filter(|(image, words)| match place.kept.get(*image) {
            None => !words.is_empty(),
            Some(kept) => kept.as_ref() != Some(words),
        })
        .map(|(image, words)| (image.clone(), words))
        .collect();
    let gone = place.kept.keys().filter(|image| !place.forms.contains_key(*image));
    changes.extend(gone.map(|image| (image.clone(), Words::default())));
    changes
}

/// Asks the disk what earlier sessions left, once it is known where we are, and again when that
/// turns out to be elsewhere. What was typed before the account was known is brought over.
pub fn ask(app: &mut App, fx: &mut Effects, id: PlaceId) {
    let mode = app.mode;
    let place = &mut app.places[id.0];
    let Some(key) = place.key(mode).filter(|key| place.recalled.as_ref() != Some(key)) else { return };
    let unknown = place.unknown_key();
    place.recalled = Some(key.clone());
    if key != unknown && !mode.demo {
        fx.push(Effect::Recall { place: id, key: unknown });
    }
    let is_known_here =
        alike(app, id).into_iter().any(|other| app.places[other.0].recalled.as_ref() == Some(&key));
    if is_known_here {
        // What is typed follows the person, and nobody else.
        let here = app.here;
        if id == here || alike(app, id).contains(&here) {
            gather(app, fx, here, false);
        }
    } else {
        fx.push(Effect::Recall { place: id, key });
    }
    keep(app, fx, false);
}

/// The other places of the same account and region, reached with other profiles.
pub fn alike(app: &App, id: PlaceId) -> Vec<PlaceId> {
    let key = app.places[id.0].last_key(app.mode);
    let others = (0..app.places.len()).map(PlaceId).filter(|other| *other != id);
    others.filter(|other| key.is_some() && app.places[other.0].last_key(app.mode) == key).collect()
}

/// What was typed goes by account and region, not by profile: brings it over from places alike to the
/// one that the person has come to, with the history. A form whose write is out, or waits to go out,
/// stays where that is sent from. What is open there comes along where `opens`, and is open here;
/// else it stays.
pub fn gather(app: &mut App, fx: &mut Effects, id: PlaceId, opens: bool) {
    let mut came = Vec::new();
    for other in alike(app, id) {
        let (from, to) = (&app.places[other.0], &app.places[id.0]);
        // The disk has room for one draft of an image: two become one.
        let may = |image: &ImageName| opens || !from.is_open(image) || to.forms.contains_key(image);
        let comes = |image: &&ImageName| !from.is_bound(image) && !to.is_bound(image) && may(image);
        let images: Vec<_> = from.forms.keys().filter(comes).cloned().collect();
        let history = from.history.clone();
        for image in images {
            came.extend(bring(app, other, id, &image).then_some(image));
        }
        app.places[id.0].history.merge(&history);
    }
    if !came.is_empty() && app.places[id.0].overlays.is_empty() {
        let names: Vec<_> = came.iter().map(ToString::to_string).collect();
        let key = key_of(Action::Drafts);
        let words = format!("Not sent yet, and of this account too: {}. {key} lists it.", names.join(", "));
        app.notify_at(fx, id, Tone::Plain, words);
    }
    keep(app, fx, false);
}

/// Before a form is opened: a draft of the same image that is open at another profile's place comes
/// over, since the disk has room for one of an image.
pub fn fetch(app: &mut App, image: &ImageName) {
    let here = app.here;
    for other in alike(app, here) {
        let from = &app.places[other.0];
        if from.forms.contains_key(image) && !from.is_bound(image) {
            bring(app, other, here, image);
        }
    }
}

/// The place is about to become another: what was typed there goes to one that is of the same account
/// still, so that the two don't write over each other on the disk.
pub fn hand_on(app: &mut App, id: PlaceId) {
    let Some(other) = alike(app, id).first().copied() else { return };
    app.places[id.0].overlays.clear();
    let images: Vec<_> = app.places[id.0].forms.keys().cloned().collect();
    for image in images {
        bring(app, id, other, &image);
    }
}

/// Brings the form of one image over, and what is open of it if nothing is open here; tells whether it
/// holds a draft.
fn bring(app: &mut App, from: PlaceId, to: PlaceId, image: &ImageName) -> bool {
    let (key, now) = (app.places[to.0].key_or_unknown(app.mode), app.now);
    let place = &mut app.places[from.0];
    let form = place.forms.remove(image);
    let is_its = |overlay: &Overlay| overlay.image() == Some(image);
    let open: Vec<_> = place.overlays.iter().filter(|overlay| is_its(overlay)).cloned().collect();
    place.overlays.retain(|overlay| !is_its(overlay));
    // Under another key it is forgotten there, once it is kept here.
    let is_kept_alike = app.places[from.0].kept_under == app.places[to.0].kept_under;
    let kept = if is_kept_alike { app.places[from.0].kept.remove(image) } else { None };
    let place = &mut app.places[to.0];
    if let Some(kept) = kept {
        place.kept.entry(image.clone()).or_insert(kept);
    }
    let Some(form) = form.filter(|form| form.is_draft() || !open.is_empty()) else { return false };
    let is_draft = form.is_draft();
    match place.forms.get_mut(image) {
        // Words of two are never thrown away: those that were here stand behind the fields.
        Some(here) if here.is_draft() => here.take_up(form.to_draft(key, now), now),
        _ => drop(place.forms.insert(image.clone(), form)),
    }
    if place.overlays.is_empty() {
        place.overlays = open;
    }
    is_draft
}

/// Lists the drafts.
pub fn list(app: &mut App) {
    app.browser_mut().below_scroll = 0;
    app.place_mut().overlays.push(Overlay::Drafts(DraftsPage::default()));
}

/// Opens the form of the draft under the cursor.
pub fn open(app: &mut App, fx: &mut Effects) {
    if app.is_read_only() {
        return form::say_read_only(app, fx);
    }
    if let Some(name) = chosen(app) {
        app.place_mut().overlays.pop();
        browse::select(app, fx, &name);
        form::open_of(app, fx, name);
    }
}

/// Asks whether the draft under the cursor is to be thrown away.
pub fn ask_discard(app: &mut App) {
    if let Some(name) = chosen(app) {
        app.place_mut().overlays.push(Overlay::AskDiscard(name));
    }
}

/// Throws a draft away: the person said so twice.
pub fn discard(app: &mut App, name: &ImageName) {
    app.place_mut().overlays.pop();
    app.place_mut().forms.remove(name);
}

fn chosen(app: &App) -> Option<ImageName> {
    let Some(Overlay::Drafts(page)) = app.top() else { return None };
    app.place().drafts().nth(page.at).map(|form| form.image.clone())
}
