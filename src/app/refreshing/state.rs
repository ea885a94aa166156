//! How a place is read again by itself.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;

use crate::domain::{Failure, FailureClass, Image, ImageName};
use crate::edit::Subject;

use super::RecentChanges;
use crate::app::PageToken;
use crate::app::list::Renewed;

/// How a place is read again by itself.
#[derive(Debug, Default)]
pub struct Refreshing {
    /// How long ago the whole list was read, to the length of a timer.
    since_whole: Duration,
    /// Whether the whole list is to be read with the next reading, however new it is.
    wants_whole: bool,
    /// How often in a row what was read by itself did not come: each time the next waits twice as long.
    slow: u32,
    /// Why the list could not be read by itself the last time.
    pub failure: Option<Failure>,
    /// The reading of the list that is under way.
    pub(in crate::app) round: Option<Round>,
    /// What changed by itself a moment ago.
    pub recent: RecentChanges,
    /// What could not be read by itself, and can't be until somebody does something.
    refused: BTreeSet<Subject>,
    /// The listed images of which the service said that there are none.
    missing: BTreeSet<ImageName>,
}

/// Where the reading of a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundStage {
    /// A page is awaited.
    Awaited,
    /// The page is asked for when the next reading is due: it did not come, or nobody was there.
    Paused,
    /// A page is awaited that was paused at: where it begins may not be known there any more.
    Resumed,
}

/// A reading of the list that is under way.
#[derive(Debug)]
pub struct Round {
    /// When it began.
    pub began: Timestamp,
    /// Where it stands.
    pub stage: RoundStage,
    /// Where the page begins that is awaited, or asked for next; nothing of the first.
    pub page: Option<PageToken>,
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
        !self.wants_whole && self.since_whole < time
    }

    /// The whole list is being read from now on.
    pub(in crate::app) fn begin_whole(&mut self) {
        self.wants_whole = false;
    }

    /// The whole list was read just now, for whomever.
    pub(in crate::app) fn is_whole(&mut self) {
        self.since_whole = Duration::ZERO;
        self.failure = None;
    }

    /// The whole list is to be read with the next reading: something of it is gone.
    pub(in crate::app) fn want_whole(&mut self) {
        self.wants_whole = true;
    }

    /// Nobody waits any more for what is under way.
    pub(in crate::app) fn abandon(&mut self) {
        self.round = None;
    }

    /// Somebody asks for all of it: what could not be read may be by now.
    pub(in crate::app) fn ask_anew(&mut self) {
        self.refused.clear();
        self.missing.clear();
    }

    /// A subject was read, or is about to be changed.
    pub(in crate::app) fn is_known_better(&mut self, part: &Subject, image: Option<&ImageName>) {
        self.refused.remove(part);
        let Some(image) = image else { return };
        self.missing.remove(image);
        if let Some(round) = &mut self.round {
            round.known_better.insert(image.clone());
        }
    }

    /// A subject could not be read by itself.
    pub(in crate::app) fn note_failure(&mut self, subject: &Subject, class: FailureClass) {
        if !heals(class) {
            self.refused.insert(subject.clone());
        }
    }

    /// Whether a subject is not to be read by itself until somebody does something.
    #[must_use]
    pub(in crate::app) fn is_refused(&self, subject: &Subject) -> bool {
        self.refused.contains(subject)
    }

    /// These images are not listed any more.
    pub(in crate::app) fn forget(&mut self, gone: &BTreeSet<ImageName>) {
        self.missing.retain(|image| !gone.contains(image));
    }

    /// The service says that there is no such image, though it is listed; tells whether that is news.
    pub(in crate::app) fn is_missing(&mut self, image: &ImageName) -> bool {
        if let Some(round) = &mut self.round {
            round.known_better.remove(image);
        }
        self.missing.insert(image.clone())
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
