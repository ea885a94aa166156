//! Two hands on one subject: whose value is wanted.

use crate::app::{App, Choice, Effects, Form, Overlay};
use crate::edit::{FieldKey, Subject};

use super::review;

/// Moves to the next clash, or the one before.
pub fn move_focus(app: &mut App, forward: bool) {
    let Some((subject, focus)) = top(app) else { return };
    let Some(form) = app.place().forms.get(&subject) else { return };
    let fields: Vec<FieldKey> = form.clashes().map(|(field, _)| field.key.clone()).collect();
    let at = fields.iter().position(|field| *field == focus).unwrap_or_default();
    let step = if forward { 1 } else { fields.len().saturating_sub(1) };
    let to = fields.get((at + step) % fields.len().max(1)).cloned().unwrap_or(focus);
    if let Some(Overlay::Conflict(conflict)) = app.place_mut().overlays.last_mut() {
        conflict.focus = to;
    }
}

/// Moves to a clash.
pub fn focus(app: &mut App, key: &FieldKey) {
    let Some((subject, _)) = top(app) else { return };
    let is_clash = |form: &Form| form.clashes().any(|(field, _)| field.key == *key);
    if app.place().forms.get(&subject).is_some_and(is_clash)
        && let Some(Overlay::Conflict(conflict)) = app.place_mut().overlays.last_mut()
    {
        conflict.focus = key.clone();
    }
}

/// Takes mine or theirs for the field that has the focus, and goes on to the next undecided.
pub fn choose(app: &mut App, choice: Choice) {
    let Some((subject, focus)) = top(app) else { return };
    let at = app.place_mut();
    let Some(form) = at.forms.get_mut(&subject) else { return };
    form.choose(&focus, choice);
    let open = |form: &Form| {
        form.clashes().find(|(_, clash)| clash.choice.is_none()).map(|(field, _)| field.key.clone())
    };
    if let (Some(next), Some(Overlay::Conflict(conflict))) =
        (at.forms.get(&subject).and_then(open), at.overlays.last_mut())
    {
        conflict.focus = next;
    }
}

/// Goes to the form, to write something that serves both. What is typed there counts as mine.
pub fn edit(app: &mut App) {
    let Some((subject, focus)) = top(app) else { return };
    app.place_mut().overlays.pop();
    if let Some(form) = app.place_mut().forms.get_mut(&subject) {
        form.choose(&focus, Choice::Mine);
        form.focus = focus;
    }
    if !app.place().overlays.contains(&Overlay::Form(subject.clone())) {
        app.place_mut().overlays.push(Overlay::Form(subject));
    }
}

/// Every clash is decided: on to the review, against the image as it is now.
pub fn decided(app: &mut App, fx: &mut Effects) {
    let Some((subject, _)) = top(app) else { return };
    let undecided = app.place().forms.get(&subject).is_some_and(Form::is_undecided);
    if !undecided {
        app.place_mut().overlays.pop();
        review::open(app, fx);
    }
}

fn top(app: &App) -> Option<(Subject, FieldKey)> {
    match app.place().overlays.last() {
        Some(Overlay::Conflict(conflict)) => Some((conflict.subject.clone(), conflict.focus.clone())),
        _ => None,
    }
}
