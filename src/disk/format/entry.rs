//! A line of the journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use super::versioned::{Format, to_line};
use crate::domain::{Entry, EntryId, ImageName, PlaceKey, Text, Verdict};

/// Longer lines, in bytes, are not written, and passed over when they are read.
pub const LONGEST_LINE: usize = 1024 * 1024;

/// How each version is read.
pub const ENTRY: Format<Entry> = Format(&[|raw| serde_json::from_slice::<EntryV1>(raw).map(Entry::from)]);

/// `entry` in the oldest version that can hold it.
pub fn entry_to_line(entry: &Entry) -> serde_json::Result<Vec<u8>> {
    to_line(1, &EntryV1::from(entry.clone()))
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

impl From<Entry> for EntryV1 {
    fn from(entry: Entry) -> Self {
        let Entry { id, at, profile, place, image, before, after, undoes, verdict } = entry;
        let (before, after, verdict) = (before.into(), after.into(), verdict.map(Into::into));
        Self { id, at, profile, place, image, before, after, undoes, verdict }
    }
}

impl From<EntryV1> for Entry {
    fn from(entry: EntryV1) -> Self {
        let EntryV1 { id, at, profile, place, image, before, after, undoes, verdict } = entry;
        let (before, after, verdict) = (before.into(), after.into(), verdict.map(Into::into));
        Self { id, at, profile, place, image, before, after, undoes, verdict }
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
