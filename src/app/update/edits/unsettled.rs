//! Writes of earlier sessions whose outcome was never noted.

use crate::app::ticket::StepId;
use crate::app::update::places::alike;
use crate::app::{App, Effect, Effects, Lookups, Place, PlaceId};
use crate::edit::{Entry, EntryId, Outcome, Record, Verdict};
use crate::flow::{Flow, Write};

use super::{flows, lookup};

/// Takes in what earlier sessions noted. What became of a write that has a later one of the same image
/// is told by what that began from; of the others, the image is read.
pub fn recalled(app: &mut App, fx: &mut Effects, id: PlaceId, entries: Vec<Entry>, alive: &[EntryId]) {
    app.places[id.0].history.recall(entries);
    // What this session sent itself is followed up where that was.
    let own = app.places.iter().flat_map(Place::writes);
    let own: Vec<_> = own.filter_map(|write| write.entry.clone()).collect();
    let (mut told, mut untold) = (Vec::new(), Vec::new());
    for (entry, newer) in app.places[id.0].history.unsettled() {
        if alive.contains(&entry.id) || own.contains(&entry.id) {
            continue;
        }
        match newer {
            Some(newer) => told.push((entry.id.clone(), told_by(entry, newer))),
            None => untold.extend(Write::of_earlier(entry, app.now)),
        }
    }
    note(app, fx, id, told);
    let is_many = untold.len() > Lookups::AT_ONCE;
    for write in untold {
        if app.places[id.0].write(&write.step.subject()).is_none() {
            let flow = flows::next_id(app);
            app.places[id.0].flows.insert(flow, Flow::of_earlier(write));
            lookup::queue(app, id, StepId { flow, at: 0 });
        }
    }
    if is_many {
        app.lookups.tally.entry(id).or_default();
    }
}

/// What became of a write, by the image that a later write of this program began from.
fn told_by(entry: &Entry, newer: &Entry) -> Verdict {
    let is_another = newer.before.another_than(&entry.before).is_some();
    let write = Write::of_earlier(entry, newer.at).filter(|_| !is_another);
    let outcome = write.and_then(|write| write.outcome(&newer.before));
    outcome.unwrap_or(Outcome::Unknowable).verdict()
}

/// Notes what became of several at once: the disk is waited for but once.
fn note(app: &mut App, fx: &mut Effects, id: PlaceId, told: Vec<(EntryId, Verdict)>) {
    let mut noted = Vec::new();
    for (entry, verdict) in told {
        for other in alike::others(app, id) {
            let _ = app.places[other.0].history.settle(&entry, verdict.clone());
        }
        noted.extend(
            app.places[id.0].history.settle(&entry, verdict).cloned().map(Box::new).map(Record::Step),
        );
    }
    if !noted.is_empty() {
        fx.push(Effect::NoteOutcomes(noted));
    }
}
