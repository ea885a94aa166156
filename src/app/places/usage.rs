//! Where the images of a place are used, as far as a scan has found out.

use compact_str::{CompactString, ToCompactString as _, format_compact};
use jiff::{SignedDuration, Timestamp};

use crate::domain::{Failure, FailureClass, ImageHome, ImageName, Text};
use crate::scan::{Ask, End, Event, Progress, Question, Role, Scan, User, UserKey};

/// By how many an image is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsedBy {
    /// Nothing was found, and not everything was looked at.
    NotKnown,
    /// By so many and maybe more: not everything was looked at.
    AtLeast(usize),
    /// By exactly so many, when it was looked up.
    Exactly(usize),
}

impl UsedBy {
    /// `12`, or `12+` where there may be more; nothing where it is not known.
    #[must_use]
    pub fn counted(self) -> Option<CompactString> {
        match self {
            Self::Exactly(count) => Some(count.to_compact_string()),
            Self::AtLeast(count) => Some(format_compact!("{count}+")),
            Self::NotKnown => None,
        }
    }
}

/// While a scan is under way, what it finds is put on the screen this often at most.
const FRAME: SignedDuration = SignedDuration::from_millis(100);

/// A scan that has ended.
#[derive(Debug)]
struct Ended {
    scan: Scan,
    at: Timestamp,
}

/// What the tab of an image lists, one below another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageItem {
    /// A user of the image.
    User(UserKey),
    /// What could not be read by this operation.
    Trouble(&'static str),
}

/// One scan serves all images of a place, and is kept until somebody wants a newer one. What it found stays
/// while that comes, and if it comes to nothing.
#[derive(Debug, Default)]
pub struct Usage {
    kept: Option<Ended>,
    running: Option<Scan>,
    /// How a newer scan ended that came to nothing, and how far it had come.
    broken_off: Option<(End, Progress)>,
    is_wanted: bool,
    /// When what is found was last put on the screen.
    drawn_at: Option<Timestamp>,
    changes: u64,
}

impl Usage {
    /// The scan whose findings are shown: the last that ended, or, if there was none, the first one as it comes.
    #[must_use]
    pub fn shown(&self) -> Option<&Scan> {
        self.kept.as_ref().map(|kept| &kept.scan).or(self.running.as_ref())
    }

    /// When that ended.
    #[must_use]
    pub fn ended_at(&self) -> Option<Timestamp> {
        self.kept.as_ref().map(|kept| kept.at)
    }

    /// The scan that is under way.
    #[must_use]
    pub fn running(&self) -> Option<&Scan> {
        self.running.as_ref()
    }

    /// How a newer scan than the one that is shown ended, where it came to nothing, and how far it had come.
    #[must_use]
    pub fn broken_off(&self) -> Option<&(End, Progress)> {
        self.broken_off.as_ref()
    }

    /// Whether all was seen: only then it can be said that nobody uses an image.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.shown().is_some_and(Scan::is_whole)
    }

    /// By how many an image is used.
    #[must_use]
    pub fn of(&self, image: &ImageName) -> UsedBy {
        let Some(scan) = self.shown() else { return UsedBy::NotKnown };
        match (scan.found().count(image), scan.is_whole()) {
            (count, true) => UsedBy::Exactly(count),
            (0, false) => UsedBy::NotKnown,
            (count, false) => UsedBy::AtLeast(count),
        }
    }

    /// What there is to list of an image: its users in order, then what could not be read.
    #[must_use]
    pub fn items(&self, image: &ImageName) -> Vec<UsageItem> {
        let Some(scan) = self.shown() else { return Vec::new() };
        let users = scan.found().users_of(image).into_iter().map(|user| UsageItem::User(user.key.clone()));
        users.chain(scan.troubles().map(|trouble| UsageItem::Trouble(trouble.operation))).collect()
    }

    /// What is known of one of its users.
    #[must_use]
    pub fn user(&self, image: &ImageName, key: &UserKey) -> Option<&User> {
        self.shown()?.found().user_of(image, key)
    }

    /// The first of its users, in the order in which they are listed.
    #[must_use]
    pub fn first_user(&self, image: &ImageName) -> Option<&User> {
        self.shown()?.found().first_of(image)
    }

    /// Whether something could not be read by this operation.
    #[must_use]
    pub fn lacks(&self, operation: &str) -> bool {
        self.shown().is_some_and(|scan| scan.troubles().any(|trouble| trouble.operation == operation))
    }

    /// The app image configs with which a user runs an image, each once.
    #[must_use]
    pub fn configs<'a>(&'a self, image: &'a ImageName, user: &'a User) -> Vec<&'a Text> {
        let Some(scan) = self.shown() else { return Vec::new() };
        let mut configs = Vec::new();
        for used in user.uses_of(image, scan.found().home()) {
            match &used.role {
                Role::Custom { config } if !configs.contains(&config) => configs.push(config),
                Role::Custom { .. } | Role::Default | Role::Runs => {}
            }
        }
        configs
    }

    /// How often something changed: what was derived holds as long as this stays.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Whether nothing was ever looked up, nor is.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.kept.is_none() && self.running.is_none()
    }

    /// Whether somebody wants to know, and it could not begin yet.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Whether a failure of a question tells the person something new: it is the first of its kind, and not
    /// what a scan deals with by itself.
    pub(in crate::app) fn is_news(&self, question: &Question, failure: &Failure) -> bool {
        let Some(scan) = &self.running else { return false };
        let is_dealt_with = match (question, failure.class) {
            (_, FailureClass::Throttled) | (Question::Describe(_), FailureClass::NotFound) => true,
            (Question::Page(..) | Question::Describe(_), _) => false,
        };
        !is_dealt_with && !scan.troubles().any(|trouble| trouble.operation == question.operation())
    }

    /// Somebody wants to know.
    pub(in crate::app) fn want(&mut self) {
        self.is_wanted = true;
    }

    /// Whether it is time to put what is found on the screen: many answers may come in the time of a few frames.
    pub(in crate::app) fn is_due(&mut self, now: Timestamp) -> bool {
        let is_fresh = self.drawn_at.is_some_and(|at| now.duration_since(at) < FRAME);
        if self.running.is_some() && is_fresh {
            return false;
        }
        self.drawn_at = Some(now);
        true
    }

    /// Begins a scan of the images at `home`; one that is under way is given up.
    pub(in crate::app) fn begin(&mut self, home: ImageHome) -> Vec<Ask> {
        // Of one that was broken off, nothing stays that would hide what comes.
        self.kept.take_if(|kept| kept.scan.end() != Some(&End::Done));
        let (scan, asks) = Scan::begin(home);
        self.running = Some(scan);
        self.broken_off = None;
        self.is_wanted = false;
        self.changes += 1;
        asks
    }

    /// Tells the scan that is under way what has happened.
    pub(in crate::app) fn step(&mut self, event: Event, now: Timestamp) -> Vec<Ask> {
        let Some(scan) = &mut self.running else { return Vec::new() };
        let before = scan.found().changes();
        let asks = scan.step(event);
        let has_ended = scan.end().is_some();
        if has_ended || scan.found().changes() != before {
            self.changes += 1;
        }
        if has_ended && let Some(scan) = self.running.take() {
            self.take_ended(scan, now);
        }
        asks
    }

    /// What has come to its end stays where a newer one was broken off.
    fn take_ended(&mut self, scan: Scan, now: Timestamp) {
        match scan.end() {
            Some(end @ (End::Stopped | End::Halted(_))) if self.kept.is_some() => {
                self.broken_off = Some((end.clone(), scan.progress()));
            }
            Some(End::Stopped | End::Halted(_) | End::Done) | None => {
                self.kept = Some(Ended { scan, at: now });
            }
        }
    }

    /// Nobody waits for it any more.
    pub(in crate::app) fn abandon(&mut self) {
        if self.running.take().is_some() {
            self.changes += 1;
        }
        self.is_wanted = false;
    }

    /// Nothing is known any more.
    pub(in crate::app) fn forget(&mut self) {
        *self = Self { changes: self.changes + 1, ..Self::default() };
    }
}
