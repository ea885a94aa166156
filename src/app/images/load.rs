//! How a list comes from the service.

use jiff::Timestamp;

use crate::domain::Failure;

/// The state of loading the list, page after page.
#[derive(Debug, Default)]
pub struct Load {
    /// Where it stands.
    pub stage: Stage,
    /// When the list was last whole.
    pub whole_at: Option<Timestamp>,
    /// The number of this round of loading: rows remember which round brought them last.
    pub(in crate::app) round: u32,
}

/// Where a round of loading stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Nothing under way.
    #[default]
    Idle,
    /// Pages are coming.
    Loading {
        /// Images that came in this round so far.
        got: usize,
    },
    /// The round broke off: what is shown may be old or incomplete.
    Failed {
        /// Why.
        failure: Failure,
        /// Images that came in this round before it broke off.
        got: usize,
    },
}

impl Load {
    /// Begins a round.
    pub(in crate::app) fn begin(&mut self) {
        self.stage = Stage::Loading { got: 0 };
        self.round += 1;
    }

    /// Whether pages are coming.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        matches!(self.stage, Stage::Loading { .. })
    }
}
