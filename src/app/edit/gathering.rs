//! Several subjects, read one by one.

use std::collections::BTreeMap;

use crate::edit::{Snapshot, Subject};

/// What was read so far of a subject that is read in parts.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    pub(super) parts: BTreeMap<Subject, Snapshot>,
    /// What is to be read still, the last one first.
    pub(super) waiting: Vec<Subject>,
}
