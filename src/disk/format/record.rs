//! A line of the journal.

use serde::{de, ser};

use super::entry_v1::EntryV1;
use super::record_v2::RecordV2;
use super::record_v3::RecordV3;
use super::versioned::{Format, to_line};
use crate::edit::Record;

/// Longer lines, in bytes, are not written, and passed over when they are read.
pub const LONGEST_LINE: usize = 1024 * 1024;

/// How each version is read.
pub const RECORD: Format<Record> = Format(&[
    |raw| serde_json::from_slice::<EntryV1>(raw).map(|entry| Record::Step(Box::new(entry.into()))),
    |raw| Record::try_from(serde_json::from_slice::<RecordV2>(raw)?).map_err(de::Error::custom),
    |raw| Record::try_from(serde_json::from_slice::<RecordV3>(raw)?).map_err(de::Error::custom),
]);

/// `record` in the oldest version that can hold it.
pub fn record_to_line(record: &Record) -> serde_json::Result<Vec<u8>> {
    if let Record::Step(entry) = record
        && entry.part_of.is_none()
        && let Some(entry) = EntryV1::of(entry)
    {
        return to_line(1, &entry);
    }
    if let Ok(record) = RecordV2::of(record) {
        return to_line(2, &record);
    }
    to_line(3, &RecordV3::of(record).map_err(ser::Error::custom)?)
}
