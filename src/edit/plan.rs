//! What is sent for an edit, step by step.

use jiff::Timestamp;

use crate::domain::{PlaceKey, Text};

use super::{Call, Change, EntryId, FieldKey, Snapshot, Step, Subject};

/// What is sent for one edit: steps, one after another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In the order in which they are sent. Two of the same subject stand one after the other, and the
    /// second begins from what the first has made of it.
    pub steps: Vec<Step>,
}

impl Plan {
    /// Whether nothing would be sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The same plan, marked as one that undoes `entry`. Only a plan of one step is marked in its step; of
    /// several, the plan's own entry says it.
    #[must_use]
    pub fn undoing(mut self, entry: Option<&EntryId>) -> Self {
        if let [step] = self.steps.as_mut_slice() {
            step.undoes = entry.cloned();
        }
        self
    }

    /// The entries that one step takes away and a later one of the same subject gives again: between the two
    /// nobody has them.
    #[must_use]
    pub fn gaps(&self) -> Vec<FieldKey> {
        let cleared = |step: &Step, key: &FieldKey| matches!(step.call.changes().of(key), Change::Clear);
        let is_earlier = |at: usize, subject: &Subject, key: &FieldKey| {
            self.steps[..at].iter().any(|step| step.subject() == *subject && cleared(step, key))
        };
        let mut gaps = Vec::new();
        for (at, step) in self.steps.iter().enumerate() {
            let set = step.call.changes().all().filter(|(_, change)| matches!(change, Change::Set(_)));
            let given_again = set.map(|(key, _)| key).filter(|key| is_earlier(at, &step.subject(), key));
            gaps.extend(given_again.cloned());
        }
        gaps
    }

    /// What is sent, in order.
    pub fn calls(&self) -> impl Iterator<Item = &Call> + '_ {
        self.steps.iter().map(|step| &step.call)
    }
}

/// A plan of several steps as the journal has it, noted before its first step goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanEntry {
    /// Its name; its steps' entries name it.
    pub id: EntryId,
    /// When the person sent it.
    pub at: Timestamp,
    /// The profile it was sent with, where one was named.
    pub profile: Option<Text>,
    /// Where its subjects are.
    pub place: PlaceKey,
    /// What each step changes, from what to what, in order.
    pub steps: Vec<(Snapshot, Snapshot)>,
    /// The plan that this one undoes.
    pub undoes: Option<EntryId>,
    /// Whether the person has left what of it was not sent.
    pub is_left: bool,
}

impl PlanEntry {
    /// The subjects of its steps, in order.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + '_ {
        self.steps.iter().map(|(before, _)| before.subject())
    }
}
