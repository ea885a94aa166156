//! The tags of an image.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ImageName, Text};

/// The tags of an image, as ListTags gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagSet {
    /// Whose tags.
    pub image: ImageName,
    /// `ResourceArn`: the ARN of the image.
    pub arn: Text,
    /// Each key with its value, which may be empty. Keys are case-sensitive.
    pub tags: BTreeMap<Text, Text>,
    /// The keys that are not shown as they are, or whose values are not: they hold what no terminal can be
    /// trusted with.
    pub unclean: BTreeSet<Text>,
}

impl TagSet {
    /// The tags of an image that has none.
    #[must_use]
    pub fn none(image: ImageName, arn: Text) -> Self {
        Self { image, arn, tags: BTreeMap::new(), unclean: BTreeSet::new() }
    }

    /// Whether a key belongs to AWS: those that begin with `aws:`, in any case.
    #[must_use]
    pub fn is_of_aws(key: &str) -> bool {
        key.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("aws:"))
    }

    /// Whether the tag of that key can't be changed here: it is one of AWS, or not known exactly.
    #[must_use]
    pub fn is_locked(&self, key: &str) -> bool {
        Self::is_of_aws(key) || self.unclean.iter().any(|unclean| unclean.as_str() == key)
    }

    /// Whether it holds a tag that is not one of AWS, and not known exactly.
    #[must_use]
    pub fn holds_unclean(&self) -> bool {
        self.unclean.iter().any(|key| !Self::is_of_aws(key.as_str()))
    }

    /// The tags that can be changed here, each key with its value, in the order of the keys.
    pub fn changeable(&self) -> impl Iterator<Item = (&Text, &Text)> {
        self.tags.iter().filter(|(key, _)| !self.is_locked(key.as_str()))
    }

    /// How many tags count against the limit of the service: those of AWS do not.
    #[must_use]
    pub fn counted(&self) -> usize {
        self.tags.keys().filter(|key| !Self::is_of_aws(key.as_str())).count()
    }

    /// The ARN of `self`, where that is not the one of `base`.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        (self.arn != base.arn).then_some(&self.arn)
    }
}
