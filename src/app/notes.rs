//! Entries of the journal on their way to the disk.

use crate::domain::{Entry, EntryId, ImageName, PlaceKey, Verdict};

use super::Ticket;

/// What is to stand in the journal and is not known to do so. Each entry stays here, as it stands by
/// now, until the disk has taken it.
#[derive(Debug, Default)]
pub struct Notes {
    notes: Vec<Note>,
}

#[derive(Debug)]
struct Note {
    entry: Entry,
    /// The last attempt to write it, while its end is not known.
    attempt: Option<Ticket>,
    /// Whether an attempt came to nothing.
    failed: bool,
}

impl Notes {
    /// Whether the disk would not take the entry of that name, so far.
    #[must_use]
    pub fn lacks(&self, id: &EntryId) -> bool {
        self.lacking().any(|entry| entry.id == *id)
    }

    /// The entries that the disk would not take so far.
    pub fn lacking(&self) -> impl Iterator<Item = &Entry> + '_ {
        self.notes.iter().filter(|note| note.failed).map(|note| &note.entry)
    }

    /// Those of them whose write went out.
    pub fn lacking_of_sent(&self) -> impl Iterator<Item = &Entry> + '_ {
        self.lacking().filter(|entry| entry.verdict != Some(Verdict::NotApplied))
    }

    /// The entry is being written, as it stands now.
    pub(super) fn begin(&mut self, entry: Entry, attempt: Ticket) {
        let failed = self.lacks(&entry.id);
        self.notes.retain(|note| note.entry.id != entry.id);
        self.notes.push(Note { entry, attempt: Some(attempt), failed });
    }

    /// The entry is to be written when there is room.
    pub(super) fn put_off(&mut self, entry: Entry) {
        self.notes.retain(|note| note.entry.id != entry.id);
        self.notes.push(Note { entry, attempt: None, failed: true });
    }

    /// An attempt has ended. Tells whether it is the first of its entry that came to nothing.
    pub(super) fn end(&mut self, attempt: Ticket, went_well: bool) -> bool {
        let Some(at) = self.notes.iter().position(|note| note.attempt == Some(attempt)) else { return false };
        if went_well {
            self.notes.remove(at);
            return false;
        }
        self.notes[at].attempt = None;
        !std::mem::replace(&mut self.notes[at].failed, true)
    }

    /// The entries that wait to be tried again.
    pub(super) fn waiting(&self) -> Vec<Entry> {
        let waits = |note: &&Note| note.failed && note.attempt.is_none();
        self.notes.iter().filter(waits).map(|note| note.entry.clone()).collect()
    }

    /// Takes out what would have noted a write of that image which was not sent, because it could not
    /// be noted: the next attempt goes by its name.
    pub(super) fn take_unsent(&mut self, place: &PlaceKey, image: &ImageName) -> Option<EntryId> {
        let is_it = |note: &Note| {
            let entry = &note.entry;
            note.failed
                && entry.place == *place
                && entry.image == *image
                && entry.verdict == Some(Verdict::NotApplied)
        };
        let at = self.notes.iter().position(is_it)?;
        Some(self.notes.remove(at).entry.id)
    }
}
