//! Picking a profile or a region.

use crate::app::{App, Effects, Offer, Overlay, Pick, Picker, Purpose, Tone};
use crate::domain::{Aim, Text};
use crate::service::Local;

use super::switch;

/// Opens a picker, or says why there is nothing to pick. The shared files are read anew: they may have been changed meanwhile.
pub fn open(app: &mut App, fx: &mut Effects, pick: Pick) {
    if pick == Pick::Region && app.mode.demo {
        return app.notify(fx, Tone::Plain, app.one_region_words());
    }
    close(app);
    app.browser_mut().typing = None;
    app.place_mut().overlays.push(Overlay::Picker(Box::new(Picker::new(pick))));
    survey(app, fx);
    put_cursor_here(app);
}

/// Looks at environment and shared files.
pub fn survey(app: &mut App, fx: &mut Effects) {
    app.aws_setup.start();
    let here = app.here;
    app.look_up(fx, here, Purpose::Survey, Local::Survey);
}

/// Closes the picker.
pub fn close(app: &mut App) {
    app.place_mut().overlays.retain(|overlay| !matches!(overlay, Overlay::Picker(_)));
}

/// Lets the person type; the best match is under the cursor then.
pub fn type_in(app: &mut App, change: impl FnOnce(&mut crate::app::Input)) {
    let Some(Overlay::Picker(picker)) = app.place_mut().overlays.last_mut() else { return };
    let before = picker.input.text().to_owned();
    change(&mut picker.input);
    if picker.input.text() != before {
        picker.at = 0;
        if picker.input.text().is_empty() {
            put_cursor_here(app);
        }
    }
}

/// A mark for a profile that is not there protects nothing: it is told, once.
fn judge_marks(app: &mut App, fx: &mut Effects) {
    let Some(found) = app.aws_setup.value() else { return };
    let is_there = |name: &str| name == "default" || found.profiles.iter().any(|it| it.name.as_str() == name);
    let strays: Vec<_> =
        app.marks.keys().filter(|name| !is_there(name)).map(|name| Text::clean(name)).collect();
    if strays.is_empty() || std::mem::replace(&mut app.marks_judged, true) {
        return;
    }
    let names: Vec<_> = strays.iter().map(Text::as_str).collect();
    let (file, names) = (&app.config_file, names.join(", "));
    let words = format!("{file} marks profiles that don't exist: {names}. Fix the names there.");
    app.report(fx, words);
}

/// The files have been read: the cursor stays where the person put it, or goes to where we are.
pub fn surveyed(app: &mut App, fx: &mut Effects) {
    judge_marks(app, fx);
    if top(app).is_some_and(|picker| picker.at == 0 && picker.input.text().is_empty()) {
        put_cursor_here(app);
    }
    keep_cursor_in_list(app);
}

/// Goes to what is under the cursor.
pub fn choose(app: &mut App, fx: &mut Effects) {
    let Some(picker) = top(app) else { return };
    let Some(offer) = picker.offers(app).into_iter().nth(picker.at) else { return };
    // Its trouble is on the screen already.
    if matches!(&offer, Offer::Profile(profile) if profile.trouble.is_some()) {
        return;
    }
    close(app);
    go_to(app, fx, offer);
}

/// Goes where `offer` leads.
pub fn go_to(app: &mut App, fx: &mut Effects, offer: Offer) {
    let aim = match offer {
        Offer::Profile(profile) => {
            let region = profile.region.clone().or_else(|| region_here(app));
            Aim { profile: Some(profile.name), region }
        }
        Offer::Chain => Aim { profile: None, region: region_here(app) },
        Offer::Region { name, .. } | Offer::Typed(name) => {
            let place = app.place();
            let profile = place.aim.profile.clone();
            Aim { profile, region: Some(name) }
        }
    };
    switch::to(app, fx, aim);
}

fn region_here(app: &App) -> Option<Text> {
    let place = app.place();
    place.location.region.clone().or_else(|| place.aim.region.clone())
}

/// Puts the cursor on where we are.
fn put_cursor_here(app: &mut App) {
    let Some(picker) = top(app) else { return };
    let at = picker.offers(app).iter().position(|offer| offer.is_here(app)).unwrap_or(0);
    if let Some(Overlay::Picker(picker)) = app.place_mut().overlays.last_mut() {
        picker.at = at;
    }
}

/// There may be fewer to pick than before.
fn keep_cursor_in_list(app: &mut App) {
    let Some(picker) = top(app) else { return };
    let last = picker.offers(app).len().saturating_sub(1);
    if let Some(Overlay::Picker(picker)) = app.place_mut().overlays.last_mut() {
        picker.at = picker.at.min(last);
    }
}

fn top(app: &App) -> Option<Box<Picker>> {
    match app.place().overlays.last() {
        Some(Overlay::Picker(picker)) => Some(picker.clone()),
        _ => None,
    }
}
