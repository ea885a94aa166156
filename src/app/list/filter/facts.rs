//! What a filter can ask for besides what the list itself knows.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;

use crate::app::{Dated, Usage};
use crate::domain::{Image, ImageName, TagSet};

/// What is known of a place besides its list.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Where images are used.
    pub usage: &'a Usage,
    /// What DescribeImage said.
    pub details: &'a BTreeMap<ImageName, Dated<Image>>,
    /// The tags.
    pub tags: &'a BTreeMap<ImageName, Dated<TagSet>>,
    /// The time.
    pub now: Timestamp,
}

impl Facts<'_> {
    /// Which roles are known: the same number means the same.
    pub(super) fn roles_state(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (name, detail) in self.details {
            detail.value.value().map(|image| (name, &image.role)).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Which tags are known: the same number means the same.
    pub(super) fn tags_state(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (name, tags) in self.tags {
            tags.value.value().map(|tags| (name, &tags.tags)).hash(&mut hasher);
        }
        hasher.finish()
    }
}
