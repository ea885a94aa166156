//! Drafts on disk: kept soon after the last key, recalled when the place is known.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::app::{App, Effect, Effects, Form, Overlay, PlaceId, Recalled, Timer, Tone};
use crate::domain::{Field, ImageName};

use super::{form, journal};

/// How soon what is typed is kept. Words younger than this are lost to a power cut.
const SOON: Duration = Duration::from_millis(300);

/// After each message: if a form holds other words than the disk, they will be kept soon.
pub fn watch(app: &mut App, fx: &mut Effects) {
    if !app.keeping && app.places.iter().any(|place| !changes(place).is_empty()) {
        app.keeping = true;
        fx.push(Effect::After { timer: Timer::Keep, delay: SOON });
    }
}

/// Keeps what is not kept yet, and forgets drafts that are drafts no more.
pub fn keep(app: &mut App, fx: &mut Effects) {
    app.keeping = false;
    let (now, mode) = (app.now, app.mode);
    for place in &mut app.places {
        let Some(key) = place.key(mode) else { continue };
        for (image, typed) in changes(place) {
            let form = place.forms.get(&image);
            match form.filter(|_| !typed.is_empty()) {
                Some(form) => fx.push(Effect::Keep(Box::new(form.to_draft(key.clone(), now)))),
                None => fx.push(Effect::Forget { place: key.clone(), image: image.clone() }),
            }
            if typed.is_empty() {
                place.kept.remove(&image);
            } else {
                place.kept.insert(image, typed);
            }
        }
    }
}

type Typed = BTreeMap<Field, String>;

/// The drafts that the disk has otherwise than the forms, each as it should be.
fn changes(place: &crate::app::Place) -> Vec<(ImageName, Typed)> {
    let open = place.forms.iter().map(|(image, form)| (image, form.typed()));
    let mut changes: Vec<_> = open
        .filter(|(image, typed)| place.kept.get(*image).map_or(!typed.is_empty(), |kept| kept != typed))
        .map(|(image, typed)| (image.clone(), typed))
        .collect();
    let gone = place.kept.keys().filter(|image| !place.forms.contains_key(*image));
    changes.extend(gone.map(|image| (image.clone(), Typed::new())));
    changes
}

/// Asks the disk what earlier sessions left, once it is known where we are.
pub fn ask(app: &mut App, fx: &mut Effects, id: PlaceId) {
    let mode = app.mode;
    let place = &mut app.places[id.0];
    if place.recalled {
        return;
    }
    if let Some(key) = place.key(mode) {
        place.recalled = true;
        fx.push(Effect::Recall { place: id, key });
    }
}

/// What earlier sessions left has come.
pub fn recalled(app: &mut App, fx: &mut Effects, id: PlaceId, recalled: Recalled) {
    for trouble in recalled.troubles {
        app.notify(fx, Tone::Bad, trouble);
    }
    let now = app.now;
    let place = &mut app.places[id.0];
    let mut found = 0;
    for draft in recalled.drafts {
        let (image, typed) = (draft.image.clone(), draft.typed.clone());
        found += 1;
        if let Some(form) = place.forms.get_mut(&image) {
            form.remark = Some("Your draft from before is back; Ctrl-R shows what it replaced.".into());
            for (field, text) in &typed {
                form.recall(*field, text);
            }
        } else {
            place.forms.insert(image.clone(), Form::from_draft(draft, now));
        }
        place.kept.insert(image, typed);
    }
    if found > 0 {
        let words = if found == 1 { "1 draft is".into() } else { format!("{found} drafts are") };
        app.notify(fx, Tone::Plain, format!("{words} here from before; D lists what is not sent."));
    }
    journal::recalled(app, fx, id, recalled.entries);
}

/// Lists the drafts.
pub fn list(app: &mut App) {
    app.overlays.push(Overlay::Drafts(0));
}

/// Opens the form of the draft under the cursor.
pub fn open(app: &mut App, fx: &mut Effects) {
    if let Some(name) = chosen(app) {
        app.overlays.pop();
        form::open_of(app, fx, name);
    }
}

/// Asks whether the draft under the cursor is to be thrown away.
pub fn ask_discard(app: &mut App) {
    if let Some(name) = chosen(app) {
        app.overlays.push(Overlay::AskDiscard(name));
    }
}

/// Throws a draft away: the person said so twice.
pub fn discard(app: &mut App, name: &ImageName) {
    app.overlays.pop();
    app.place_mut().forms.remove(name);
}

fn chosen(app: &App) -> Option<ImageName> {
    let Some(Overlay::Drafts(at)) = app.overlays.last() else { return None };
    app.place().drafts().nth(*at).map(|form| form.image.clone())
}
