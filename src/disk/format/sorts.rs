//! The orders that the person chose for lists.

use serde::{Deserialize, Serialize};

use super::versioned::{Format, to_line};
use crate::domain::{Column, PlaceKey, Sort, Sorts, Text};

/// How each version is read.
pub const SORTS: Format<Sorts> = Format(&[|raw| serde_json::from_slice::<SortsV1>(raw).map(Sorts::from)]);

/// `sorts` in the oldest version that can hold them.
pub fn sorts_to_line(sorts: &Sorts) -> serde_json::Result<Vec<u8>> {
    to_line(1, &SortsV1 { places: sorts.0.iter().map(SortV1::from).collect() })
}

/// The latest first.
#[derive(Serialize, Deserialize)]
struct SortsV1 {
    places: Vec<SortV1>,
}

#[derive(Serialize, Deserialize)]
struct SortV1 {
    account: Text,
    region: Text,
    column: ColumnV1,
    reversed: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ColumnV1 {
    Name,
    DisplayName,
    Status,
    Modified,
    Created,
    UsedBy,
    Description,
}

impl From<SortsV1> for Sorts {
    fn from(sorts: SortsV1) -> Self {
        let one = |SortV1 { account, region, column, reversed }| {
            let column = match column {
                ColumnV1::Name => Column::Name,
                ColumnV1::DisplayName => Column::DisplayName,
                ColumnV1::Status => Column::Status,
                ColumnV1::Modified => Column::Modified,
                ColumnV1::Created => Column::Created,
                ColumnV1::UsedBy => Column::UsedBy,
                ColumnV1::Description => Column::Description,
            };
            (PlaceKey { account, region }, Sort { column, reversed })
        };
        Self(sorts.places.into_iter().map(one).collect())
    }
}

impl From<&(PlaceKey, Sort)> for SortV1 {
    fn from((place, sort): &(PlaceKey, Sort)) -> Self {
        let PlaceKey { account, region } = place.clone();
        let column = match sort.column {
            Column::Name => ColumnV1::Name,
            Column::DisplayName => ColumnV1::DisplayName,
            Column::Status => ColumnV1::Status,
            Column::Modified => ColumnV1::Modified,
            Column::Created => ColumnV1::Created,
            Column::UsedBy => ColumnV1::UsedBy,
            Column::Description => ColumnV1::Description,
        };
        Self { account, region, column, reversed: sort.reversed }
    }
}
