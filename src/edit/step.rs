//! One step of a plan.

use jiff::SignedDuration;

use crate::domain::{Failure, FailureClass};

use super::kind::{aliases, image, tags, version};
use super::{Call, Change, Difference, Entry, EntryId, Evidence, FieldKey, Outcome, Snapshot, Subject};

/// Who finds a subject modified so long after a step was sent has found someone else's change.
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

    /// The fields that do not hold in `now` what they should after this step. Of what has a time of its
    /// last change, those too that it does not change.
    #[must_use]
    pub fn missed(&self, now: &Snapshot) -> Vec<Difference> {
        let missed = self.after().differences(now);
        missed.into_iter().filter(|it| self.minds(it)).collect()
    }

    /// What someone else has changed in `now` since the edit began, so that this step must not be sent;
    /// nothing if it may be. Tags and aliases have no common time of their last change, and a step
    /// touches no others than it names. What the `next` steps of the same subject touch counts too: none of
    /// them is sent if one of them could not be.
    #[must_use]
    pub fn foreign(&self, now: &Snapshot, next: &[Call]) -> Option<Vec<Difference>> {
        let is_next = |it: &Difference| next.iter().any(|call| !call.changes().of(&it.key).is_keep());
        let differences = self.base.differences(now).into_iter();
        let differences: Vec<_> = differences.filter(|it| self.minds(it) || is_next(it)).collect();
        let is_foreign = match self.call {
            Call::UpdateImage(_) | Call::UpdateVersion(_) => self.base.is_older_than(now),
            Call::UpdateAliases(_) | Call::AddTags(_) | Call::DeleteTags(_) => !differences.is_empty(),
        };
        is_foreign.then_some(differences)
    }

    /// Whether a difference in that field is a matter of this step.
    fn minds(&self, difference: &Difference) -> bool {
        match self.call {
            Call::UpdateImage(_) | Call::UpdateVersion(_) => true,
            Call::UpdateAliases(_) | Call::AddTags(_) | Call::DeleteTags(_) => {
                !self.call.changes().of(&difference.key).is_keep()
            }
        }
    }

    /// Whether `now` holds what was sent: the fields that this step changes are as it wants them. Others
    /// may differ.
    #[must_use]
    pub fn shows_in(&self, now: &Snapshot) -> bool {
        let changes = self.call.changes();
        self.missed(now).iter().all(|missed| changes.of(&missed.key).is_keep())
    }

    /// Whether it gives a version an alias that another one holds.
    #[must_use]
    pub fn moves_alias(&self) -> bool {
        let is_moved = |(key, change): (_, &Change<String>)| {
            matches!(change, Change::Set(_)) && self.base.value(key).is_some()
        };
        match &self.call {
            Call::UpdateAliases(call) => call.changes.all().any(is_moved),
            Call::UpdateImage(_) | Call::UpdateVersion(_) | Call::AddTags(_) | Call::DeleteTags(_) => false,
        }
    }

    /// Whether `failure` says that the service does not take an alias from the version that holds it: it
    /// names the alias, and not what state a version is in.
    #[must_use]
    pub fn is_refused_move(&self, failure: &Failure) -> bool {
        let said = failure.message.as_str();
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        // An ARN may hold any name.
        let words = said.split_whitespace().filter(|word| !word.contains(':'));
        let names: Vec<_> =
            words.map(|word| word.trim_matches(|c| !is_of_name(c)).trim_end_matches('.')).collect();
        let is_held = |(key, change): (&FieldKey, &Change<String>)| {
            let is_moved = matches!(change, Change::Set(_)) && self.base.value(key).is_some();
            is_moved && key.entry_name().is_some_and(|name| names.contains(&name))
        };
        let is_refusal = matches!(failure.class, FailureClass::InUse | FailureClass::Invalid);
        let is_malformed = said.contains("failed to satisfy constraint");
        is_refusal && !is_malformed && self.moves_alias() && self.call.changes().all().any(is_held)
    }

    /// What `now`, read back, says of it; nothing while that can't be told yet.
    #[must_use]
    pub fn judge(&self, now: &Snapshot, evidence: &Evidence) -> Option<Outcome> {
        let missed = self.missed(now);
        let outcome = match (&self.base, now) {
            (Snapshot::Image(base), Snapshot::Image(read)) => image::judge(base, read, missed, evidence)?,
            (Snapshot::Version(base), Snapshot::Version(read)) => {
                version::judge(base, read, missed, evidence)?
            }
            (Snapshot::Aliases(_), Snapshot::Aliases(_)) => aliases::judge(missed, evidence)?,
            (Snapshot::Tags(_), Snapshot::Tags(_)) => tags::judge(missed, evidence)?,
            // What was read is of another kind; and no step is of several.
            (
                Snapshot::Image(_)
                | Snapshot::Images(_)
                | Snapshot::Version(_)
                | Snapshot::Aliases(_)
                | Snapshot::Tags(_)
                | Snapshot::TagsOf(_),
                _,
            ) => return None,
        };
        let outcome = match outcome {
            // It was not lost, though nothing says that anything was modified.
            Outcome::NotApplied if self.shows_in(now) => Outcome::Differs(self.missed(now)),
            outcome => outcome,
        };
        // What someone else made of it since is no outcome of this one.
        let is_guess = matches!(outcome, Outcome::Failed(_) | Outcome::Differs(_));
        let is_since = now.modified().is_some_and(|modified| modified.duration_since(evidence.begun) > SINCE);
        Some(if evidence.is_earlier && is_guess && is_since { Outcome::Unknowable } else { outcome })
    }
}
