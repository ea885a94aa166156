//! Looking up what became of the writes of earlier sessions.

use std::collections::{BTreeMap, VecDeque};

use crate::app::PlaceId;
use crate::app::ticket::StepId;

/// The writes of earlier sessions that are to be looked up, of all places.
#[derive(Debug, Default)]
pub struct Lookups {
    /// The steps whose subjects are to be read, the next one first.
    pub(in crate::app) waiting: VecDeque<(PlaceId, StepId)>,
    /// How often in a row looking came to nothing.
    pub(in crate::app) failures: u32,
    /// Whether nothing is asked for a while, after a failure.
    pub(in crate::app) rests: bool,
    /// Where there are many, how many are verified, and how many came to something else: that is told
    /// once.
    pub(in crate::app) tally: BTreeMap<PlaceId, (usize, usize)>,
}

impl Lookups {
    /// So many are asked at once.
    pub const AT_ONCE: usize = 4;
}
