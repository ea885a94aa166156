//! One step of a plan.

use jiff::SignedDuration;

use super::kind::image;
use super::{Call, Difference, Entry, EntryId, Evidence, Outcome, Snapshot, Subject};

/// Who finds a subject modified so long after a step was sent has found somebody else's change.
const SINCE: SignedDuration = SignedDuration::from_hours(1);

/// One call, and what its subject was when the edit began; both say what it should be afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the edit began from.
    pub base: Snapshot,
    /// What is sent.
    pub call: Call,
    /// The entry of the journal that it undoes.
    pub undoes: Option<EntryId>,
}

impl Step {
    /// What it changes.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.call.subject()
    }

    /// The step that an entry of the journal stands for; nothing if it is of what no step can change.
    #[must_use]
    pub fn of_entry(entry: &Entry) -> Option<Self> {
        let changes = entry.before.changes_to(&entry.after);
        let call = Call::of(&entry.before, &changes)?;
        Some(Self { base: entry.before.clone(), call, undoes: entry.undoes.clone() })
    }

    /// The subject as it should be afterwards, if nobody else writes.
    #[must_use]
    pub fn after(&self) -> Snapshot {
        self.base.after(self.call.changes())
    }

    /// The fields that do not hold in `now` what they should after this step, changed by it or not.
    #[must_use]
    pub fn missed(&self, now: &Snapshot) -> Vec<Difference> {
        let changes = self.call.changes();
        now.missing(|key| changes.expected(key, self.base.value(key)))
    }

    /// Whether `now` holds what was sent: the fields that this step changes are as it wants them. Others
    /// may differ.
    #[must_use]
    pub fn shows_in(&self, now: &Snapshot) -> bool {
        let changes = self.call.changes();
        self.missed(now).iter().all(|missed| changes.of(&missed.key).is_keep())
    }

    /// What `now`, read back, says of it; nothing while that can't be told yet.
    #[must_use]
    pub fn judge(&self, now: &Snapshot, evidence: &Evidence) -> Option<Outcome> {
        let outcome = match (&self.base, now) {
            (Snapshot::Image(base), Snapshot::Image(read)) => {
                image::judge(base, read, self.missed(now), evidence)?
            }
            // No step is of several.
            (Snapshot::Images(_), _) | (_, Snapshot::Images(_)) => return None,
        };
        let outcome = match outcome {
            // It was not lost, though nothing says that anything was modified.
            Outcome::NotApplied if self.shows_in(now) => Outcome::Differs(self.missed(now)),
            outcome => outcome,
        };
        // What somebody else made of it since is no outcome of this one.
        let is_guess = matches!(outcome, Outcome::Failed(_) | Outcome::Differs(_));
        let is_since = now.modified().is_some_and(|modified| modified.duration_since(evidence.begun) > SINCE);
        Some(if evidence.is_earlier && is_guess && is_since { Outcome::Unknowable } else { outcome })
    }
}
