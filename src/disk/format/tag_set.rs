//! The tags of an image, as they stand in drafts and in the journal.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::distinct::distinct;
use crate::domain::{ImageName, TagSet, Text};

/// As version 3 of the formats has them.
#[derive(Serialize, Deserialize)]
pub struct TagSetV3 {
    image: ImageName,
    arn: Text,
    #[serde(deserialize_with = "distinct")]
    tags: BTreeMap<Text, Text>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    unclean: BTreeSet<Text>,
}

impl From<TagSet> for TagSetV3 {
    fn from(set: TagSet) -> Self {
        let TagSet { image, arn, tags, unclean } = set;
        Self { image, arn, tags, unclean }
    }
}

impl From<TagSetV3> for TagSet {
    fn from(set: TagSetV3) -> Self {
        let TagSetV3 { image, arn, tags, unclean } = set;
        Self { image, arn, tags, unclean }
    }
}
