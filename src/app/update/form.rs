//! Opening, filling and closing the form.

use crate::app::{App, Effects, Errand, Form, Overlay, PlaceId, Remote, Request, Tone};
use crate::domain::{Failure, Image, ImageName};

/// Opens the form of the current image: a draft as it was left, else filled with what is known.
/// Either way the image is read anew, and what it holds then is what the edit begins from.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    if app.mode.read_only {
        let words = "Read-only: images can be looked at, not changed. Start without --read-only to edit.";
        app.notify(fx, Tone::Plain, words.into());
        return;
    }
    let now = app.now;
    let known = app.place().known(&name);
    let forms = &mut app.place_mut().forms;
    if let Some(form) = forms.get_mut(&name) {
        form.remark = Some("Your draft, as you left it. Ctrl-R puts a field back.".into());
        form.base.ask();
    } else {
        forms.insert(name.clone(), Form::open(name.clone(), known.as_ref(), now));
    }
    app.overlays.push(Overlay::Form(name.clone()));
    read_base(app, fx, name);
}

/// Reads what the edit begins from.
pub fn read_base(app: &mut App, fx: &mut Effects, name: ImageName) {
    if let Some(form) = app.place_mut().forms.get_mut(&name) {
        form.base.ask();
        app.call(fx, Errand::Base(name.clone()), Request::Describe(name));
    }
}

/// What the edit begins from has come, or has not.
pub fn base_landed(app: &mut App, place: PlaceId, name: &ImageName, result: Result<Image, Failure>) {
    if let Some(form) = app.places[place.0].forms.get_mut(name) {
        form.land(result);
    }
}

/// Moves the focus.
pub fn move_focus(app: &mut App, forward: bool) {
    if let Some(form) = app.top_form() {
        form.move_focus(forward);
    }
}

/// Puts a field back, or what was typed in it.
pub fn put_back(app: &mut App) {
    if let Some(form) = app.top_form() {
        form.put_back();
    }
}

/// Closes the form. What was typed stays as a draft; a form without a word typed is forgotten.
pub fn close(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Form(name)) = app.overlays.pop() else { return };
    let here = app.here;
    for ticket in app.tickets.retire(here, |errand| *errand == Errand::Base(name.clone())) {
        fx.push(crate::app::Effect::Cancel(ticket));
    }
    let forms = &mut app.place_mut().forms;
    let Some(form) = forms.get_mut(&name) else { return };
    form.base.forgo();
    form.remark = None;
    if form.is_draft() {
        app.notify(fx, Tone::Plain, format!("Draft of {name} kept; e opens it again."));
    } else {
        forms.remove(&name);
    }
}

impl App {
    /// The form that has the keys.
    pub(super) fn top_form(&mut self) -> Option<&mut Form> {
        let Some(Overlay::Form(name)) = self.overlays.last() else { return None };
        self.places[self.here.0].forms.get_mut(name)
    }

    /// Whether the form's beginning is being read.
    pub(super) fn is_reading_base(form: &Form) -> bool {
        matches!(form.base, Remote::Loading { .. })
    }
}
