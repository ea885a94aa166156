//! A write that waits until its subject has settled, or until the service no longer throttles.

use std::time::Duration;

use jiff::Timestamp;

use crate::domain::Failure;
use crate::edit::Snapshot;

use super::{Facts, Stop};

/// A write that is begun with as soon as nothing is in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Armed {
    /// How often it was looked whether something still is.
    pub looks: u32,
    /// When it is looked at next.
    pub due: Timestamp,
}

/// What a look led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// Nothing is in the way.
    Clear(Snapshot),
    /// Look again after so long.
    Again(Duration),
    /// It will never be clear.
    Never(Stop),
}

impl Armed {
    /// Armed now. Where the service throttles, the first wait is longer.
    #[must_use]
    pub fn begin(throttled: bool, now: Timestamp) -> Self {
        Self { looks: if throttled { 2 } else { 0 }, due: now }
    }

    /// How long to wait until the next look: 1, 2, 4, then 8 times [`Facts::unit`]. It sets `due`.
    pub fn wait(&mut self, facts: &Facts) -> Duration {
        let delay = facts.unit * (1 << self.looks.min(3));
        self.due = facts.now.checked_add(delay).unwrap_or(facts.now);
        delay
    }

    /// What to do after a look at the subject, which is `read`. `is_busy`: another write of it is out; `is_lost`: whose account it is
    /// was known, and can't be learnt.
    pub fn looked(
        &mut self,
        read: Result<Snapshot, Failure>,
        (is_busy, is_lost): (bool, bool),
        facts: &Facts,
    ) -> Looked {
        match read {
            Ok(now) if now.changing().is_none() && !is_busy && !facts.in_doubt => Looked::Clear(now),
            _ if is_lost => Looked::Never(Stop::Doubt),
            Err(failure) if facts.is_gone(&failure) => Looked::Never(Stop::Failure(failure)),
            Ok(_) | Err(_) => {
                self.looks += 1;
                Looked::Again(self.wait(facts))
            }
        }
    }
}
