//! One row of the list.

use crate::domain::Image;

use super::filter::{Candidate, Facts, Prepared, Within};

/// An image in the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// What ListImages said of it; never the role.
    pub image: Image,
    /// Its texts as the filter reads them.
    prepared: Prepared,
    /// The round of loading that brought it last.
    pub(super) round: u32,
    /// How often the list had changed when it last did.
    pub(super) changed: u64,
}

impl Row {
    pub(super) fn new(image: Image, round: u32, changed: u64) -> Self {
        Self { prepared: Prepared::new(&image), image, round, changed }
    }

    /// How many bytes the filter has to read.
    pub(super) fn text_size(&self) -> usize {
        self.prepared.folded(Within::All).len()
    }

    /// The image, as it is put to a filter.
    pub(super) fn candidate<'a>(&'a self, facts: &Facts<'a>) -> Candidate<'a> {
        Candidate { image: &self.image, prepared: &self.prepared, facts: *facts }
    }
}
