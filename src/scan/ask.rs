//! What a scan wants done.

use std::time::Duration;

use super::Question;

/// One thing to do for a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Ask the service; comes back as [`super::Event::Answered`].
    Read(Question),
    /// Wait so long, since the service throttles; comes back as [`super::Event::Rested`].
    Rest(Duration),
}
