//! What became of a step, as the journal has it.

use crate::domain::Text;

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Settled and read back as sent.
    Verified,
    /// Settled, and failed, with the reason.
    Failed(Option<Text>),
    /// Settled, but not as sent.
    Differs,
    /// It did nothing.
    NotApplied,
    /// The service refused it, with its words.
    Refused(Text),
    /// What it was to change is gone.
    Gone,
    /// It can't be told any more: its subject was changed since, or another has its name.
    Unknowable,
}
