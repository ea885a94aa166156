//! What is edited, as version 3 has it: any kind.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::ImageName;
use crate::edit::Subject;

/// What is edited, of any kind.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectV3 {
    Image(ImageName),
    Images(BTreeSet<ImageName>),
    Version { image: ImageName, number: u32 },
    Aliases(ImageName),
    Tags(ImageName),
    TagsOf(BTreeSet<ImageName>),
}

impl From<Subject> for SubjectV3 {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Image(name) => Self::Image(name),
            Subject::Images(names) => Self::Images(names),
            Subject::Version(image, number) => Self::Version { image, number },
            Subject::Aliases(name) => Self::Aliases(name),
            Subject::Tags(name) => Self::Tags(name),
            Subject::TagsOf(names) => Self::TagsOf(names),
        }
    }
}

impl From<SubjectV3> for Subject {
    fn from(subject: SubjectV3) -> Self {
        match subject {
            SubjectV3::Image(name) => Self::Image(name),
            SubjectV3::Images(names) => Self::Images(names),
            SubjectV3::Version { image, number } => Self::Version(image, number),
            SubjectV3::Aliases(name) => Self::Aliases(name),
            SubjectV3::Tags(name) => Self::Tags(name),
            SubjectV3::TagsOf(names) => Self::TagsOf(names),
        }
    }
}
