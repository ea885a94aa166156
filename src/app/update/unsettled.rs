//! Writes of earlier sessions whose outcome was never noted.

use crate::app::{App, Effect, Effects, Lookups, Outcome, PlaceId, Write};
use crate::domain::{Entry, EntryId, Verdict};

use super::{drafts, lookup};

/// Takes in what earlier sessions noted. What became of a write that has a later one of the same image
/// is told by what that began from; of the others, the image is read.
pub fn recalled(app: &mut App, fx: &mut Effects, id: PlaceId, entries: Vec<Entry>, alive: &[EntryId]) {
    app.places[id.0].history.recall(entries);
    // What this session sent itself is followed up where that was.
    let own: Vec<_> = app.places.iter().flat_map(|place| place.writes.values()).collect();
    let own: Vec<_> = own.iter().filter_map(|write| write.entry.clone()).collect();
    let (mut told, mut untold) = (Vec::new(), Vec::new());
    for (entry, newer) in app.places[id.0].history.unsettled() {
        if alive.contains(&entry.id) || own.contains(&entry.id) {
            continue;
        }
        match newer {
            Some(newer) => told.push((entry.id.clone(), told_by(entry, newer))),
            None => untold.push(Write::of_earlier(entry, app.now)),
        }
    }
    note(app, fx, id, told);
    let is_many = untold.len() > Lookups::AT_ONCE;
    for write in untold {
        let image = write.update.image.clone();
        if !app.places[id.0].writes.contains_key(&image) {
            app.places[id.0].writes.insert(image.clone(), write);
            lookup::queue(app, id, image);
        }
    }
    if is_many {
        app.lookups.tally.entry(id).or_default();
    }
}

/// What became of a write, by the image that a later write of this program began from.
fn told_by(entry: &Entry, newer: &Entry) -> Verdict {
    let write = Write::of_earlier(entry, newer.at);
    let is_another = newer.before.another_than(&entry.before).is_some();
    let outcome = write.outcome(&newer.before).filter(|_| !is_another);
    outcome.unwrap_or(Outcome::Unknowable).verdict()
}

/// Notes what became of several at once: the disk is waited for but once.
fn note(app: &mut App, fx: &mut Effects, id: PlaceId, told: Vec<(EntryId, Verdict)>) {
    let mut noted = Vec::new();
    for (entry, verdict) in told {
        for other in drafts::alike(app, id) {
            let _ = app.places[other.0].history.settle(&entry, verdict.clone());
        }
        noted.extend(app.places[id.0].history.settle(&entry, verdict).cloned());
    }
    if !noted.is_empty() {
        fx.push(Effect::NoteOutcomes(noted));
    }
}
