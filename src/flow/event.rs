//! What can happen to a flow.

use crate::domain::Failure;
use crate::edit::Snapshot;

/// What happened to a step, or to the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The plan is in the journal, or could not be written there, which a sentence says.
    PlanNoted(Result<(), String>),
    /// The subject as it is just before it is to be changed.
    Checked(Result<Snapshot, Failure>),
    /// The step is in the journal, or could not be written there, which a sentence says.
    Noted(Result<(), String>),
    /// The service answered what was sent, or did not.
    Answered(Result<(), Failure>),
    /// The wait before it is read back is over.
    Woken,
    /// The subject as it was read back.
    ReadBack(Result<Snapshot, Failure>),
}
