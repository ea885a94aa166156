//! What is edited, and what was read of it, as version 2 has them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use crate::domain::{Image, ImageName};
use crate::edit::{Snapshot, Subject};

/// One image, or several.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectV2 {
    Image(ImageName),
    Images(BTreeSet<ImageName>),
}

/// What was read of one image, or of several.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SnapshotV2 {
    Image(ImageV1),
    Images(Vec<ImageV1>),
}

/// Why a subject of a later version is not written.
const LATER: &str = "version 2 knows images only";

impl TryFrom<Subject> for SubjectV2 {
    type Error = &'static str;

    fn try_from(subject: Subject) -> Result<Self, &'static str> {
        match subject {
            Subject::Image(name) => Ok(Self::Image(name)),
            Subject::Images(names) => Ok(Self::Images(names)),
            Subject::Version(..) | Subject::Aliases(_) | Subject::Tags(_) | Subject::TagsOf(_) => Err(LATER),
        }
    }
}

impl From<SubjectV2> for Subject {
    fn from(subject: SubjectV2) -> Self {
        match subject {
            SubjectV2::Image(name) => Self::Image(name),
            SubjectV2::Images(names) => Self::Images(names),
        }
    }
}

impl TryFrom<Snapshot> for SnapshotV2 {
    type Error = &'static str;

    fn try_from(snapshot: Snapshot) -> Result<Self, &'static str> {
        match snapshot {
            Snapshot::Image(image) => Ok(Self::Image(image.into())),
            Snapshot::Images(images) => Ok(Self::Images(images.into_values().map(ImageV1::from).collect())),
            Snapshot::Version(_) | Snapshot::Aliases(_) | Snapshot::Tags(_) | Snapshot::TagsOf(_) => {
                Err(LATER)
            }
        }
    }
}

impl From<SnapshotV2> for Snapshot {
    fn from(snapshot: SnapshotV2) -> Self {
        match snapshot {
            SnapshotV2::Image(image) => Self::Image(image.into()),
            SnapshotV2::Images(images) => {
                let named = |image: Image| (image.name.clone(), image);
                Self::Images(images.into_iter().map(Image::from).map(named).collect())
            }
        }
    }
}
