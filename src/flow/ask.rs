//! What a flow wants done.

use std::time::Duration;

use crate::domain::{Failure, Text};
use crate::edit::{Call, EntryId, Outcome, Snapshot};

use super::Stop;

/// One thing that a flow wants done for a step, or tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Write the plan in the journal; comes back as [`super::Event::PlanNoted`].
    NotePlan,
    /// Read the subject, just before it is changed; comes back as [`super::Event::Checked`].
    Check,
    /// Write the step in the journal; comes back as [`super::Event::Noted`].
    Note,
    /// Send this, once; comes back as [`super::Event::Answered`].
    Send(Call),
    /// Wait; comes back as [`super::Event::Woken`].
    Wake(Duration),
    /// Read the subject to see what became of the step; comes back as [`super::Event::ReadBack`].
    ReadBack,
    /// What became of a step of an earlier session could not be read: read it again later, behind the
    /// others that wait to be looked up.
    Postpone,
    /// The step has been sent, and was not refused: the service took it, or its answer was lost.
    Sent,
    /// It was being checked or noted, and does not go out now. Its entry in the journal, where it has
    /// one, stands for nothing.
    TakenBack(Option<EntryId>),
    /// The step was not sent; nothing was changed.
    Stopped {
        /// Why.
        stop: Stop,
        /// The subject as it is now, where that is why.
        read: Option<Snapshot>,
    },
    /// The service refused the step; nothing was changed.
    Refused(Failure),
    /// What became of it, and what was read then.
    Settled {
        /// What became of it.
        outcome: Outcome,
        /// What was read, if it was.
        read: Option<Snapshot>,
    },
    /// What became of it can't be told: its name is that of another thing now, which has this ARN.
    Another(Text),
    /// Nothing more will be sent, and nothing is under way.
    Over,
}
