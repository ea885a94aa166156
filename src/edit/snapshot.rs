//! What was read of a subject.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::{Image, ImageName, ImageStatus, Text};

use super::kind::{image, images};
use super::{Change, Changes, Difference, Field, FieldKey, Subject};

/// What was read of a subject. Of several, each was read at a moment of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snapshot {
    /// Of an image: what DescribeImage said.
    Image(Image),
    /// Of several.
    Images(BTreeMap<ImageName, Image>),
}

/// How many different values a field has in what a snapshot is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variety {
    /// One, or it is absent everywhere.
    Same,
    /// So many, being absent counted as one.
    Differs(usize),
}

impl Snapshot {
    /// Of what it is.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Image(image) => Subject::Image(image.name.clone()),
            Self::Images(images) => Subject::Images(images.keys().cloned().collect()),
        }
    }

    /// The table of its fields, in the order of the form.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Self::Image(_) | Self::Images(_) => image::FIELDS,
        }
    }

    /// What a field holds. Where it differs between several, and where it is absent, nothing.
    #[must_use]
    pub fn value(&self, key: &FieldKey) -> Option<&str> {
        match self {
            Self::Image(it) => image::value(it, key),
            Self::Images(all) => images::value(all, key),
        }
    }

    /// How many different values a field has.
    #[must_use]
    pub fn variety(&self, key: &FieldKey) -> Variety {
        match self {
            Self::Image(_) => Variety::Same,
            Self::Images(all) => {
                let values: BTreeSet<_> = all.values().map(|it| image::value(it, key)).collect();
                if values.len() > 1 { Variety::Differs(values.len()) } else { Variety::Same }
            }
        }
    }

    /// Sets a field to `value`, or makes it absent; of several, in each of them.
    pub fn set(&mut self, key: &FieldKey, value: Option<&str>) {
        match self {
            Self::Image(it) => image::set(it, key, value),
            Self::Images(all) => all.values_mut().for_each(|it| image::set(it, key, value)),
        }
    }

    /// This, taken apart: a snapshot for each subject that a step can change.
    pub fn parts(&self) -> Vec<Self> {
        match self {
            Self::Image(_) => vec![self.clone()],
            Self::Images(all) => all.values().cloned().map(Self::Image).collect(),
        }
    }

    /// The ARN of `self`, just read, if that is not the ARN of `base`: then it only has the same name, and
    /// is in another account or region. Nothing where one of the two ARNs is not known.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        match (self, base) {
            (Self::Image(now), Self::Image(before)) => now.another_than(before),
            (Self::Images(now), Self::Images(before)) => {
                now.iter().find_map(|(name, it)| it.another_than(before.get(name)?))
            }
            (Self::Image(_), Self::Images(_)) | (Self::Images(_), Self::Image(_)) => None,
        }
    }

    /// The ARN of it, or of the first of several.
    #[must_use]
    pub fn identity(&self) -> Option<&Text> {
        match self {
            Self::Image(it) => it.arn.as_ref(),
            Self::Images(all) => all.values().find_map(|it| it.arn.as_ref()),
        }
    }

    /// The word of the service for a change that is under way, which keeps another from beginning.
    #[must_use]
    pub fn changing(&self) -> Option<&ImageStatus> {
        match self {
            Self::Image(it) => it.status.as_ref().filter(|status| status.is_changing()),
            Self::Images(all) => {
                all.values().find_map(|it| it.status.as_ref().filter(|status| status.is_changing()))
            }
        }
    }

    /// When it was last modified, where the service tells that.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        match self {
            Self::Image(it) => it.modified,
            Self::Images(all) => all.values().filter_map(|it| it.modified).max(),
        }
    }

    /// The fields that hold something else in `now`: `before` is what this holds.
    #[must_use]
    pub fn differences(&self, now: &Self) -> Vec<Difference> {
        match (self, now) {
            (Self::Images(before), Self::Images(now)) => images::differences(before, now),
            (before, now) => now.missing(|key| before.value(key)),
        }
    }

    /// The fields that do not hold what `expected` gives for them: `before` is what it gives.
    pub fn missing<'a>(&self, expected: impl Fn(&FieldKey) -> Option<&'a str>) -> Vec<Difference> {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let describe = |field: &Field| Difference {
            image: None,
            key: field.key.clone(),
            label: field.label,
            before: owned(expected(&field.key)),
            now: owned(self.value(&field.key)),
        };
        self.fields().iter().map(describe).filter(|it| it.before != it.now).collect()
    }

    /// This, as it should be after these changes, if nobody else writes.
    #[must_use]
    pub fn after(&self, changes: &Changes) -> Self {
        let mut after = self.clone();
        for (key, change) in changes.all() {
            let value = match change {
                Change::Keep => continue,
                Change::Set(value) => Some(value.as_str()),
                Change::Clear => None,
            };
            after.set(key, value);
        }
        after
    }

    /// The changes that lead from this to `after`; both are of the same kind.
    #[must_use]
    pub fn changes_to(&self, after: &Self) -> Changes {
        let mut changes = Changes::default();
        for field in self.fields() {
            let value = after.value(&field.key);
            if self.value(&field.key) != value {
                changes.set(field.key.clone(), Change::to(value));
            }
        }
        changes
    }

    /// Whether anything was modified between `self` and `now`: a field differs, or the time of the last
    /// change does.
    #[must_use]
    pub fn is_older_than(&self, now: &Self) -> bool {
        let is_modified = match (self, now) {
            (Self::Images(before), Self::Images(now)) => {
                before.iter().any(|(name, it)| now.get(name).is_some_and(|now| now.modified != it.modified))
            }
            (before, now) => before.modified() != now.modified(),
        };
        is_modified || !self.differences(now).is_empty()
    }
}

impl From<Image> for Snapshot {
    fn from(image: Image) -> Self {
        Self::Image(image)
    }
}
