//! What is edited.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::ImageName;

use super::Field;

/// What one form edits, and one step changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An image: its display name, description and role.
    Image(ImageName),
    /// Several images, by one form. Each step of what is sent is of one [`Subject::Image`].
    Images(BTreeSet<ImageName>),
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

    /// The images that it is about.
    pub fn images(&self) -> impl Iterator<Item = &ImageName> + '_ {
        let (one, several) = match self {
            Self::Image(name) => (Some(name), None),
            Self::Images(names) => (None, Some(names)),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }

    /// Whether a change of it would touch that image.
    #[must_use]
    pub fn touches(&self, image: &ImageName) -> bool {
        match self {
            Self::Image(name) => name == image,
            Self::Images(names) => names.contains(image),
        }
    }

    /// What is read to know it: each is one subject that the service can be asked for.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        match self {
            Self::Image(_) => vec![self.clone()],
            Self::Images(names) => names.iter().cloned().map(Self::Image).collect(),
        }
    }

    /// The table of its fields, in the order of the form.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Self::Image(_) | Self::Images(_) => super::kind::image::FIELDS,
        }
    }

    /// What a person calls it in a sentence: `image`.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Image(_) => "image",
            Self::Images(_) => "images",
        }
    }
}

impl From<ImageName> for Subject {
    fn from(name: ImageName) -> Self {
        Self::Image(name)
    }
}

impl fmt::Display for Subject {
    /// As `pytorch-2.4-gpu`, or `3 images`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Image(name) => name.fmt(f),
            Self::Images(names) => f.pad(&format!("{} images", names.len())),
        }
    }
}
