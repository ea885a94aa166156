//! A draft file.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use super::versioned::{Format, to_line};
use crate::domain::{Draft, Field, ImageName, PlaceKey};

/// How each version is read.
pub const DRAFT: Format<Draft> = Format(&[|raw| serde_json::from_slice::<DraftV1>(raw).map(Draft::from)]);

/// `draft` in the oldest version that can hold it.
pub fn draft_to_line(draft: &Draft) -> serde_json::Result<Vec<u8>> {
    to_line(1, &DraftV1::from(draft.clone()))
}

/// The edit of one image.
#[derive(Serialize, Deserialize)]
struct DraftV1 {
    place: PlaceKey,
    image: ImageName,
    base: Option<ImageV1>,
    typed: BTreeMap<FieldV1, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    put_by: BTreeMap<FieldV1, Vec<String>>,
    kept_at: Timestamp,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FieldV1 {
    DisplayName,
    Description,
    Role,
}

impl From<Draft> for DraftV1 {
    fn from(draft: Draft) -> Self {
        let Draft { place, image, base, typed, stashed, kept_at } = draft;
        let (base, typed, put_by) = (base.map(Into::into), keyed(typed), keyed(stashed));
        Self { place, image, base, typed, put_by, kept_at }
    }
}

impl From<DraftV1> for Draft {
    fn from(draft: DraftV1) -> Self {
        let DraftV1 { place, image, base, typed, put_by, kept_at } = draft;
        let (base, typed, stashed) = (base.map(Into::into), keyed(typed), keyed(put_by));
        Self { place, image, base, typed, stashed, kept_at }
    }
}

fn keyed<A, B: From<A> + Ord, V>(by_field: BTreeMap<A, V>) -> BTreeMap<B, V> {
    by_field.into_iter().map(|(field, value)| (field.into(), value)).collect()
}

impl From<Field> for FieldV1 {
    fn from(field: Field) -> Self {
        match field {
            Field::DisplayName => Self::DisplayName,
            Field::Description => Self::Description,
            Field::Role => Self::Role,
        }
    }
}

impl From<FieldV1> for Field {
    fn from(field: FieldV1) -> Self {
        match field {
            FieldV1::DisplayName => Self::DisplayName,
            FieldV1::Description => Self::Description,
            FieldV1::Role => Self::Role,
        }
    }
}
