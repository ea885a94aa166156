//! What was read of a subject, as version 3 has it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::alias_map::AliasMapV3;
use super::image::ImageV1;
use super::image_version::ImageVersionV3;
use super::tag_set::TagSetV3;
use crate::domain::{Image, ImageName, ImageVersion, TagSet};
use crate::edit::{Snapshot, Subject};

/// What was read of a subject of any kind.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SnapshotV3 {
    Image(ImageV1),
    Images(Vec<ImageV1>),
    Version(ImageVersionV3),
    Aliases(AliasMapV3),
    Tags(TagSetV3),
    TagsOf(Vec<TagSetV3>),
}

impl From<Snapshot> for SnapshotV3 {
    fn from(snapshot: Snapshot) -> Self {
        match snapshot {
            Snapshot::Image(it) => Self::Image(it.into()),
            Snapshot::Images(all) => Self::Images(all.into_values().map(ImageV1::from).collect()),
            Snapshot::Version(it) => Self::Version((*it).into()),
            Snapshot::Aliases(it) => Self::Aliases(it.map().clone().into()),
            Snapshot::Tags(it) => Self::Tags(it.into()),
            Snapshot::TagsOf(all) => Self::TagsOf(all.into_values().map(TagSetV3::from).collect()),
        }
    }
}

impl TryFrom<SnapshotV3> for Snapshot {
    type Error = &'static str;

    fn try_from(snapshot: SnapshotV3) -> Result<Self, &'static str> {
        Ok(match snapshot {
            SnapshotV3::Image(it) => Self::Image(it.into()),
            SnapshotV3::Images(all) => {
                Self::Images(by_name(all.into_iter().map(Image::from), |it| it.name.clone())?)
            }
            SnapshotV3::Version(it) => ImageVersion::from(it).into(),
            SnapshotV3::Aliases(it) => crate::domain::AliasMap::from(it).into(),
            SnapshotV3::Tags(it) => Self::Tags(it.into()),
            SnapshotV3::TagsOf(all) => {
                Self::TagsOf(by_name(all.into_iter().map(TagSet::from), |it| it.image.clone())?)
            }
        })
    }
}

/// All of them by the name of their image; refuses two of one.
fn by_name<T>(
    all: impl ExactSizeIterator<Item = T>,
    name: impl Fn(&T) -> ImageName,
) -> Result<BTreeMap<ImageName, T>, &'static str> {
    let count = all.len();
    let by_name: BTreeMap<_, _> = all.map(|it| (name(&it), it)).collect();
    if by_name.len() == count { Ok(by_name) } else { Err("what was read of an image stands there twice") }
}

/// Whether `snapshot` was read of `subject`: of several, at least of none but those.
pub fn is_of(snapshot: &Snapshot, subject: &Subject) -> bool {
    match (snapshot, subject) {
        (Snapshot::Images(all), Subject::Images(names)) => all.keys().all(|it| names.contains(it)),
        (Snapshot::TagsOf(all), Subject::TagsOf(names)) => all.keys().all(|it| names.contains(it)),
        (snapshot, subject) => snapshot.subject() == *subject,
    }
}
