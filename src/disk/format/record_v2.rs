//! A line of the journal as version 2 has it: a step that is part of a plan, or a plan.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::entry_v1::EntryV1;
use super::image::ImageV1;
use crate::domain::{Image, ImageName, PlaceKey, Text};
use crate::edit::{Entry, EntryId, PlanEntry, PlanPart, Record, Snapshot};

/// Each says what it is by `kind`; its `id` stands where version 1 has it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum RecordV2 {
    Step(Box<StepV2>),
    Plan(PlanV2),
}

/// A write to one image, which is part of a plan.
#[derive(Serialize, Deserialize)]
pub struct StepV2 {
    #[serde(flatten)]
    entry: EntryV1,
    part_of: PartV2,
}

/// Which step of which plan, the first being 0.
#[derive(Serialize, Deserialize)]
struct PartV2 {
    plan: EntryId,
    step: usize,
}

/// A plan of several steps, each of another image.
#[derive(Serialize, Deserialize)]
pub struct PlanV2 {
    id: EntryId,
    at: Timestamp,
    profile: Option<Text>,
    place: PlaceKey,
    steps: Vec<PlannedV2>,
    undoes: Option<EntryId>,
    is_left: bool,
}

/// A step of a plan, whether it was sent or not.
#[derive(Serialize, Deserialize)]
struct PlannedV2 {
    image: ImageName,
    before: ImageV1,
    after: ImageV1,
}

impl RecordV2 {
    /// `record`; else why it would not be read again.
    pub fn of(record: &Record) -> Result<Self, &'static str> {
        match record {
            Record::Step(entry) => {
                let PlanPart { plan, step } = entry.part_of.clone().ok_or("it is part of no plan")?;
                let part_of = PartV2 { plan, step };
                let entry = EntryV1::of(entry).ok_or("a step is of one image")?;
                Ok(Self::Step(Box::new(StepV2 { entry, part_of })))
            }
            Record::Plan(plan) => PlanV2::of(plan).map(Self::Plan),
        }
    }
}

impl TryFrom<RecordV2> for Record {
    type Error = &'static str;

    fn try_from(record: RecordV2) -> Result<Self, &'static str> {
        match record {
            RecordV2::Step(step) => {
                let StepV2 { entry, part_of: PartV2 { plan, step } } = *step;
                let part_of = Some(PlanPart { plan, step });
                Ok(Self::Step(Box::new(Entry { part_of, ..entry.into() })))
            }
            RecordV2::Plan(plan) => PlanEntry::try_from(plan).map(Self::Plan),
        }
    }
}

impl PlanV2 {
    fn of(plan: &PlanEntry) -> Result<Self, &'static str> {
        let PlanEntry { id, at, profile, place, steps, undoes, is_left } = plan.clone();
        let steps: Option<Vec<_>> = steps.into_iter().map(PlannedV2::of).collect();
        let steps = steps.ok_or("a step is of one image")?;
        let written = Self { id, at, profile, place, steps, undoes, is_left };
        written.is_sound().map(|()| written)
    }

    /// Whether it has steps, each of another image; else what is wrong with them.
    fn is_sound(&self) -> Result<(), &'static str> {
        let mut images = BTreeSet::new();
        if self.steps.is_empty() {
            return Err("a plan has steps");
        }
        let is_new = |step: &PlannedV2| images.insert(step.image.clone());
        if self.steps.iter().all(is_new) { Ok(()) } else { Err("each step is of another image") }
    }
}

impl TryFrom<PlanV2> for PlanEntry {
    type Error = &'static str;

    fn try_from(plan: PlanV2) -> Result<Self, &'static str> {
        plan.is_sound()?;
        let PlanV2 { id, at, profile, place, steps, undoes, is_left } = plan;
        let steps = steps.into_iter().map(PlannedV2::snapshots).collect();
        Ok(Self { id, at, profile, place, steps, undoes, is_left })
    }
}

impl PlannedV2 {
    /// The step from what to what, if it is of one image.
    fn of(step: (Snapshot, Snapshot)) -> Option<Self> {
        match step {
            (Snapshot::Image(before), Snapshot::Image(after)) => {
                Some(Self { image: before.name.clone(), before: before.into(), after: after.into() })
            }
            (
                Snapshot::Image(_)
                | Snapshot::Images(_)
                | Snapshot::Version(_)
                | Snapshot::Aliases(_)
                | Snapshot::Tags(_)
                | Snapshot::TagsOf(_),
                _,
            ) => None,
        }
    }

    fn snapshots(self) -> (Snapshot, Snapshot) {
        // The name is what the step goes by.
        let named = |it: ImageV1| Snapshot::Image(Image { name: self.image.clone(), ..it.into() });
        (named(self.before), named(self.after))
    }
}
