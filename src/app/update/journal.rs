//! The journal: every write is noted before it goes out and when its outcome is known, and any of
//! them can be undone.

use crate::app::{
    App, Attempt, Effect, Effects, Form, HistoryPage, Overlay, PlaceId, Purpose, Refusal, Request, Ticket,
    Timer, Tone, Write, WriteStage,
};
use crate::domain::{Call, Entry, EntryId, Failure, FailureClass, ImageName, PlaceKey, Verdict};
use crate::keys::Action;

use super::{browse, drafts, form, key_of, keys, outgoing};

/// Notes a write that is about to go out. It goes out when the note is safe.
pub fn note(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName) {
    let key = app.places[place.0].key_or_unknown(app.mode);
    let id = entry_id(app, place, &key, name);
    let now = app.now;
    let location = &app.places[place.0].location;
    let profile = location.profile.clone().filter(|_| !location.environment_keys);
    let (ticket, _) = app.tickets.issue(place, Purpose::Note(name.clone()));
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
    for other in drafts::alike(app, place) {
        app.places[other.0].history.add(entry.clone());
    }
    app.places[place.0].history.add(entry.clone());
    app.notes.begin(entry.clone(), ticket);
    fx.push(Effect::Note { ticket, entry: Box::new(entry) });
}

/// A name for the entry of a write: that of the last attempt, if that was not sent because it could
/// not be noted; else a new one.
fn entry_id(app: &mut App, place: PlaceId, key: &PlaceKey, name: &ImageName) -> EntryId {
    if let Some(id) = app.notes.take_unsent(key, name) {
        for at in drafts::alike(app, place).into_iter().chain([place]) {
            app.places[at.0].history.remove(&id);
        }
        return id;
    }
    app.noted += 1;
    EntryId(format!("{}-{}", app.session, app.noted))
}

/// An entry is safe, or could not be written. If a write waits for it, that goes out now, or does not.
pub fn noted(app: &mut App, fx: &mut Effects, ticket: Ticket, trouble: Option<&str>) {
    let lacked = app.notes.lacking().next().is_some();
    let is_first_failure = app.notes.end(ticket, trouble.is_none());
    match (app.tickets.redeem(ticket), trouble) {
        (Some((place, Purpose::Note(name))), _) => release(app, fx, place, name, ticket, trouble),
        (_, Some(trouble)) if is_first_failure => {
            app.report(fx, format!("{trouble} The history is written when there is room again."));
        }
        _ => {}
    }
    if trouble.is_some() {
        fx.push(Effect::After { timer: Timer::Journal, delay: app.pace.journal });
    } else if app.notes.lacking().next().is_none() {
        fx.push(Effect::Disarm(Timer::Journal));
        if lacked {
            app.notify(
                fx,
                Tone::Good,
                "The journal could be written again: nothing is missing from it.".into(),
            );
        }
    } else {
        try_again(app, fx);
    }
}

/// Lets the write go out that waited for the note with that ticket, and for no other; or stops it.
fn release(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    name: ImageName,
    ticket: Ticket,
    trouble: Option<&str>,
) {
    let doubt = keys::is_in_doubt(app, place);
    let is_noting = |write: &&mut Write| write.stage == WriteStage::Noting && write.note == Some(ticket);
    let Some(write) = app.places[place.0].writes.get_mut(&name).filter(is_noting) else { return };
    let (entry, unnoted) = (write.entry.clone(), write.unnoted);
    match trouble {
        _ if doubt => {
            settle(app, fx, place, entry, &Verdict::NotApplied);
            outgoing::stop(app, fx, place, &name, &Refusal::Doubt);
        }
        Some(trouble) if !unnoted => {
            if let Some(entry) = conclude(app, place, entry, &Verdict::NotApplied) {
                app.notes.put_off(entry);
            }
            let now = app.now;
            app.errors.add(
                now,
                Attempt::Other,
                format!("noting the change of {name}"),
                Failure::new(FailureClass::OwnFile, trouble),
            );
            outgoing::stop(app, fx, place, &name, &Refusal::NotNoted(trouble.to_owned()));
        }
        _ => {
            write.stage = WriteStage::Sending;
            let update = write.update.clone();
            app.call_at(fx, place, Purpose::Send(name), Request::Write(Call::UpdateImage(update)));
        }
    }
}

/// Tries again to write what the disk would not take.
pub fn try_again(app: &mut App, fx: &mut Effects) {
    for entry in app.notes.waiting() {
        write(app, fx, app.here, entry);
    }
}

/// Tries once more what the disk would not take, also where the end of an attempt was not told yet: to
/// stand there twice does no harm.
pub fn try_at_the_end(app: &mut App, fx: &mut Effects) {
    let lacking: Vec<_> = app.notes.lacking().cloned().collect();
    for entry in lacking {
        write(app, fx, app.here, entry);
    }
}

/// Writes an entry for which no write waits.
fn write(app: &mut App, fx: &mut Effects, place: PlaceId, entry: Entry) {
    let (ticket, _) = app.tickets.issue(place, Purpose::Journal(entry.id.clone()));
    app.notes.begin(entry.clone(), ticket);
    fx.push(Effect::Note { ticket, entry: Box::new(entry) });
}

/// Notes what became of a write.
pub fn settle(app: &mut App, fx: &mut Effects, place: PlaceId, entry: Option<EntryId>, verdict: &Verdict) {
    if let Some(entry) = conclude(app, place, entry, verdict) {
        write(app, fx, place, entry);
    }
}

/// Enters what became of a write in the history; gives the entry as it stands then.
fn conclude(app: &mut App, place: PlaceId, entry: Option<EntryId>, verdict: &Verdict) -> Option<Entry> {
    let id = entry?;
    for other in drafts::alike(app, place) {
        let _ = app.places[other.0].history.settle(&id, verdict.clone());
    }
    app.places[place.0].history.settle(&id, verdict.clone()).cloned()
}

/// Shows the history, of the current image if there is one.
pub fn show(app: &mut App) {
    let image = app.current_name();
    app.browser_mut().below_scroll = 0;
    app.place_mut().overlays.push(Overlay::History(HistoryPage { image, at: 0 }));
}

/// Turns the history from one image to all, or back.
pub fn widen(app: &mut App) {
    let current = app.current_name();
    if let Some(Overlay::History(page)) = app.place_mut().overlays.last_mut() {
        page.image = if page.image.is_some() { None } else { current };
        page.at = 0;
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
    let Some(Overlay::History(page)) = app.top() else { return };
    let Some(entry) = app.place().history.of(page.image.as_ref()).nth(page.at).cloned() else { return };
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
