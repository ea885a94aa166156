//! Opening, filling and closing the form.

use crate::app::{
    App, Difference, Effect, Effects, Form, Overlay, PlaceId, Purpose, Refusal, Remote, Request, Timer, Tone,
};
use crate::domain::{Failure, Image, ImageName};
use crate::keys::Action;
use crate::service::Read;

use super::{conflict, drafts, key_of, review};

/// Opens the form of the current image: a draft as it was left, else filled with what is known.
/// Either way the image is read anew, and what it holds then is what the edit begins from.
pub fn open(app: &mut App, fx: &mut Effects) {
    if let Some(name) = app.current_name() {
        open_of(app, fx, name);
    }
}

/// Why, where only the profile is read-only.
const BY_MARK: &str = "The config file says read_only for this profile.";

/// Says why no form opens.
pub fn say_read_only(app: &mut App, fx: &mut Effects) {
    let why = if app.mode.read_only { app.why_read_only.as_str() } else { BY_MARK };
    let words = format!("Read-only: images can be looked at, not changed. {why}");
    // An answer to a key must not be covered by older news.
    let delay = app.pace.notice;
    app.notify_for(fx, Some(app.here), Tone::Bad, words, Some(delay));
}

/// Opens the form of an image, which need not be the current one.
pub fn open_of(app: &mut App, fx: &mut Effects, name: ImageName) {
    if app.is_read_only() {
        return say_read_only(app, fx);
    }
    app.notices.clear_passing();
    drafts::fetch(app, &name);
    let overlays = &mut app.place_mut().overlays;
    // What comes from elsewhere is opened here as a form, whatever it was there.
    overlays.retain(|overlay| overlay.image() != Some(&name));
    let now = app.now;
    let known = app.place().known(&name);
    let forms = &mut app.place_mut().forms;
    if let Some(form) = forms.get_mut(&name) {
        let key = key_of(Action::PutBack);
        form.remark = Some(format!("Your draft, as you left it. {key} puts a field back."));
        form.base.start();
    } else {
        forms.insert(name.clone(), Form::open(name.clone(), known.as_ref(), now));
    }
    app.place_mut().overlays.push(Overlay::Form(name.clone()));
    read_base(app, fx, name);
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
}

/// Back at a form that was left open, or that waited for keys: what it begins from is read again.
pub fn come_back(app: &mut App, fx: &mut Effects) {
    let open = app.place().overlays.iter().find_map(|overlay| match overlay {
        Overlay::Form(name) => Some(name.clone()),
        _ => None,
    });
    let Some(name) = open else { return };
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
    match app.place().forms.get(&name).map(|form| &form.base) {
        // As a glance, what another hand changed meanwhile is told.
        Some(Remote::Ready(_)) => {
            app.call(fx, Purpose::Glance(name.clone()), Request::Read(Read::Describe(name)));
        }
        Some(_) => read_base(app, fx, name),
        None => {}
    }
}

/// While a form is open, its image is read now and then: a change by another hand is told at once.
pub fn glance(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    let open = app.place().overlays.iter().find_map(|overlay| match overlay {
        Overlay::Form(name) => Some(name.clone()),
        _ => None,
    });
    if let Some(name) = open {
        app.call(fx, Purpose::Glance(name.clone()), Request::Read(Read::Describe(name)));
        // Where the service throttles, reads that nobody asked for are the first to slow down.
        let delay = app.pace.glance * (1 << app.throttled.min(4));
        fx.push(Effect::After { timer: Timer::Glance, delay });
    }
}

/// The image of a form was read for another reason; what it holds now is told in the form, unless
/// it is this program that is changing it.
pub fn glanced(app: &mut App, fx: &mut Effects, place: PlaceId, image: &Image) {
    let at = &mut app.places[place.0];
    if at.writes.contains_key(&image.name) {
        return;
    }
    let is_read = |form: &&mut Form| matches!(form.base, Remote::Ready(_));
    let Some(form) = at.forms.get_mut(&image.name).filter(is_read) else { return };
    let another = form.base.value().and_then(|base| image.another_than(base)).cloned();
    let moved = form.base.value().is_some_and(|base| !Difference::between(base, image).is_empty());
    form.resolve(Ok(image.clone()));
    if let Some(arn) = another {
        return review::refuse(app, place, &image.name, &Refusal::Another(arn));
    }
    if moved {
        conflict::base_moved(app, fx, place, &image.name);
    }
}

/// Puts the text of the field that has the focus on the clipboard.
pub fn copy_field(app: &mut App, fx: &mut Effects) {
    let Some(form) = app.top_form() else { return };
    let (text, label) = (form.text(form.focus).to_owned(), form.focus.label());
    fx.push(Effect::Copy(text));
    app.notify(fx, Tone::Good, format!("Copied: {label}."));
}

/// Said while the review waits for the image.
pub const STILL: &str = "The image is still being read. Try again in a moment.";
/// Said when the image is read again for the review.
pub const AGAIN: &str = "Reading the image again: the review needs to know what it holds now.";

/// Reads what the edit begins from.
pub fn read_base(app: &mut App, fx: &mut Effects, name: ImageName) {
    if let Some(form) = app.place_mut().forms.get_mut(&name) {
        form.base.start();
        app.call(fx, Purpose::Base(name.clone()), Request::Read(Read::Describe(name)));
    }
}

/// What the edit begins from has come, or has not.
pub fn base_landed(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: &ImageName,
    result: Result<Image, Failure>,
) {
    let is_read = result.is_ok();
    let at = &mut app.places[place.0];
    let Some(form) = at.forms.get_mut(name) else { return };
    let write = at.writes.get(name).filter(|write| !write.can_be_called_off());
    // Only if it shows: until then the words are nowhere but here.
    let ours = result.as_ref().ok().filter(|image| write.is_some_and(|write| write.shows_in(image)));
    if let Some(image) = ours {
        form.rebase(image);
        form.remark = Some("Your last change is on its way; the form begins from it.".into());
    }
    let asked_to_wait = form.remark.as_deref().is_some_and(|remark| [STILL, AGAIN].contains(&remark));
    if asked_to_wait {
        let key = key_of(Action::Review);
        form.remark = Some(if is_read {
            format!("The image has been read: {key} reviews.")
        } else {
            format!("{key} tries to read it again.")
        });
    }
    form.resolve(result);
    let goes_on = is_read && std::mem::take(&mut form.review_next);
    // An undoing that can't change anything stays in the form, which says why.
    let changes = form.update().is_some_and(|update| !update.is_empty());
    if goes_on && changes && place == app.here && app.top_form().is_some_and(|form| form.image == *name) {
        review::open(app, fx);
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
    let Some(Overlay::Form(name)) = app.place_mut().overlays.pop() else { return };
    let here = app.here;
    for ticket in app.tickets.retire(here, |purpose| *purpose == Purpose::Base(name.clone())) {
        fx.push(Effect::Cancel(ticket));
    }
    let forms = &mut app.place_mut().forms;
    let Some(form) = forms.get_mut(&name) else { return };
    form.base.abandon();
    form.remark = None;
    form.review_next = false;
    if form.is_draft() {
        // Another image may be selected, as where a filter hides this one.
        let is_selected = app.current_name().as_ref() == Some(&name);
        let (action, does) =
            if is_selected { (Action::Edit, "opens it again") } else { (Action::Drafts, "lists it") };
        app.notify(fx, Tone::Plain, format!("Draft of {name} kept; {} {does}.", key_of(action)));
    } else {
        forms.remove(&name);
    }
}

impl App {
    /// The form that has the keys.
    pub(super) fn top_form(&mut self) -> Option<&mut Form> {
        let here = self.place_mut();
        let Some(Overlay::Form(name)) = here.overlays.last() else { return None };
        here.forms.get_mut(name)
    }
}
