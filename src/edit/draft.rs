//! What was typed in a form and not sent.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::PlaceKey;

use super::{FieldKey, Snapshot, Subject, Wanted};

/// A draft as it is kept over sessions: what was typed, and what the edit began from, so that a
/// change by another hand is seen however much later the form is opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where its subject is.
    pub place: PlaceKey,
    /// Whose form it was.
    pub subject: Subject,
    /// What the edit began from; nothing if that was never read.
    pub base: Option<Snapshot>,
    /// The text of each field that was typed in, whole, right or wrong; and what others were to hold
    /// that were not typed in.
    pub wanted: Wanted,
    /// Texts that were typed in a field and put back, so that they can be had again; the oldest first.
    pub stashed: BTreeMap<FieldKey, Vec<String>>,
    /// When it was kept last.
    pub kept_at: Timestamp,
}
