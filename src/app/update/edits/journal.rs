//! The journal: every step is noted before it goes out and when its outcome is known.

use crate::app::ticket::{Purpose, StepId};
use crate::app::update::places::alike;
use crate::app::{App, Effect, Effects, PlaceId, Ticket, Timer, Tone};
use crate::domain::{PlaceKey, Text};
use crate::edit::{Entry, EntryId, PlanEntry, PlanPart, Record, Subject, Verdict};
use crate::flow::FlowId;

/// Notes a step that is about to go out. It goes out when the note is safe.
pub fn note(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId) {
    let Some(part) = app.places[place.0].flows.get(&step.flow).and_then(|flow| flow.parts.get(step.at))
    else {
        return;
    };
    let (planned, subject) = (part.step().clone(), part.step().subject());
    let key = app.places[place.0].key_or_unknown(app.mode);
    let plan = app.places[place.0].flows.get(&step.flow).and_then(|flow| flow.plan.clone());
    let id = entry_id(app, place, &key, &subject);
    let entry = Entry {
        id: id.clone(),
        at: app.now,
        profile: profile(app, place),
        place: key,
        before: planned.base.clone(),
        after: planned.after(),
        undoes: planned.undoes.clone(),
        part_of: plan.map(|plan| PlanPart { plan, step: step.at }),
        verdict: None,
    };
    if let Some(write) = app.places[place.0].flows.get_mut(&step.flow).and_then(|flow| flow.out_mut(step.at))
    {
        write.entry = Some(id);
    }
    for at in alike::with(app, place) {
        app.places[at.0].history.add(entry.clone());
    }
    begin(app, fx, place, Purpose::Note(subject, step), Record::Step(Box::new(entry)));
}

/// Notes a plan of several steps, before the first of them.
pub fn note_plan(app: &mut App, fx: &mut Effects, place: PlaceId, id: FlowId) {
    let Some(flow) = app.places[place.0].flows.get(&id) else { return };
    let Some(plan) = flow.plan.clone() else { return };
    let subject = flow.subject.clone();
    let steps = flow.parts.iter().map(|part| (part.step().base.clone(), part.step().after())).collect();
    let undoes = flow.undoes.clone();
    let entry = PlanEntry {
        id: plan,
        at: app.now,
        profile: profile(app, place),
        place: app.places[place.0].key_or_unknown(app.mode),
        steps,
        undoes,
        is_left: false,
    };
    for at in alike::with(app, place) {
        app.places[at.0].history.add_plan(entry.clone());
    }
    begin(app, fx, place, Purpose::Note(subject, StepId { flow: id, at: 0 }), Record::Plan(entry));
}

fn begin(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: Purpose, record: Record) {
    let (ticket, _) = app.tickets.issue(place, purpose);
    app.notes.begin(record.clone(), ticket);
    fx.push(Effect::Note { ticket, record: Box::new(record) });
}

/// The profile that is in force, where one was named.
fn profile(app: &App, place: PlaceId) -> Option<Text> {
    let location = &app.places[place.0].location;
    location.profile.clone().filter(|_| !location.environment_keys)
}

/// A name for the entry of a step: that of the last attempt, if that was not sent because it could
/// not be noted; else a new one.
fn entry_id(app: &mut App, place: PlaceId, key: &PlaceKey, subject: &Subject) -> EntryId {
    if let Some(id) = app.notes.take_unsent(key, subject) {
        for at in alike::with(app, place) {
            app.places[at.0].history.remove(&id);
        }
        return id;
    }
    next_id(app)
}

/// A name for an entry that no other has, in any session.
pub fn next_id(app: &mut App) -> EntryId {
    app.noted += 1;
    EntryId(format!("{}-{}", app.session, app.noted))
}

/// A record is safe, or could not be written. Gives the step that waited for it, if one did.
pub fn noted(
    app: &mut App,
    fx: &mut Effects,
    ticket: Ticket,
    trouble: Option<&str>,
) -> Option<(PlaceId, StepId)> {
    let is_first_failure = app.notes.end(ticket, trouble.is_none());
    match (app.tickets.redeem(ticket), trouble) {
        (Some((place, Purpose::Note(_, step))), _) => return Some((place, step)),
        (_, Some(trouble)) if is_first_failure => {
            app.report(fx, format!("{trouble} The journal entry will be written as soon as possible."));
        }
        _ => {}
    }
    None
}

/// After a record was written, or was not: tries again later, or at once what has waited. `lacked`:
/// whether something was missing from the journal before.
pub fn go_on(app: &mut App, fx: &mut Effects, lacked: bool, trouble: Option<&str>) {
    if trouble.is_some() {
        fx.push(Effect::After { timer: Timer::Journal, delay: app.pace.journal });
    } else if app.notes.lacking().next().is_none() {
        fx.push(Effect::Disarm(Timer::Journal));
        if lacked {
            app.notify(fx, Tone::Good, "The journal is up to date again.".into());
        }
    } else {
        try_again(app, fx);
    }
}

/// Tries again to write what the disk would not take.
pub fn try_again(app: &mut App, fx: &mut Effects) {
    for record in app.notes.waiting() {
        write(app, fx, app.here, record);
    }
}

/// Tries once more what the disk would not take, also where the end of an attempt was not told yet: to
/// stand there twice does no harm.
pub fn try_at_the_end(app: &mut App, fx: &mut Effects) {
    let lacking: Vec<_> = app.notes.lacking().cloned().collect();
    for record in lacking {
        write(app, fx, app.here, record);
    }
}

/// Writes a record for which no step waits.
pub fn write(app: &mut App, fx: &mut Effects, place: PlaceId, record: Record) {
    let purpose = Purpose::Journal(record.id().clone());
    begin(app, fx, place, purpose, record);
}

/// Notes what became of a step.
pub fn settle(app: &mut App, fx: &mut Effects, place: PlaceId, entry: Option<EntryId>, verdict: &Verdict) {
    if let Some(entry) = conclude(app, place, entry, verdict) {
        write(app, fx, place, Record::Step(Box::new(entry)));
    }
}

/// Enters what became of a step in the history; gives the entry as it stands then.
pub fn conclude(app: &mut App, place: PlaceId, entry: Option<EntryId>, verdict: &Verdict) -> Option<Entry> {
    let id = entry?;
    for other in alike::others(app, place) {
        let _ = app.places[other.0].history.settle(&id, verdict.clone());
    }
    app.places[place.0].history.settle(&id, verdict.clone()).cloned()
}

/// Notes that what of a plan was not sent is left.
pub fn leave(app: &mut App, fx: &mut Effects, place: PlaceId, id: &EntryId) {
    for other in alike::others(app, place) {
        let _ = app.places[other.0].history.leave(id);
    }
    if let Some(plan) = app.places[place.0].history.leave(id).cloned() {
        write(app, fx, place, Record::Plan(plan));
    }
}
