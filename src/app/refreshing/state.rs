//! How a place is read again by itself.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;

use crate::domain::{Failure, FailureClass, Image, ImageName};

use super::RecentChanges;
use crate::app::list::Renewed;

/// How a place is read again by itself.
#[derive(Debug, Default)]
pub struct Refreshing {
    /// How long ago the whole list was read, to the length of a timer.
    since_whole: Duration,
    /// How often in a row what was read by itself did not come: each time the next waits twice as long.
    slow: u32,
    /// Why the list could not be read by itself the last time.
    pub failure: Option<Failure>,
    /// The reading of the list that is under way.
    pub(in crate::app) round: Option<Round>,
    /// What changed by itself a moment ago.
    pub recent: RecentChanges,
}

/// A reading of the list that is under way.
#[derive(Debug)]
pub struct Round {
    /// From when on changes are read; nothing where the whole list is.
    pub since: Option<Timestamp>,
    /// What came of a list of changes so far; it is taken in at the end, or not at all.
    pub images: Vec<Image>,
    /// What was taken in of a whole list so far.
    pub renewed: Renewed,
    /// The images that were read for somebody, or began to be changed, since this began: they are known
    /// better.
    pub known_better: BTreeSet<ImageName>,
    /// Whether what comes is news, and not what the list lacked all along.
    pub is_news: bool,
}

/// Waits are doubled so often at the most.
const SLOWEST: u32 = 4;

impl Refreshing {
    /// How many times as long as usual the next reading waits.
    #[must_use]
    pub fn slowness(&self) -> u32 {
        1 << self.slow
    }

    /// Whether all went well lately.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.slow == 0
    }

    /// Something did not come: the next waits longer.
    pub(in crate::app) fn slow_down(&mut self) {
        self.slow = (self.slow + 1).min(SLOWEST);
    }

    /// Something came: the next need not wait so long.
    pub(in crate::app) fn recover(&mut self) {
        self.slow = self.slow.saturating_sub(1);
        self.failure = None;
    }

    /// Time has passed.
    pub(in crate::app) fn pass(&mut self, time: Duration) {
        self.since_whole = self.since_whole.saturating_add(time);
    }

    /// Whether the whole list was read within `time`.
    #[must_use]
    pub(in crate::app) fn is_whole_within(&self, time: Duration) -> bool {
        self.since_whole < time
    }

    /// The whole list was read just now, for whomever.
    pub(in crate::app) fn is_whole(&mut self) {
        self.since_whole = Duration::ZERO;
        self.failure = None;
    }

    /// The whole list is to be read with the next reading: something of it is gone.
    pub(in crate::app) fn want_whole(&mut self) {
        self.since_whole = Duration::MAX;
    }

    /// Nobody waits any more for what is under way.
    pub(in crate::app) fn abandon(&mut self) {
        self.round = None;
    }

    /// An image was read for somebody, or is about to be changed.
    pub(in crate::app) fn is_known_better(&mut self, image: &ImageName) {
        if let Some(round) = &mut self.round {
            round.known_better.insert(image.clone());
        }
    }
}

/// Whether the same may go well in a while, with nobody doing anything.
#[must_use]
pub fn heals(class: FailureClass) -> bool {
    match class {
        FailureClass::Throttled
        | FailureClass::Unreachable
        | FailureClass::TimedOut
        | FailureClass::Service
        | FailureClass::Unreadable
        | FailureClass::NotFound
        | FailureClass::InUse
        | FailureClass::Bug
        | FailureClass::Other => true,
        FailureClass::Invalid
        | FailureClass::LimitReached
        | FailureClass::Denied
        | FailureClass::Expired
        | FailureClass::BadKey
        | FailureClass::Clock
        | FailureClass::CodeWanted
        | FailureClass::NoCredentials
        | FailureClass::NoRegion
        | FailureClass::BadConfig
        | FailureClass::OwnFile
        | FailureClass::Stopped
        | FailureClass::ReadOnly => false,
    }
}
