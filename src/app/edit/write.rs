//! One UpdateImage on its way.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::domain::{
    Change, Entry, EntryId, Failure, FailureClass, Field, Image, ImageStatus, Text, Update, Verdict,
};

use crate::app::Ticket;

use super::Difference;

/// A write, from the review's Enter to its outcome.
#[derive(Debug)]
pub struct Write {
    /// What is sent.
    pub update: Update,
    /// What the edit began from.
    pub base: Image,
    /// How far it has come.
    pub stage: Stage,
    /// When Enter was pressed.
    pub begun: Timestamp,
    /// How often it was tried to read the image back since it was sent.
    pub reads: u32,
    /// How often it could be read.
    pub seen: u32,
    /// Why the last attempt to read it back came to nothing.
    pub trouble: Option<Failure>,
    /// The ticket of the note that has to be safe before it goes out.
    pub note: Option<Ticket>,
    /// Its entry in the journal, once it has one.
    pub entry: Option<EntryId>,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// The entry that it undoes.
    pub undoes: Option<EntryId>,
    /// Whether an earlier session sent it, which did not learn what became of it.
    pub is_earlier: bool,
}

/// How far a write has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The image is read once more; nothing has been sent.
    Checking,
    /// The journal is written; nothing has been sent.
    Noting,
    /// The request is out, no answer has come.
    Sending,
    /// The service took it; the image is read until it settles.
    Settling,
    /// No answer came, the write may have been done: the image is read until that is known.
    Unknown(Failure),
}

/// What became of a write that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Settled at CREATED with the fields as sent, and LastModifiedTime moved on.
    Verified,
    /// Settled at UPDATE_FAILED, with its FailureReason.
    Failed(Option<Text>),
    /// It holds what was sent, but settled at another status than CREATED.
    Otherwise(Option<ImageStatus>),
    /// Settled, but not as sent: somebody else wrote.
    Differs(Vec<Difference>),
    /// No answer had come, and the image stayed as it was: the request did nothing.
    NotApplied,
    /// The image is gone.
    Gone,
    /// Others have changed the image since: what it holds now says nothing of the write.
    Unknowable,
}

impl Outcome {
    /// How the journal has it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Verified => Verdict::Verified,
            Self::Failed(reason) => Verdict::Failed(reason.clone()),
            Self::Differs(_) | Self::Otherwise(_) => Verdict::Differs,
            Self::NotApplied => Verdict::NotApplied,
            Self::Gone => Verdict::Gone,
            Self::Unknowable => Verdict::Unknowable,
        }
    }
}

/// A write whose answer was lost is given this many reads to show, before it is said that it did
/// nothing: the request may still be on its way.
const READS_BEFORE_NOT_APPLIED: u32 = 4;

/// A request that has not arrived after so long never will.
const LATE: SignedDuration = SignedDuration::from_mins(5);

/// An image that was modified so long after a write was modified by something else.
const SINCE: SignedDuration = SignedDuration::from_hours(1);

impl Write {
    /// The write that `entry` stands for, of an earlier session that did not learn what became of it.
    #[must_use]
    pub fn of_earlier(entry: &Entry, now: Timestamp) -> Self {
        let said = "an earlier session ended before the outcome was known";
        let is_late = now.duration_since(entry.at) > LATE;
        Self {
            update: between(entry),
            base: entry.before.clone(),
            stage: Stage::Unknown(Failure::new(FailureClass::TimedOut, said)),
            begun: entry.at,
            reads: 0,
            // One look is enough where nothing can be on its way any more.
            seen: if is_late { READS_BEFORE_NOT_APPLIED } else { 0 },
            trouble: None,
            note: None,
            entry: Some(entry.id.clone()),
            unnoted: false,
            undoes: entry.undoes.clone(),
            is_earlier: true,
        }
    }

    /// Whether the person can still call it off.
    #[must_use]
    pub fn can_be_called_off(&self) -> bool {
        matches!(self.stage, Stage::Checking | Stage::Noting)
    }

    /// How long to wait before the image is read the next time: 1, 2, 4, 8 s, then every 8 s, and
    /// every 30 s after some five minutes. A share of up to a quarter is added, by `seed`, so that
    /// many programs do not ask in step.
    #[must_use]
    pub fn next_read(&self, unit: Duration, seed: u64) -> Duration {
        let seconds: u32 = match self.reads {
            0..=3 => 1 << self.reads,
            4..=40 => 8,
            _ => 30,
        };
        let quarter = unit * seconds / 4;
        let share = u32::try_from(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56).unwrap_or_default();
        unit * seconds + quarter * share / 256
    }

    /// Whether `image` holds what was sent.
    #[must_use]
    pub fn shows_in(&self, image: &Image) -> bool {
        self.update.changed().all(|field| self.update.expected(field, &self.base) == field.of(image))
    }

    /// What `image`, read back, says of the write; nothing while it can't be told yet.
    #[must_use]
    pub fn outcome(&self, image: &Image) -> Option<Outcome> {
        let outcome = self.seen_in(image)?;
        // What somebody else made of it since is no outcome of this one.
        let is_guess = matches!(outcome, Outcome::Failed(_) | Outcome::Differs(_));
        let is_since = image.modified.is_some_and(|modified| modified.duration_since(self.begun) > SINCE);
        Some(if self.is_earlier && is_guess && is_since { Outcome::Unknowable } else { outcome })
    }

    fn seen_in(&self, image: &Image) -> Option<Outcome> {
        if image.is_changing() {
            return None;
        }
        let moved_on = image.modified > self.base.modified;
        let failed = Some(ImageStatus::UpdateFailed);
        if image.status == failed && (moved_on || self.base.status != failed) {
            return Some(Outcome::Failed(image.failure_reason.clone()));
        }
        let differences = Difference::from_expected(|field| self.update.expected(field, &self.base), image);
        if differences.is_empty() && moved_on {
            let is_created = image.status == Some(ImageStatus::Created);
            return Some(if is_created {
                Outcome::Verified
            } else {
                Outcome::Otherwise(image.status.clone())
            });
        }
        if moved_on {
            return Some(Outcome::Differs(differences));
        }
        // Nothing has moved: the read was stale, or the request has not arrived, or never will.
        if self.seen < READS_BEFORE_NOT_APPLIED {
            return None;
        }
        match self.stage {
            Stage::Unknown(_) => Some(Outcome::NotApplied),
            _ => Some(Outcome::Differs(differences)),
        }
    }
}

/// The request that an entry stands for.
fn between(entry: &Entry) -> Update {
    let mut update = Update::nothing(entry.image.clone());
    for field in Field::ALL {
        if field.of(&entry.before) != field.of(&entry.after) {
            let change = field.of(&entry.after).map_or(Change::Clear, |text| Change::Set(text.to_owned()));
            update.set_change(field, change);
        }
    }
    update
}
