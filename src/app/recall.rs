//! What was kept on disk.

use crate::domain::{Draft, Entry};

/// What earlier sessions left for a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recalled {
    /// Drafts that no running program has open.
    pub drafts: Vec<Draft>,
    /// The journal, newest first.
    pub entries: Vec<Entry>,
    /// What could not be read, each in a sentence that names the file.
    pub troubles: Vec<String>,
}
