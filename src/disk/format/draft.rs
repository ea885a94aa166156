//! A draft file.

use serde::{de, ser};

use super::draft_v1::DraftV1;
use super::draft_v2::DraftV2;
use super::draft_v3::DraftV3;
use super::versioned::{Format, to_line};
use crate::edit::Draft;

/// How each version is read.
pub const DRAFT: Format<Draft> = Format(&[
    |raw| serde_json::from_slice::<DraftV1>(raw).map(Draft::from),
    |raw| Draft::try_from(serde_json::from_slice::<DraftV2>(raw)?).map_err(de::Error::custom),
    |raw| Draft::try_from(serde_json::from_slice::<DraftV3>(raw)?).map_err(de::Error::custom),
]);

/// `draft` in the oldest version that can hold it.
pub fn draft_to_line(draft: &Draft) -> serde_json::Result<Vec<u8>> {
    if let Some(draft) = DraftV1::of(draft) {
        return to_line(1, &draft);
    }
    if let Ok(draft) = DraftV2::of(draft) {
        return to_line(2, &draft);
    }
    to_line(3, &DraftV3::of(draft).map_err(ser::Error::custom)?)
}
