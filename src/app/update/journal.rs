//! The journal: every write is noted before it goes out and when its outcome is known, and any of
//! them can be undone.

use crate::app::{
    App, Effect, Effects, Errand, Form, Overlay, PlaceId, Refusal, Request, Ticket, Timer, Tone, Write,
    WriteStage,
};
use crate::domain::{Entry, EntryId, ImageName, Verdict};
use crate::keys::Action;

use super::{browse, drafts, form, key_of, keys, outgoing};

/// Notes a write that is about to go out. It goes out when the note is safe, or can't be made.
pub fn note(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    app.noted += 1;
    let id = EntryId(format!("{}-{}", app.session, app.noted));
    let now = app.now;
    let key = app.places[place.0].key_or_unknown(app.mode);
    let location = &app.places[place.0].location;
    let profile = location.profile.clone().filter(|_| !location.environment_keys);
    let (ticket, _) = app.tickets.issue(place, Errand::Note(name.clone()));
    let Some(write) = app.places[place.0].writes.get_mut(name) else { return };
    write.stage = WriteStage::Noting;
    write.note = Some(ticket);
    write.entry = Some(id.clone());
    let entry = Entry {
        id,
        at: now,
        profile,
        place: key,
        image: name.clone(),
        before: write.base.clone(),
        after: write.update.applied(&write.base),
        undoes: write.undoes.clone(),
        verdict: None,
    };
    fx.push(Effect::Note { ticket: Some(ticket), entry: Box::new(entry.clone()) });
    for other in drafts::alike(app, place) {
        app.places[other.0].history.add(entry.clone());
    }
    app.places[place.0].history.add(entry);
}

/// The note is safe, or could not be made: the write goes out either way, and the latter is told.
pub fn noted(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    ticket: Ticket,
    trouble: Option<String>,
) {
    if let Some(trouble) = trouble {
        let words = format!("{trouble} The change goes out all the same; it can be undone until you quit.");
        app.notify_at(fx, place, Tone::Bad, words);
    }
    let doubt = keys::is_in_doubt(app, place);
    // A note of a write that was called off releases no other.
    let is_noting = |write: &&mut Write| write.stage == WriteStage::Noting && write.note == Some(ticket);
    if let Some(write) = app.places[place.0].writes.get_mut(&name).filter(is_noting) {
        if doubt {
            let entry = write.entry.clone();
            settle(app, fx, place, entry, Verdict::NotApplied);
            return outgoing::stop(app, fx, place, &name, &Refusal::Doubt);
        }
        write.stage = WriteStage::Sending;
        let update = write.update.clone();
        app.call_at(fx, place, Errand::Send(name), Request::Update(update));
    }
}

/// Notes what became of a write.
pub fn settle(app: &mut App, fx: &mut Effects, place: PlaceId, entry: Option<EntryId>, verdict: Verdict) {
    let Some(id) = entry else { return };
    for other in drafts::alike(app, place) {
        let _ = app.places[other.0].history.settle(&id, verdict.clone());
    }
    if let Some(entry) = app.places[place.0].history.settle(&id, verdict) {
        fx.push(Effect::Note { ticket: None, entry: Box::new(entry.clone()) });
    }
}

/// Shows the history, of the current image if there is one.
pub fn show(app: &mut App) {
    let image = app.current_name();
    app.place_mut().below_scroll = 0;
    app.place_mut().overlays.push(Overlay::History { image, at: 0 });
}

/// Turns the history from one image to all, or back.
pub fn widen(app: &mut App) {
    let current = app.current_name();
    if let Some(Overlay::History { image, at }) = app.place_mut().overlays.last_mut() {
        *image = if image.is_some() { None } else { current };
        *at = 0;
    }
}

/// Undoes the last change of the current image.
pub fn undo_last(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    if app.place().writes.contains_key(&name) {
        let words =
            format!("{name}: its last change is still under way; it can be undone when it has settled.");
        return app.notify(fx, Tone::Plain, words);
    }
    match app.place().history.last_change(&name).cloned() {
        Some(entry) => undo(app, fx, &entry),
        None => app.notify(fx, Tone::Plain, format!("{name}: sagescope has changed nothing here yet.")),
    }
}

/// Undoes the entry under the cursor.
pub fn undo_chosen(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::History { image, at }) = app.place().overlays.last().cloned() else { return };
    let Some(entry) = app.place().history.of(image.as_ref()).nth(at).cloned() else { return };
    if !entry.changed_something() {
        let words = "This one changed nothing, or it is not known what: there is nothing to undo.";
        app.notify(fx, Tone::Plain, words.into());
        return;
    }
    app.place_mut().overlays.pop();
    undo(app, fx, &entry);
}

/// Opens the inverse of a write as a form; the review follows when the image has been read and is
/// as that write left it. If it is not, that is a conflict, and shown as one.
fn undo(app: &mut App, fx: &mut Effects, entry: &Entry) {
    if app.is_read_only() {
        form::say_read_only(app, fx);
        return;
    }
    let name = entry.image.clone();
    browse::select(app, fx, &name);
    drafts::fetch(app, &name);
    if app.place().forms.get(&name).is_some_and(Form::is_draft) {
        let key = key_of(Action::Drafts);
        let words =
            format!("{name} has a draft, which undoing would replace: send or discard it first ({key}).");
        app.notify(fx, Tone::Plain, words);
        return;
    }
    app.notices.clear_passing();
    let now = app.now;
    let mut form = Form::to_undo(&entry.before, &entry.after, now);
    form.undoes = Some(entry.id.clone());
    form.review_next = true;
    app.place_mut().forms.insert(name.clone(), form);
    app.place_mut().overlays.push(Overlay::Form(name.clone()));
    form::read_base(app, fx, name);
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
}
