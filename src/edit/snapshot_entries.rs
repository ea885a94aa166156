//! What was read of entries: which are known, which can be edited, how many there are.

use std::collections::BTreeSet;

use crate::domain::{TagSet, Text};

use super::kind::{image, tags};
use super::{FieldKey, Problem, Snapshot};

impl Snapshot {
    /// The names of the entries that can't be edited: tags of AWS, and what no terminal can show as it is.
    #[must_use]
    pub fn locked(&self) -> BTreeSet<&str> {
        let of = |all: &'_ TagSet, name: &str| all.is_locked(name);
        match self {
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Aliases(_) => BTreeSet::new(),
            Self::Tags(it) => it.tags.keys().map(Text::as_str).filter(|name| of(it, name)).collect(),
            Self::TagsOf(all) => {
                let names = all.values().flat_map(|it| it.tags.keys()).map(Text::as_str);
                names.filter(|name| all.values().any(|it| of(it, name))).collect()
            }
        }
    }

    /// Whether only those entries are known that were asked for by their names.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        match self {
            Self::Aliases(it) => it.map().asked.is_some(),
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Tags(_) | Self::TagsOf(_) => false,
        }
    }

    /// In how many of its parts a field is not absent.
    #[must_use]
    pub fn holders(&self, key: &FieldKey) -> usize {
        match self {
            Self::Image(_) | Self::Version(_) | Self::Aliases(_) | Self::Tags(_) => {
                usize::from(self.value(key).is_some())
            }
            Self::Images(all) => all.values().filter(|it| image::value(it, key).is_some()).count(),
            Self::TagsOf(all) => all.values().filter(|it| tags::value(it, key).is_some()).count(),
        }
    }

    /// Whether it is known what a field holds, or that it is absent.
    #[must_use]
    pub fn knows(&self, key: &FieldKey) -> bool {
        match self {
            Self::Aliases(it) => it.knows(key),
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Tags(_) | Self::TagsOf(_) => true,
        }
    }

    /// What is wrong with a value of a field, as far as only what was read can tell.
    #[must_use]
    pub fn problem(&self, value: &str) -> Option<Problem> {
        match self {
            Self::Aliases(it) => it.problem(value),
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Tags(_) | Self::TagsOf(_) => None,
        }
    }

    /// How many of its entries count against a limit of the service, if it has one.
    #[must_use]
    pub fn counted(&self) -> usize {
        match self {
            Self::Tags(it) => it.counted(),
            Self::TagsOf(all) => all.values().map(TagSet::counted).max().unwrap_or_default(),
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Aliases(_) => 0,
        }
    }
}
