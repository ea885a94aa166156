//! What was read of a subject.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::{AliasMap, Image, ImageName, ImageStatus, ImageVersion, TagSet, Text};

use super::kind::aliases::Aliases;
use super::kind::{image, images, tags, version};
use super::{Field, FieldKey, Fields, Subject};

/// What was read of a subject. Of several, each was read at a moment of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snapshot {
    /// Of an image: what DescribeImage said.
    Image(Image),
    /// Of several.
    Images(BTreeMap<ImageName, Image>),
    /// Of a version: what DescribeImageVersion said.
    Version(Box<ImageVersion>),
    /// Of the aliases of an image.
    Aliases(Aliases),
    /// Of the tags of an image.
    Tags(TagSet),
    /// Of the tags of several.
    TagsOf(BTreeMap<ImageName, TagSet>),
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
            Self::Version(it) => Subject::Version(it.image.clone(), it.number),
            Self::Aliases(it) => Subject::Aliases(it.map().image.clone()),
            Self::Tags(it) => Subject::Tags(it.image.clone()),
            Self::TagsOf(all) => Subject::TagsOf(all.keys().cloned().collect()),
        }
    }

    /// The keys of its fields, in the order of the form: of entries those that it has, and that can be
    /// edited.
    #[must_use]
    pub fn keys(&self) -> Vec<FieldKey> {
        let of_table = |fields: &'static [Field]| fields.iter().map(|field| field.key.clone()).collect();
        match self {
            Self::Image(_) | Self::Images(_) => of_table(image::FIELDS),
            Self::Version(_) => of_table(version::FIELDS),
            Self::Aliases(it) => it.map().holders.keys().map(|name| FieldKey::entry(name.as_str())).collect(),
            Self::Tags(it) => tags::keys(it).collect(),
            Self::TagsOf(all) => tags::keys_of_all(all).into_iter().collect(),
        }
    }

    /// Its fields, in the order of the form.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let fields = self.table();
        self.keys().iter().filter_map(|key| fields.field(key)).collect()
    }

    /// The field of that key; nothing where it has none, or none that can be edited.
    #[must_use]
    pub fn field(&self, key: &FieldKey) -> Option<Field> {
        if self.is_locked(key) { None } else { self.table().field(key) }
    }

    /// Whether what that key stands for can't be edited.
    fn is_locked(&self, key: &FieldKey) -> bool {
        let is_locked = |all: &TagSet| key.entry_name().is_some_and(|name| all.is_locked(name));
        match self {
            Self::Image(_) | Self::Images(_) | Self::Version(_) | Self::Aliases(_) => false,
            Self::Tags(it) => is_locked(it),
            Self::TagsOf(all) => all.values().any(is_locked),
        }
    }

    /// What its kind can have.
    fn table(&self) -> Fields {
        match self {
            Self::Image(_) | Self::Images(_) => Fields::Table(image::FIELDS),
            Self::Version(_) => Fields::Table(version::FIELDS),
            Self::Aliases(_) => Fields::Entries(&super::kind::aliases::ENTRIES),
            Self::Tags(_) | Self::TagsOf(_) => Fields::Entries(&tags::ENTRIES),
        }
    }

    /// What a field holds. Where it differs between several, and where it is absent, nothing.
    #[must_use]
    pub fn value(&self, key: &FieldKey) -> Option<&str> {
        match self {
            Self::Image(it) => image::value(it, key),
            Self::Images(all) => images::value(all, key),
            Self::Version(it) => version::value(it, key),
            Self::Aliases(it) => it.value(key),
            Self::Tags(it) => tags::value(it, key),
            Self::TagsOf(all) => tags::shared(all, key),
        }
    }

    /// Whether a field has different values in what this is of, being absent counted as one.
    #[must_use]
    pub fn differs(&self, key: &FieldKey) -> bool {
        match self {
            Self::Image(_) | Self::Version(_) | Self::Aliases(_) | Self::Tags(_) => false,
            Self::Images(all) => is_mixed(all.values().map(|it| image::value(it, key))),
            Self::TagsOf(all) => is_mixed(all.values().map(|it| tags::value(it, key))),
        }
    }

    /// How many different values a field has.
    #[must_use]
    pub fn variety(&self, key: &FieldKey) -> Variety {
        let values: BTreeSet<_> = match self {
            Self::Image(_) | Self::Version(_) | Self::Aliases(_) | Self::Tags(_) => return Variety::Same,
            Self::Images(all) => all.values().map(|it| image::value(it, key)).collect(),
            Self::TagsOf(all) => all.values().map(|it| tags::value(it, key)).collect(),
        };
        if values.len() > 1 { Variety::Differs(values.len()) } else { Variety::Same }
    }

    /// Sets a field to `value`, or makes it absent; of several, in each of them.
    pub fn set(&mut self, key: &FieldKey, value: Option<&str>) {
        match self {
            Self::Image(it) => image::set(it, key, value),
            Self::Images(all) => all.values_mut().for_each(|it| image::set(it, key, value)),
            Self::Version(it) => version::set(it, key, value),
            Self::Aliases(it) => it.set(key, value),
            Self::Tags(it) => tags::set(it, key, value),
            Self::TagsOf(all) => all.values_mut().for_each(|it| tags::set(it, key, value)),
        }
    }

    /// This, taken apart: a snapshot for each subject that a step can change.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        match self {
            Self::Image(_) | Self::Version(_) | Self::Aliases(_) | Self::Tags(_) => vec![self.clone()],
            Self::Images(all) => all.values().cloned().map(Self::Image).collect(),
            Self::TagsOf(all) => all.values().cloned().map(Self::Tags).collect(),
        }
    }

    /// What was read of several, put together: the opposite of [`Self::parts`]. Parts that are not of
    /// `subject` are passed over; nothing if it is no subject of several.
    #[must_use]
    pub fn of_parts(subject: &Subject, parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut of_images, mut of_tags) = (BTreeMap::new(), BTreeMap::new());
        for part in parts {
            match part {
                Self::Image(it) => drop(of_images.insert(it.name.clone(), it)),
                Self::Tags(it) => drop(of_tags.insert(it.image.clone(), it)),
                Self::Images(_) | Self::Version(_) | Self::Aliases(_) | Self::TagsOf(_) => {}
            }
        }
        match subject {
            Subject::Images(_) => Some(Self::Images(of_images)),
            Subject::TagsOf(_) => Some(Self::TagsOf(of_tags)),
            Subject::Image(_) | Subject::Version(..) | Subject::Aliases(_) | Subject::Tags(_) => None,
        }
    }

    /// This with one part of it as it is now; of what has no parts, that part.
    #[must_use]
    pub fn with_part(&self, now: Self) -> Self {
        let subject = self.subject();
        let all = self.parts().into_iter().filter(|part| part.subject() != now.subject());
        Self::of_parts(&subject, all.chain([now.clone()])).unwrap_or(now)
    }

    /// The ARN of it, or of the image that it is of; of several, of the first.
    #[must_use]
    pub fn identity(&self) -> Option<&Text> {
        match self {
            Self::Image(it) => it.arn.as_ref(),
            Self::Images(all) => all.values().find_map(|it| it.arn.as_ref()),
            Self::Version(it) => it.arn.as_ref(),
            Self::Aliases(it) => it.map().image_arn.as_ref(),
            Self::Tags(it) => Some(&it.arn),
            Self::TagsOf(all) => all.values().map(|it| &it.arn).next(),
        }
    }

    /// The word of the service for a change that is under way, which keeps another from beginning.
    #[must_use]
    pub fn changing(&self) -> Option<&ImageStatus> {
        let under_way = |status: Option<&'_ ImageStatus>| status.is_some_and(ImageStatus::is_changing);
        match self {
            Self::Image(it) => it.status.as_ref().filter(|it| under_way(Some(it))),
            Self::Images(all) => {
                all.values().find_map(|it| it.status.as_ref().filter(|it| under_way(Some(it))))
            }
            Self::Version(it) => it.status.as_ref().filter(|it| under_way(Some(it))),
            Self::Aliases(_) | Self::Tags(_) | Self::TagsOf(_) => None,
        }
    }

    /// When it was last modified, where the service tells that.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        match self {
            Self::Image(it) => it.modified,
            Self::Images(all) => all.values().filter_map(|it| it.modified).max(),
            Self::Version(it) => it.modified,
            Self::Aliases(_) | Self::Tags(_) | Self::TagsOf(_) => None,
        }
    }
}

/// Whether not all of them are the same.
fn is_mixed<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    values.next().is_some_and(|first| values.any(|value| value != first))
}

impl From<Image> for Snapshot {
    fn from(image: Image) -> Self {
        Self::Image(image)
    }
}

impl From<ImageVersion> for Snapshot {
    fn from(version: ImageVersion) -> Self {
        Self::Version(Box::new(version))
    }
}

impl From<AliasMap> for Snapshot {
    fn from(map: AliasMap) -> Self {
        Self::Aliases(map.into())
    }
}

impl From<TagSet> for Snapshot {
    fn from(tags: TagSet) -> Self {
        Self::Tags(tags)
    }
}
