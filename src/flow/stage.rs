//! How far a step on its way has come.

use crate::domain::Failure;

/// How far a write has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The subject is read once more; nothing has been sent.
    Checking,
    /// The journal is written; nothing has been sent.
    Noting,
    /// The request is out, no answer has come.
    Sending,
    /// The service took it; the subject is read until it settles.
    Settling,
    /// No answer came, the write may have been done: the subject is read until that is known.
    Unknown(Failure),
}
