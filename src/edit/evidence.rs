//! What is known of a step that was sent, besides what is read back.

use jiff::Timestamp;

/// What is known of a step besides what is read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// When it was sent.
    pub begun: Timestamp,
    /// Whether no answer of the service came.
    pub is_unanswered: bool,
    /// Whether it was read back so often that a request which has not shown by now never arrived.
    pub is_late: bool,
    /// Whether an earlier session sent it, so that others may have written since.
    pub is_earlier: bool,
}
