//! The aliases of an image, as they stand in drafts and in the journal.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::distinct::distinct;
use crate::domain::{AliasMap, ImageName, Text};

/// As version 3 of the formats has them.
#[derive(Serialize, Deserialize)]
pub struct AliasMapV3 {
    image: ImageName,
    image_arn: Option<Text>,
    /// Each alias with the number of the version that holds it.
    #[serde(deserialize_with = "distinct")]
    holders: BTreeMap<Text, u32>,
    asked: Option<BTreeSet<Text>>,
    versions: BTreeSet<u32>,
}

impl From<AliasMap> for AliasMapV3 {
    fn from(map: AliasMap) -> Self {
        let AliasMap { image, image_arn, holders, asked, versions } = map;
        Self { image, image_arn, holders, asked, versions }
    }
}

impl From<AliasMapV3> for AliasMap {
    fn from(map: AliasMapV3) -> Self {
        let AliasMapV3 { image, image_arn, holders, asked, versions } = map;
        Self { image, image_arn, holders, asked, versions }
    }
}
