//! Records of the journal on their way to the disk.

use crate::app::Ticket;
use crate::domain::PlaceKey;
use crate::edit::{Entry, EntryId, Record, Subject, Verdict};

/// What is to stand in the journal and is not known to do so. Each record stays here, as it stands by
/// now, until the disk has taken it.
#[derive(Debug, Default)]
pub struct Notes {
    notes: Vec<Note>,
}

#[derive(Debug)]
struct Note {
    record: Record,
    /// The last attempt to write it, while its end is not known.
    attempt: Option<Ticket>,
    /// Whether an attempt came to nothing.
    failed: bool,
}

impl Notes {
    /// Whether the disk would not take the entry of that name, so far.
    #[must_use]
    pub fn lacks(&self, id: &EntryId) -> bool {
        self.lacking().any(|record| record.id() == id)
    }

    /// The records that the disk would not take so far.
    pub fn lacking(&self) -> impl Iterator<Item = &Record> + '_ {
        self.notes.iter().filter(|note| note.failed).map(|note| &note.record)
    }

    /// Those of them of steps that went out.
    pub fn lacking_of_sent(&self) -> impl Iterator<Item = &Entry> + '_ {
        self.lacking().filter_map(|record| match record {
            Record::Step(entry) => Some(&**entry).filter(|entry| entry.verdict != Some(Verdict::NotApplied)),
            Record::Plan(_) => None,
        })
    }

    /// The record is being written, as it stands now.
    pub(in crate::app) fn begin(&mut self, record: Record, attempt: Ticket) {
        let failed = self.lacks(record.id());
        self.notes.retain(|note| note.record.id() != record.id());
        self.notes.push(Note { record, attempt: Some(attempt), failed });
    }

    /// The record is to be written when there is room.
    pub(in crate::app) fn put_off(&mut self, record: Record) {
        self.notes.retain(|note| note.record.id() != record.id());
        self.notes.push(Note { record, attempt: None, failed: true });
    }

    /// An attempt has ended. Tells whether it is the first of its record that came to nothing.
    pub(in crate::app) fn end(&mut self, attempt: Ticket, went_well: bool) -> bool {
        let Some(at) = self.notes.iter().position(|note| note.attempt == Some(attempt)) else { return false };
        if went_well {
            self.notes.remove(at);
            return false;
        }
        self.notes[at].attempt = None;
        !std::mem::replace(&mut self.notes[at].failed, true)
    }

    /// The records that wait to be tried again.
    pub(in crate::app) fn waiting(&self) -> Vec<Record> {
        let waits = |note: &&Note| note.failed && note.attempt.is_none();
        self.notes.iter().filter(waits).map(|note| note.record.clone()).collect()
    }

    /// Takes out the record of a plan that the disk would not take, and of which nothing was sent.
    pub(in crate::app) fn drop_unsent(&mut self, plan: &EntryId) {
        self.notes.retain(|note| note.record.id() != plan);
    }

    /// Takes out what would have noted a step of that subject which was not sent, because it could not
    /// be noted: the next attempt goes by its name.
    pub(in crate::app) fn take_unsent(&mut self, place: &PlaceKey, subject: &Subject) -> Option<EntryId> {
        let is_same = |record: &Record| match record {
            Record::Step(entry) => {
                entry.place == *place
                    && entry.subject() == *subject
                    && entry.part_of.is_none()
                    && entry.verdict == Some(Verdict::NotApplied)
            }
            Record::Plan(_) => false,
        };
        let at = self.notes.iter().position(|note| note.failed && is_same(&note.record))?;
        Some(self.notes.remove(at).record.id().clone())
    }
}
