//! When the images were listed.

use jiff::{SignedDuration, Timestamp};

/// A listing, whole or of changes, by when it began.
#[derive(Debug, Clone, Copy)]
pub struct Listing {
    /// By the clock here.
    pub began: Timestamp,
    /// When the newest image that was known then was changed, by the clock of the service.
    pub newest: Option<Timestamp>,
}

impl Listing {
    /// When it began in the time of the service, or a little before, where `newest` is the newest change that is
    /// known by now. What passes here passes there too, however the clocks differ.
    pub fn began_by_service(&self, newest: Timestamp, now: Timestamp) -> Timestamp {
        let passed = now.duration_since(self.began).max(SignedDuration::ZERO);
        let began = newest.saturating_sub(passed).unwrap_or(newest);
        began.max(self.newest.unwrap_or(Timestamp::MIN)).min(newest)
    }
}
