//! Which alias stands for which version of an image.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ImageName, Text};

/// The aliases of an image. An alias belongs to one version at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasMap {
    /// Whose aliases.
    pub image: ImageName,
    /// `ImageArn`, where an answer gave it.
    pub image_arn: Option<Text>,
    /// Each alias, and the number of the version that holds it.
    pub holders: BTreeMap<Text, u32>,
    /// The aliases that were asked for one by one, where nobody may list them: of others it is not known
    /// whether they exist. Nothing where all were listed.
    pub asked: Option<BTreeSet<Text>>,
    /// The versions of the image, as far as they are known.
    pub versions: BTreeSet<u32>,
}

impl AliasMap {
    /// The aliases of an image that has none.
    #[must_use]
    pub fn none(image: ImageName) -> Self {
        Self { image, image_arn: None, holders: BTreeMap::new(), asked: None, versions: BTreeSet::new() }
    }

    /// The aliases that a version holds, in order.
    pub fn of(&self, version: u32) -> impl Iterator<Item = &Text> + '_ {
        self.holders.iter().filter(move |(_, holder)| **holder == version).map(|(alias, _)| alias)
    }

    /// Whether it is known of `alias` which version holds it, or that none does.
    #[must_use]
    pub fn knows(&self, alias: &str) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.contains(alias))
    }

    /// This map with what `newer` knows of the aliases that were asked for there.
    #[must_use]
    pub fn with(&self, newer: &Self) -> Self {
        let mut all = self.clone();
        all.holders.retain(|alias, _| !newer.knows(alias.as_str()));
        all.holders.extend(newer.holders.clone());
        all.versions.extend(&newer.versions);
        all.image_arn = newer.image_arn.clone().or(all.image_arn);
        all.asked = match (all.asked, &newer.asked) {
            (Some(asked), Some(newer)) => Some(asked.union(newer).cloned().collect()),
            (None, _) | (_, None) => None,
        };
        all
    }

    /// The ARN of the image of `self`, where that shows that it is another image than that of `base`.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        let before = base.image_arn.as_ref()?;
        self.image_arn.as_ref().filter(|arn| *arn != before)
    }
}
