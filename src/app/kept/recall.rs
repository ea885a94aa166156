//! What was kept on disk.

use crate::edit::{Draft, Entry, EntryId, PlanEntry};

/// What earlier sessions left for a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recalled {
    /// Drafts that no running program has open.
    pub drafts: Vec<Draft>,
    /// The journal, newest first.
    pub entries: Vec<Entry>,
    /// The plans of several steps that those entries are part of, and others that were begun with.
    pub plans: Vec<PlanEntry>,
    /// Of the entries without an outcome, and of the plans, those whose program still runs: it will note
    /// the outcome itself, and go on with the plan.
    pub alive: Vec<EntryId>,
    /// What could not be read, each in a sentence that names the file.
    pub troubles: Vec<String>,
}
