//! A line of the journal as version 3 has it: a step or a plan of any kind.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::entry_v1::VerdictV1;
use super::snapshot_v3::SnapshotV3;
use super::subject_v3::SubjectV3;
use crate::domain::{PlaceKey, Text};
use crate::edit::{Entry, EntryId, PlanEntry, PlanPart, Record, Snapshot, Subject};

/// Each says what it is by `kind`; its `id` stands where version 1 has it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum RecordV3 {
    Step(Box<StepV3>),
    Plan(PlanV3),
}

/// A write.
#[derive(Serialize, Deserialize)]
pub struct StepV3 {
    id: EntryId,
    at: Timestamp,
    profile: Option<Text>,
    place: PlaceKey,
    subject: SubjectV3,
    before: SnapshotV3,
    after: SnapshotV3,
    undoes: Option<EntryId>,
    part_of: Option<PartV3>,
    verdict: Option<VerdictV1>,
}

/// Which step of which plan, the first being 0.
#[derive(Serialize, Deserialize)]
struct PartV3 {
    plan: EntryId,
    step: usize,
}

/// A plan of several steps. Those of one subject stand one after the other.
#[derive(Serialize, Deserialize)]
pub struct PlanV3 {
    id: EntryId,
    at: Timestamp,
    profile: Option<Text>,
    place: PlaceKey,
    steps: Vec<PlannedV3>,
    undoes: Option<EntryId>,
    is_left: bool,
}

/// A step of a plan, whether it was sent or not.
#[derive(Serialize, Deserialize)]
struct PlannedV3 {
    subject: SubjectV3,
    before: SnapshotV3,
    after: SnapshotV3,
}

impl RecordV3 {
    /// `record`; else why it would not be read again.
    pub fn of(record: &Record) -> Result<Self, &'static str> {
        match record {
            Record::Step(entry) => StepV3::of(entry).map(Box::new).map(Self::Step),
            Record::Plan(plan) => PlanV3::of(plan).map(Self::Plan),
        }
    }
}

impl TryFrom<RecordV3> for Record {
    type Error = &'static str;

    fn try_from(record: RecordV3) -> Result<Self, &'static str> {
        match record {
            RecordV3::Step(step) => Entry::try_from(*step).map(Box::new).map(Self::Step),
            RecordV3::Plan(plan) => PlanEntry::try_from(plan).map(Self::Plan),
        }
    }
}

impl StepV3 {
    fn of(entry: &Entry) -> Result<Self, &'static str> {
        let Entry { id, at, profile, place, before, after, undoes, part_of, verdict } = entry.clone();
        let PlannedV3 { subject, before, after } = PlannedV3::of((before, after))?;
        let part_of = part_of.map(|PlanPart { plan, step }| PartV3 { plan, step });
        let verdict = verdict.map(VerdictV1::from);
        Ok(Self { id, at, profile, place, subject, before, after, undoes, part_of, verdict })
    }
}

impl TryFrom<StepV3> for Entry {
    type Error = &'static str;

    fn try_from(step: StepV3) -> Result<Self, &'static str> {
        let StepV3 { id, at, profile, place, subject, before, after, undoes, part_of, verdict } = step;
        let (before, after) = PlannedV3 { subject, before, after }.snapshots()?;
        let part_of = part_of.map(|PartV3 { plan, step }| PlanPart { plan, step });
        let verdict = verdict.map(Into::into);
        Ok(Self { id, at, profile, place, before, after, undoes, part_of, verdict })
    }
}

impl PlanV3 {
    fn of(plan: &PlanEntry) -> Result<Self, &'static str> {
        be_in_order(plan)?;
        let PlanEntry { id, at, profile, place, steps, undoes, is_left } = plan.clone();
        let steps = steps.into_iter().map(PlannedV3::of).collect::<Result<_, _>>()?;
        Ok(Self { id, at, profile, place, steps, undoes, is_left })
    }
}

impl TryFrom<PlanV3> for PlanEntry {
    type Error = &'static str;

    fn try_from(plan: PlanV3) -> Result<Self, &'static str> {
        let PlanV3 { id, at, profile, place, steps, undoes, is_left } = plan;
        let steps = steps.into_iter().map(PlannedV3::snapshots).collect::<Result<_, _>>()?;
        let plan = Self { id, at, profile, place, steps, undoes, is_left };
        be_in_order(&plan).map(|()| plan)
    }
}

/// Says what is wrong with a plan that has no steps, or steps of one subject apart from each other.
fn be_in_order(plan: &PlanEntry) -> Result<(), &'static str> {
    let subjects: Vec<_> = plan.subjects().collect();
    let mut runs: Vec<_> = subjects.chunk_by(|a, b| a == b).map(|run| &run[0]).collect();
    let count = runs.len();
    runs.sort();
    runs.dedup();
    match count {
        0 => Err("a plan has steps"),
        count if runs.len() < count => Err("the steps of a subject stand one after the other"),
        _ => Ok(()),
    }
}

impl PlannedV3 {
    /// The step from what to what.
    fn of((before, after): (Snapshot, Snapshot)) -> Result<Self, &'static str> {
        let subject = before.subject();
        be_a_step(&subject, &before, &after)?;
        Ok(Self { subject: subject.into(), before: before.into(), after: after.into() })
    }

    fn snapshots(self) -> Result<(Snapshot, Snapshot), &'static str> {
        let (before, after) = (self.before.try_into()?, self.after.try_into()?);
        be_a_step(&self.subject.into(), &before, &after).map(|()| (before, after))
    }
}

/// Says what is wrong with a step that is not of one subject.
fn be_a_step(subject: &Subject, before: &Snapshot, after: &Snapshot) -> Result<(), &'static str> {
    match subject {
        Subject::Images(_) | Subject::TagsOf(_) => return Err("a step is of one subject"),
        Subject::Image(_) | Subject::Version(..) | Subject::Aliases(_) | Subject::Tags(_) => {}
    }
    let is_of_it = |it: &Snapshot| it.subject() == *subject;
    if is_of_it(before) && is_of_it(after) { Ok(()) } else { Err("a step is of something else") }
}
