//! One step on its way.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::domain::{Failure, FailureClass};
use crate::edit::{Call, Entry, EntryId, Evidence, Outcome, Snapshot, Step};

use super::{Ask, Event, Facts, Stage, Stop};

/// A step, from the review's Enter to its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// What is sent, and what it began from.
    pub step: Step,
    /// The calls of the steps that follow it and change the same subject.
    pub next: Vec<Call>,
    /// How far it has come.
    pub stage: Stage,
    /// When it was begun with.
    pub begun: Timestamp,
    /// How often it was tried to read the subject back since it was sent.
    pub reads: u32,
    /// How often it could be read.
    pub seen: u32,
    /// Why the last attempt to read it back came to nothing.
    pub trouble: Option<Failure>,
    /// Its entry in the journal, once it has one.
    pub entry: Option<EntryId>,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// Whether an earlier session sent it, which did not learn what became of it.
    pub is_earlier: bool,
}

/// A write whose answer was lost is given this many reads to show, before it is said that it did
/// nothing: the request may still be on its way.
const READS_BEFORE_NOT_APPLIED: u32 = 4;

/// A request that has not arrived after so long never will.
const LATE: SignedDuration = SignedDuration::from_mins(5);

impl Write {
    /// A write that is about to be checked.
    #[must_use]
    pub fn begin(step: Step, unnoted: bool, now: Timestamp) -> Self {
        Self {
            step,
            next: Vec::new(),
            stage: Stage::Checking,
            begun: now,
            reads: 0,
            seen: 0,
            trouble: None,
            entry: None,
            unnoted,
            is_earlier: false,
        }
    }

    /// The write that `entry` stands for, of an earlier session that did not learn what became of it;
    /// nothing if it is of what no step can change.
    #[must_use]
    pub fn of_earlier(entry: &Entry, now: Timestamp) -> Option<Self> {
        let said = "an earlier session ended before the outcome was known";
        let is_late = now.duration_since(entry.at) > LATE;
        Some(Self {
            stage: Stage::Unknown(Failure::new(FailureClass::TimedOut, said)),
            // One look is enough where nothing can be on its way any more.
            seen: if is_late { READS_BEFORE_NOT_APPLIED } else { 0 },
            entry: Some(entry.id.clone()),
            is_earlier: true,
            ..Self::begin(Step::of_entry(entry)?, false, entry.at)
        })
    }

    /// Whether the person can still call it off.
    #[must_use]
    pub fn can_be_called_off(&self) -> bool {
        match self.stage {
            Stage::Checking | Stage::Noting => true,
            Stage::Sending | Stage::Settling | Stage::Unknown(_) => false,
        }
    }

    /// Whether `now` holds what was sent.
    #[must_use]
    pub fn shows_in(&self, now: &Snapshot) -> bool {
        self.step.shows_in(now)
    }

    /// What `now`, read back, says of the write; nothing while it can't be told yet.
    #[must_use]
    pub fn outcome(&self, now: &Snapshot) -> Option<Outcome> {
        let evidence = Evidence {
            begun: self.begun,
            is_unanswered: matches!(self.stage, Stage::Unknown(_)),
            is_late: self.seen >= READS_BEFORE_NOT_APPLIED,
            is_earlier: self.is_earlier,
        };
        self.step.judge(now, &evidence)
    }

    /// How long to wait before the subject is read the next time: 1, 2, 4, 8 s, then every 8 s, and
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

    /// What is to be done after an event. What does not belong to the stage that the write is in is
    /// passed over: it was asked for before.
    pub fn step(&mut self, event: Event, facts: &Facts) -> Option<Ask> {
        match (&self.stage, event) {
            (Stage::Checking, Event::Checked(read)) => Some(self.checked(read, facts)),
            (Stage::Noting, Event::Noted(noted)) => Some(self.noted(noted, facts)),
            (Stage::Sending, Event::Answered(answer)) => Some(self.answered(answer)),
            (Stage::Settling | Stage::Unknown(_), Event::Woken) => Some(Ask::ReadBack),
            (Stage::Settling | Stage::Unknown(_), Event::ReadBack(read)) => Some(self.read_back(read, facts)),
            (
                Stage::Checking | Stage::Noting | Stage::Sending | Stage::Settling | Stage::Unknown(_),
                Event::PlanNoted(_)
                | Event::Checked(_)
                | Event::Noted(_)
                | Event::Answered(_)
                | Event::Woken
                | Event::ReadBack(_),
            ) => None,
        }
    }

    /// The subject as it is just before the write. Only if it is what the edit began from, the
    /// request goes out; the service has no way to make the two one step.
    fn checked(&mut self, read: Result<Snapshot, Failure>, facts: &Facts) -> Ask {
        let now = match read {
            Ok(now) => now,
            Err(failure) if failure.class == FailureClass::NotFound && facts.in_doubt => {
                return stopped(Stop::Doubt);
            }
            Err(failure) => return stopped(Stop::Failure(failure)),
        };
        if let Some(arn) = now.another_than(&self.step.base) {
            return stopped(Stop::Another(arn.clone()));
        }
        if let Some(status) = now.changing() {
            return stopped(Stop::Changing(status.clone()));
        }
        if facts.in_doubt {
            return stopped(Stop::Doubt);
        }
        if let Some(foreign) = self.step.foreign(&now, &self.next) {
            return Ask::Stopped { stop: Stop::Conflict(foreign), read: Some(now) };
        }
        self.stage = Stage::Noting;
        Ask::Note
    }

    fn noted(&mut self, noted: Result<(), String>, facts: &Facts) -> Ask {
        match noted {
            _ if facts.in_doubt => stopped(Stop::Doubt),
            Err(trouble) if !self.unnoted => stopped(Stop::NotNoted(trouble)),
            Ok(()) | Err(_) => {
                self.stage = Stage::Sending;
                Ask::Send(self.step.call.clone())
            }
        }
    }

    fn answered(&mut self, answer: Result<(), Failure>) -> Ask {
        self.stage = match answer {
            Ok(()) => Stage::Settling,
            Err(failure) if failure.leaves_write_unknown() => Stage::Unknown(failure),
            Err(failure) => return Ask::Refused(failure),
        };
        Ask::Sent
    }

    fn read_back(&mut self, read: Result<Snapshot, Failure>, facts: &Facts) -> Ask {
        // What has its name elsewhere tells nothing about it, now or later.
        if let Some(arn) = read.as_ref().ok().and_then(|now| now.another_than(&self.step.base)) {
            return Ask::Another(arn.clone());
        }
        self.reads += 1;
        let outcome = match &read {
            Ok(now) => {
                self.trouble = None;
                self.seen += 1;
                self.outcome(now)
            }
            Err(failure) if facts.is_gone(failure) => Some(Outcome::Gone),
            Err(failure) => {
                self.trouble = Some(failure.clone());
                None
            }
        };
        match outcome {
            Some(outcome) => Ask::Settled { outcome, read: read.ok() },
            None if self.is_earlier && read.is_err() => Ask::Postpone,
            None => Ask::Wake(self.next_read(facts.unit, facts.seed())),
        }
    }
}

fn stopped(stop: Stop) -> Ask {
    Ask::Stopped { stop, read: None }
}
