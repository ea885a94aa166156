//! A line of the journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use super::versioned::{Format, to_line};
use crate::domain::{Image, ImageName, PlaceKey, Text};
use crate::edit::{Entry, EntryId, Record, Snapshot, Verdict};

/// Longer lines, in bytes, are not written, and passed over when they are read.
pub const LONGEST_LINE: usize = 1024 * 1024;

/// How each version is read.
pub const RECORD: Format<Record> =
    Format(&[|raw| serde_json::from_slice::<EntryV1>(raw).map(|entry| Record::Step(Box::new(entry.into())))]);

/// `record` in the oldest version that can hold it.
pub fn record_to_line(record: &Record) -> serde_json::Result<Vec<u8>> {
    match EntryV1::of(record) {
        Some(entry) => to_line(1, &entry),
        None => Err(serde::ser::Error::custom("no version can hold it")),
    }
}

/// A write to one image.
#[derive(Serialize, Deserialize)]
struct EntryV1 {
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

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "verdict", content = "detail")]
enum VerdictV1 {
    Verified,
    Failed(Option<Text>),
    Differs,
    NotApplied,
    Refused(Text),
    Gone,
    Unknowable,
}

impl EntryV1 {
    /// `record`, if it is of one image and of no plan.
    fn of(record: &Record) -> Option<Self> {
        let Record::Step(entry) = record else { return None };
        let (Snapshot::Image(before), Snapshot::Image(after), None) =
            (&entry.before, &entry.after, &entry.part_of)
        else {
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
