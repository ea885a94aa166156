//! Two hands on one image.

use crate::app::{App, Choice, Conflict, Effects, Form, Overlay, PlaceId};
use crate::domain::{Field, ImageName};

use super::{armed, review};

/// Opens the page on which each clash is decided.
pub fn open(app: &mut App, place: PlaceId, name: ImageName) {
    let at = &mut app.places[place.0];
    let first = at.forms.get(&name).and_then(|form| form.clashes().keys().next().copied());
    if let Some(focus) = first {
        at.overlays.push(Overlay::Conflict(Conflict { image: name, focus }));
    }
}

/// Moves to the next clash, or the one before.
pub fn move_focus(app: &mut App, forward: bool) {
    let Some((name, focus)) = top(app) else { return };
    let Some(form) = app.place().forms.get(&name) else { return };
    let fields: Vec<Field> = form.clashes().keys().copied().collect();
    let at = fields.iter().position(|field| *field == focus).unwrap_or_default();
    let step = if forward { 1 } else { fields.len().saturating_sub(1) };
    let to = fields.get((at + step) % fields.len().max(1)).copied().unwrap_or(focus);
    if let Some(Overlay::Conflict(conflict)) = app.place_mut().overlays.last_mut() {
        conflict.focus = to;
    }
}

/// Takes mine or theirs for the field that has the focus, and goes on to the next undecided.
pub fn choose(app: &mut App, choice: Choice) {
    let Some((name, focus)) = top(app) else { return };
    let at = app.place_mut();
    let Some(form) = at.forms.get_mut(&name) else { return };
    form.choose(focus, choice);
    let open = |form: &Form| {
        form.clashes().iter().find(|(_, clash)| clash.choice.is_none()).map(|(field, _)| *field)
    };
    if let (Some(next), Some(Overlay::Conflict(conflict))) =
        (at.forms.get(&name).and_then(open), at.overlays.last_mut())
    {
        conflict.focus = next;
    }
}

/// Goes to the form, to write something that serves both. What is typed there counts as mine.
pub fn edit(app: &mut App) {
    let Some((name, focus)) = top(app) else { return };
    app.place_mut().overlays.pop();
    if let Some(form) = app.place_mut().forms.get_mut(&name) {
        form.choose(focus, Choice::Mine);
        form.focus = focus;
    }
    if !app.place().overlays.contains(&Overlay::Form(name.clone())) {
        app.place_mut().overlays.push(Overlay::Form(name));
    }
}

/// Every clash is decided: on to the review, against the image as it is now.
pub fn decided(app: &mut App, fx: &mut Effects) {
    let Some((name, _)) = top(app) else { return };
    let undecided = app.place().forms.get(&name).is_some_and(Form::is_undecided);
    if !undecided {
        app.place_mut().overlays.pop();
        review::open(app, fx);
    }
}

/// What the edit began from has moved under a form. If its review is open, or waits to be sent, it
/// is not what the person saw any more: it says so, and has to be seen again.
pub fn base_moved(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    let at = &mut app.places[place.0];
    let Some(form) = at.forms.get(name) else { return };
    let foreign = form.foreign.clone();
    let is_review = |overlay: &Overlay| matches!(overlay, Overlay::Review(review) if review.image == *name);
    if foreign.is_empty() || !at.overlays.iter().any(is_review) {
        return;
    }
    for overlay in &mut at.overlays {
        if let Overlay::Review(review) = overlay {
            review.armed = None;
        }
    }
    armed::disarm(app, fx, place, name);
    review::meet_conflict(app, place, name.clone(), foreign);
}

fn top(app: &App) -> Option<(ImageName, Field)> {
    match app.place().overlays.last() {
        Some(Overlay::Conflict(conflict)) => Some((conflict.image.clone(), conflict.focus)),
        _ => None,
    }
}
