//! What one line of the journal says.

use jiff::Timestamp;

use crate::domain::PlaceKey;

use super::{Entry, EntryId, PlanEntry};

/// What one line of the journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Of a step.
    Step(Box<Entry>),
    /// Of a plan of several steps.
    Plan(PlanEntry),
}

impl Record {
    /// Its id. Of several lines with the same id, the last one counts.
    #[must_use]
    pub fn id(&self) -> &EntryId {
        match self {
            Self::Step(entry) => &entry.id,
            Self::Plan(plan) => &plan.id,
        }
    }

    /// When the person sent it.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Step(entry) => entry.at,
            Self::Plan(plan) => plan.at,
        }
    }

    /// Where it was sent.
    #[must_use]
    pub fn place(&self) -> &PlaceKey {
        match self {
            Self::Step(entry) => &entry.place,
            Self::Plan(plan) => &plan.place,
        }
    }
}
