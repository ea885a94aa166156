//! A step in the journal, as version 1 has it: a write to one image.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use crate::domain::{Image, ImageName, PlaceKey, Text};
use crate::edit::{Entry, EntryId, Snapshot, Verdict};

/// A write to one image.
#[derive(Serialize, Deserialize)]
pub struct EntryV1 {
    id: EntryId,
    at: Timestamp,
    profile: Option<Text>,
    place: PlaceKey,
    image: ImageName,
    before: ImageV1,
    after: ImageV1,
    undoes: Option<EntryId>,
    verdict: Option<VerdictV1>,
}

/// What became of a write.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "verdict", content = "detail")]
pub enum VerdictV1 {
    Verified,
    Failed(Option<Text>),
    Differs,
    NotApplied,
    Refused(Text),
    Gone,
    Unknowable,
}

impl EntryV1 {
    /// `entry` without the plan that it may be part of, if it is of one image.
    pub fn of(entry: &Entry) -> Option<Self> {
        let (Snapshot::Image(before), Snapshot::Image(after)) = (&entry.before, &entry.after) else {
            return None;
        };
        Some(Self {
            id: entry.id.clone(),
            at: entry.at,
            profile: entry.profile.clone(),
            place: entry.place.clone(),
            image: before.name.clone(),
            before: before.clone().into(),
            after: after.clone().into(),
            undoes: entry.undoes.clone(),
            verdict: entry.verdict.clone().map(Into::into),
        })
    }
}

impl From<EntryV1> for Entry {
    fn from(entry: EntryV1) -> Self {
        let EntryV1 { id, at, profile, place, image, before, after, undoes, verdict } = entry;
        // The name is what the line goes by.
        let named = |it: ImageV1| Snapshot::Image(Image { name: image.clone(), ..it.into() });
        let (before, after, verdict) = (named(before), named(after), verdict.map(Into::into));
        Self { id, at, profile, place, before, after, undoes, part_of: None, verdict }
    }
}

impl From<Verdict> for VerdictV1 {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified => Self::Verified,
            Verdict::Failed(reason) => Self::Failed(reason),
            Verdict::Differs => Self::Differs,
            Verdict::NotApplied => Self::NotApplied,
            Verdict::Refused(words) => Self::Refused(words),
            Verdict::Gone => Self::Gone,
            Verdict::Unknowable => Self::Unknowable,
        }
    }
}

impl From<VerdictV1> for Verdict {
    fn from(verdict: VerdictV1) -> Self {
        match verdict {
            VerdictV1::Verified => Self::Verified,
            VerdictV1::Failed(reason) => Self::Failed(reason),
            VerdictV1::Differs => Self::Differs,
            VerdictV1::NotApplied => Self::NotApplied,
            VerdictV1::Refused(words) => Self::Refused(words),
            VerdictV1::Gone => Self::Gone,
            VerdictV1::Unknowable => Self::Unknowable,
        }
    }
}
