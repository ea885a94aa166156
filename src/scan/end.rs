//! How a scan ended.

use crate::domain::Failure;

/// How a scan ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// All was asked that could be.
    Done,
    /// The person stopped it.
    Stopped,
    /// Asking on makes no sense: the keys have expired, or nobody is there.
    Halted(Failure),
}
