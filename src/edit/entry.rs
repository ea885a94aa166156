//! The journal of what was sent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{PlaceKey, Text};

use super::{Snapshot, Subject, Verdict};

/// The name of one entry in the journal: unique over all sessions and programs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub String);

/// One step: noted before it goes out, and again when its outcome is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When the person sent it.
    pub at: Timestamp,
    /// The profile it was sent with, where one was named.
    pub profile: Option<Text>,
    /// Where its subject is.
    pub place: PlaceKey,
    /// Its subject just before.
    pub before: Snapshot,
    /// The same as it should be afterwards: the fields are meant, the rest is as before.
    pub after: Snapshot,
    /// The entry that this one undoes.
    pub undoes: Option<EntryId>,
    /// The plan of several steps that it is part of.
    pub part_of: Option<PlanPart>,
    /// What became of it; nothing while that is not known.
    pub verdict: Option<Verdict>,
}

/// Which step of which plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPart {
    /// The plan's entry.
    pub plan: EntryId,
    /// Its step, the first being 0.
    pub step: usize,
}

impl Entry {
    /// What it changed.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.before.subject()
    }

    /// Whether it is known to have changed its subject, also if the change failed afterwards. While the
    /// outcome is not known, it is not.
    #[must_use]
    pub fn changed_something(&self) -> bool {
        match self.verdict {
            Some(Verdict::Verified | Verdict::Failed(_) | Verdict::Differs) => true,
            None | Some(Verdict::NotApplied | Verdict::Refused(_) | Verdict::Gone | Verdict::Unknowable) => {
                false
            }
        }
    }
}
