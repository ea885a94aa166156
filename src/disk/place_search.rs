//! The search for what is kept of a place.

use super::Trouble;
use super::drafts::DraftSearch;
use super::journal_search::JournalSearch;
use crate::edit::{Draft, Entry, PlanEntry};

/// A search for what was left at a place, which goes on step by step.
#[derive(Debug)]
pub struct PlaceSearch {
    pub(super) drafts: DraftSearch,
    pub(super) journal: JournalSearch,
}

impl PlaceSearch {
    /// What was found so far.
    #[must_use]
    pub fn end(self) -> PlaceRecords {
        let (mut drafts, mut troubles) = (self.drafts.found, self.drafts.troubles);
        drafts.sort_by(|a, b| a.subject.cmp(&b.subject));
        let (entries, plans, of_journal) = self.journal.end();
        troubles.extend(of_journal);
        PlaceRecords { drafts, entries, plans, troubles }
    }
}

/// What was found of a place.
#[derive(Debug, Default)]
pub struct PlaceRecords {
    /// The drafts that are this program's now, by subject. There are two of one where this program took
    /// one over and kept another beside it: what was typed first.
    pub drafts: Vec<Draft>,
    /// The last [`PlaceRecords::MOST_ENTRIES`] writes, newest first.
    pub entries: Vec<Entry>,
    /// The plans that those are part of, and the last [`PlaceRecords::MOST_ENTRIES`] of those none of
    /// whose steps was noted; newest first. The plan of a write may be missing.
    pub plans: Vec<PlanEntry>,
    /// What could not be read.
    pub troubles: Vec<Trouble>,
}

impl PlaceRecords {
    /// How many writes of a place are recalled; the older ones stay in the file.
    pub const MOST_ENTRIES: usize = 1000;
}
