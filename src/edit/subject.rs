//! What is edited.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::ImageName;

use super::Fields;
use super::kind::{aliases, image, tags, version};

/// What one form edits, and one step changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An image: its display name, description and role.
    Image(ImageName),
    /// Several images, by one form. Each step of what is sent is of one [`Subject::Image`].
    Images(BTreeSet<ImageName>),
    /// A version of an image, by its number: what is said of it.
    Version(ImageName, u32),
    /// The aliases of an image: which stands for which version.
    Aliases(ImageName),
    /// The tags of an image.
    Tags(ImageName),
    /// The tags of several images, by one form. Each step is of one [`Subject::Tags`].
    TagsOf(BTreeSet<ImageName>),
}

impl Subject {
    /// The most images that one form edits: each of them is read, checked, sent and read back by itself.
    pub const MOST_IMAGES: usize = 100;

    /// The subject for these images: of one, [`Subject::Image`]; of none, nothing.
    #[must_use]
    pub fn of_images(images: BTreeSet<ImageName>) -> Option<Self> {
        let first = images.first()?.clone();
        Some(if images.len() == 1 { Self::Image(first) } else { Self::Images(images) })
    }

    /// The subject for the tags of these images, likewise.
    #[must_use]
    pub fn of_tags(images: BTreeSet<ImageName>) -> Option<Self> {
        let first = images.first()?.clone();
        Some(if images.len() == 1 { Self::Tags(first) } else { Self::TagsOf(images) })
    }

    /// The subject of one form that edits all of these; nothing where no form can.
    #[must_use]
    pub fn of_all(subjects: impl IntoIterator<Item = Self>) -> Option<Self> {
        let subjects: BTreeSet<_> = subjects.into_iter().collect();
        let first = subjects.first()?.clone();
        if subjects.len() == 1 {
            return Some(first);
        }
        let (mut of_images, mut of_tags) = (BTreeSet::new(), BTreeSet::new());
        for subject in &subjects {
            match subject {
                Self::Image(name) => drop(of_images.insert(name.clone())),
                Self::Tags(name) => drop(of_tags.insert(name.clone())),
                Self::Images(_) | Self::Version(..) | Self::Aliases(_) | Self::TagsOf(_) => return None,
            }
        }
        match (of_images.is_empty(), of_tags.is_empty()) {
            (false, true) => Some(Self::Images(of_images)),
            (true, false) => Some(Self::TagsOf(of_tags)),
            (true, true) | (false, false) => None,
        }
    }

    /// The images that it is about.
    pub fn images(&self) -> impl Iterator<Item = &ImageName> + '_ {
        let (one, several) = match self {
            Self::Image(name) | Self::Version(name, _) | Self::Aliases(name) | Self::Tags(name) => {
                (Some(name), None)
            }
            Self::Images(names) | Self::TagsOf(names) => (None, Some(names)),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }

    /// Whether a change of it would touch that image.
    #[must_use]
    pub fn touches(&self, image: &ImageName) -> bool {
        match self {
            Self::Image(name) | Self::Version(name, _) | Self::Aliases(name) | Self::Tags(name) => {
                name == image
            }
            Self::Images(names) | Self::TagsOf(names) => names.contains(image),
        }
    }

    /// Whether one form edits several of its kind at once.
    #[must_use]
    pub fn is_several(&self) -> bool {
        match self {
            Self::Images(_) | Self::TagsOf(_) => true,
            Self::Image(_) | Self::Version(..) | Self::Aliases(_) | Self::Tags(_) => false,
        }
    }

    /// What is read to know it: each is one subject that the service can be asked for.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        match self {
            Self::Image(_) | Self::Version(..) | Self::Aliases(_) | Self::Tags(_) => vec![self.clone()],
            Self::Images(names) => names.iter().cloned().map(Self::Image).collect(),
            Self::TagsOf(names) => names.iter().cloned().map(Self::Tags).collect(),
        }
    }

    /// Its fields.
    #[must_use]
    pub fn fields(&self) -> Fields {
        match self {
            Self::Image(_) | Self::Images(_) => Fields::Table(image::FIELDS),
            Self::Version(..) => Fields::Table(version::FIELDS),
            Self::Aliases(_) => Fields::Entries(&aliases::ENTRIES),
            Self::Tags(_) | Self::TagsOf(_) => Fields::Entries(&tags::ENTRIES),
        }
    }

    /// What a person calls it in a sentence: `image`.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Image(_) => "image",
            Self::Images(_) => "images",
            Self::Version(..) => "version",
            Self::Aliases(_) => "aliases",
            Self::Tags(_) | Self::TagsOf(_) => "tags",
        }
    }

    /// Whether that is a word for several things: they *are*.
    #[must_use]
    pub fn is_plural(&self) -> bool {
        match self {
            Self::Image(_) | Self::Version(..) => false,
            Self::Images(_) | Self::Aliases(_) | Self::Tags(_) | Self::TagsOf(_) => true,
        }
    }

    /// How much of it these steps are, each given by its subject: of several so many of them, whatever it
    /// takes to change one; else so many requests.
    #[must_use]
    pub fn amount(&self, steps: impl IntoIterator<Item = Self>) -> usize {
        let steps = steps.into_iter();
        if self.is_several() { steps.collect::<BTreeSet<_>>().len() } else { steps.count() }
    }

    /// So many of what one step changes, counted: `1 image`, `3 images`, `the tags of 3 images`.
    #[must_use]
    pub fn counted(&self, count: usize) -> String {
        let images = if count == 1 { "1 image".to_owned() } else { format!("{count} images") };
        let steps = if count == 1 { "1 request".to_owned() } else { format!("{count} requests") };
        match self {
            Self::Image(_) | Self::Images(_) => images,
            Self::TagsOf(_) => format!("the tags of {images}"),
            Self::Version(..) | Self::Aliases(_) | Self::Tags(_) => steps,
        }
    }

    /// How much of it is changed: `2 of 5 images are changed`.
    #[must_use]
    pub fn changed_of(&self, changed: usize, all: usize) -> String {
        match self {
            Self::Image(_) | Self::Images(_) => format!("{changed} of {all} images changed"),
            Self::TagsOf(_) => format!("the tags of {changed} of {all} images changed"),
            Self::Version(..) | Self::Aliases(_) | Self::Tags(_) => {
                format!("{self}: {changed} of {all} requests done")
            }
        }
    }

    /// The form of a word that goes with it: `is` or `are`.
    #[must_use]
    pub fn agree(&self, one: &'static str, many: &'static str) -> &'static str {
        if self.is_plural() { many } else { one }
    }

    /// The beginning of a sentence about it: `The image is`, `The tags are`.
    #[must_use]
    pub fn the_noun_is(&self) -> String {
        format!("The {} {}", self.noun(), self.agree("is", "are"))
    }
}

impl From<ImageName> for Subject {
    fn from(name: ImageName) -> Self {
        Self::Image(name)
    }
}

impl fmt::Display for Subject {
    /// As `pytorch-2.4-gpu`, `3 images`, `version 7 of sklearn`, `aliases of sklearn`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Image(name) => name.fmt(f),
            Self::Images(names) => f.pad(&format!("{} images", names.len())),
            Self::Version(name, number) => f.pad(&format!("version {number} of {name}")),
            Self::Aliases(name) => f.pad(&format!("aliases of {name}")),
            Self::Tags(name) => f.pad(&format!("tags of {name}")),
            Self::TagsOf(names) => f.pad(&format!("tags of {} images", names.len())),
        }
    }
}
