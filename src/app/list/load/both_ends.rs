//! How far a list is read from each of its ends.

use crate::domain::Failure;
use crate::service::ListEnd;

/// How the round of reading that is under way stands, from each end.
#[derive(Debug, Default)]
pub struct BothEnds {
    front: Progress,
    back: Progress,
    /// Why the front was given up, if it was.
    pub failure: Option<Failure>,
}

/// How the reading from one end stands.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was asked for.
    #[default]
    NotBegun,
    /// Its first page was asked for.
    Begun,
    /// Pages came, and more are to come.
    UnderWay,
    /// It can't go on.
    GivenUp,
}

impl BothEnds {
    /// A round has begun: the first page was asked for from the front.
    pub fn begun() -> Self {
        Self { front: Progress::Begun, ..Self::default() }
    }

    /// How the reading from that end stands.
    pub fn of(&mut self, end: ListEnd) -> &mut Progress {
        match end {
            ListEnd::Front => &mut self.front,
            ListEnd::Back => &mut self.back,
        }
    }

    /// Whether pages are to come from that end.
    pub fn is_read_from(&mut self, end: ListEnd) -> bool {
        matches!(self.of(end), Progress::Begun | Progress::UnderWay)
    }
}
