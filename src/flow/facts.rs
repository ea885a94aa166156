//! What a flow has to know of the world.

use std::time::Duration;

use jiff::Timestamp;

use crate::domain::{Failure, FailureClass};

/// What is true as an event comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What time it is.
    pub now: Timestamp,
    /// How long to wait before the first reading back; the waits after it are multiples of it.
    pub unit: Duration,
    /// Whether it is not known whose credentials are in force, so that nothing may be sent.
    pub in_doubt: bool,
}

impl Facts {
    /// Whether a failure says that what was read is gone. With keys of another account it would not be
    /// found either.
    #[must_use]
    pub fn is_gone(&self, failure: &Failure) -> bool {
        failure.class == FailureClass::NotFound && !self.in_doubt
    }

    /// A number that differs between programs, so that many of them do not ask at the same moments.
    #[must_use]
    pub fn seed(&self) -> u64 {
        u64::from(self.now.subsec_nanosecond().unsigned_abs())
    }
}
