//! What a running program keeps on disk.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::drafts::Drafts;
use super::journal::Journal;
use super::session_lock::SessionLock;
use super::{Folders, PlaceRecords, PlaceSearch, Trouble, divider, folders, palette, recent, sorts, theme};
use crate::domain::{CommandHistory, ListShare, PlaceKey, Recent, Sort, Sorts, Text};
use crate::edit::{Draft, EntryId, Record, Subject};

/// What a running program keeps on disk. Each program has one; two in one process count as two
/// programs.
#[derive(Debug)]
pub struct Disk {
    state: PathBuf,
    drafts: Drafts,
    journal: Journal,
}

impl Disk {
    /// Makes what folders are missing, begins a session, and clears away the locks of programs
    /// that are gone.
    ///
    /// # Errors
    ///
    /// Where the state folder can't be made or written, or holds no locks.
    pub fn open(folders: Folders) -> Result<Self, Trouble> {
        let state = folders.state;
        folders::make(&state, &state).map_err(|error| Trouble::io("make the folder", &state, &error))?;
        let session = SessionLock::begin(&state)?;
        Ok(Self { journal: Journal::in_folder(&state), drafts: Drafts::new(state.clone(), session), state })
    }

    /// The folder in which all of it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.state
    }

    /// Begins to look for the drafts and the writes of `place`, as of now. The drafts of programs that
    /// are gone become this program's; those of programs that still live are left to them.
    #[must_use]
    pub fn search(&self, place: &PlaceKey) -> PlaceSearch {
        PlaceSearch {
            drafts: self.drafts.search(place),
            journal: self.journal.search(place, PlaceRecords::MOST_ENTRIES),
        }
    }

    /// Looks a little further: at one draft, or at a part of the journal. Tells whether there may be
    /// more.
    pub fn step(&self, search: &mut PlaceSearch) -> bool {
        self.drafts.step(&mut search.drafts) || search.journal.step()
    }

    /// A whole search at once, whose finds count as loaded.
    #[must_use]
    pub fn recall(&self, place: &PlaceKey) -> PlaceRecords {
        let mut search = self.search(place);
        while self.step(&mut search) {}
        let recalled = search.end();
        let subjects: Vec<_> = recalled.drafts.iter().map(|draft| draft.subject.clone()).collect();
        self.mark_loaded(place, &subjects);
        recalled
    }

    /// The drafts that were found of these subjects are in forms now: what is kept of them from now
    /// on holds their words. Until then nothing that is kept or forgotten touches them.
    pub fn mark_loaded(&self, place: &PlaceKey, subjects: &[Subject]) {
        self.drafts.mark_loaded(place, subjects);
    }

    /// The name of this program's session, which begins the names of its writes.
    #[must_use]
    pub fn session(&self) -> &str {
        self.drafts.session().name()
    }

    /// Whether the write of that name is one of another program that still runs.
    #[must_use]
    pub fn is_of_living_program(&self, write: &EntryId) -> bool {
        let Some((session, _)) = write.0.rsplit_once('-') else { return false };
        session != self.session() && self.drafts.session().is_dead(session).is_ok_and(|is_dead| !is_dead)
    }

    /// Keeps `draft` in place of what this program kept of the same image before. A power cut
    /// leaves the old one or the new one, whole.
    ///
    /// # Errors
    ///
    /// Where it can't be written; what was kept before is still there.
    pub fn keep(&self, draft: &Draft) -> Result<(), Trouble> {
        self.drafts.keep(draft)
    }

    /// Removes this program's draft of `subject`, if there is one. Drafts of other programs stay.
    ///
    /// # Errors
    ///
    /// Where it can't be removed.
    pub fn forget(&self, place: &PlaceKey, subject: &Subject) -> Result<(), Trouble> {
        self.drafts.forget(place, subject)
    }

    /// Where the person has been lately, in this session and those before. What can't be read is as
    /// if there were nothing: it is a convenience.
    ///
    /// # Errors
    ///
    /// Where a newer sagescope wrote it: it is left as it is.
    pub fn recent(&self) -> Result<Recent, Trouble> {
        recent::read(&self.state)
    }

    /// Keeps where the person has been lately, unless a newer sagescope did before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn remember(&self, recent: &Recent) -> Result<(), Trouble> {
        recent::write(&self.state, recent)
    }

    /// Where the person put the divider between list and detail; nothing where it was not moved, or
    /// where that can't be read.
    #[must_use]
    pub fn divider(&self) -> Option<ListShare> {
        divider::read(&self.state)
    }

    /// Keeps where the person put the divider, unless a newer sagescope did before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn keep_divider(&self, share: Option<ListShare>) -> Result<(), Trouble> {
        divider::write(&self.state, share)
    }

    /// The theme that was picked; nothing where none was, or where that can't be read.
    #[must_use]
    pub fn theme(&self) -> Option<Text> {
        theme::read(&self.state)
    }

    /// Keeps which theme was picked, unless a newer sagescope did before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn keep_theme(&self, name: &Text) -> Result<(), Trouble> {
        theme::write(&self.state, name)
    }

    /// The orders that were chosen for lists, in this session and those before. What can't be read is as if
    /// there were nothing: it is a convenience.
    ///
    /// # Errors
    ///
    /// Where a newer sagescope wrote them: they are left as they are.
    pub fn sorts(&self) -> Result<Sorts, Trouble> {
        sorts::read(&self.state)
    }

    /// Keeps the order that was chosen for a place, unless a newer sagescope kept some before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn remember_sort(&self, place: &PlaceKey, sort: Sort) -> Result<(), Trouble> {
        sorts::choose(&self.state, place, sort)
    }

    /// The commands that were run by name, in this session and those before. What can't be read is as if
    /// there were nothing: it is a convenience.
    ///
    /// # Errors
    ///
    /// Where a newer sagescope wrote them: they are left as they are.
    pub fn command_history(&self) -> Result<CommandHistory, Trouble> {
        palette::read(&self.state)
    }

    /// Notes that a command was run by name, and by which line, unless a newer sagescope noted some before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn note_command(&self, name: &Text, line: &Text, at: Timestamp) -> Result<(), Trouble> {
        palette::note(&self.state, name, line, at)
    }

    /// Adds `record`, as it stands, to the journal. The newest line of an id counts.
    ///
    /// # Errors
    ///
    /// Where it can't be written and brought to the disk: then nothing should be sent either.
    pub fn note(&self, record: &Record) -> Result<(), Trouble> {
        self.journal.note(std::slice::from_ref(record))
    }

    /// The same for many, of which a line each is added; the disk is waited for once.
    ///
    /// # Errors
    ///
    /// Where not all of them can be written.
    pub fn note_all(&self, records: &[Record]) -> Result<(), Trouble> {
        self.journal.note(records)
    }
}
