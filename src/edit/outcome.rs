//! What became of a step that was sent.

use crate::domain::{ImageStatus, Text};

use super::{Difference, Verdict};

/// What became of a step that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Settled, and every field is as it should be.
    Verified,
    /// The service took it, and it failed, with the reason that was given.
    Failed(Option<Text>),
    /// It holds what was sent, but settled in this status, which is not the one of success.
    Otherwise(Option<ImageStatus>),
    /// Settled, but not as sent, in these fields: someone else may have written.
    Differs(Vec<Difference>),
    /// No answer had come, and nothing has changed: the request did nothing.
    NotApplied,
    /// What was changed is gone.
    Gone,
    /// Others have changed it since: what it holds now says nothing of the step.
    Unknowable,
}

impl Outcome {
    /// The same as the journal has it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Verified => Verdict::Verified,
            Self::Failed(reason) => Verdict::Failed(reason.clone()),
            Self::Differs(_) | Self::Otherwise(_) => Verdict::Differs,
            Self::NotApplied => Verdict::NotApplied,
            Self::Gone => Verdict::Gone,
            Self::Unknowable => Verdict::Unknowable,
        }
    }
}
