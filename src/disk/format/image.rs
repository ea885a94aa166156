//! An image, as it stands in drafts and in the journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{Image, ImageName, ImageStatus, RoleArn, Text};

/// As version 1 has it.
#[derive(Serialize, Deserialize)]
pub struct ImageV1 {
    name: ImageName,
    arn: Option<Text>,
    display_name: Option<Text>,
    description: Option<Text>,
    role: Option<RoleArn>,
    status: Option<ImageStatus>,
    failure_reason: Option<Text>,
    created: Option<Timestamp>,
    modified: Option<Timestamp>,
}

impl From<Image> for ImageV1 {
    fn from(image: Image) -> Self {
        let Image { name, arn, display_name, description, role, status, failure_reason, created, modified } =
            image;
        Self { name, arn, display_name, description, role, status, failure_reason, created, modified }
    }
}

impl From<ImageV1> for Image {
    fn from(image: ImageV1) -> Self {
        Self {
            name: image.name,
            arn: image.arn,
            display_name: image.display_name,
            description: image.description,
            role: image.role,
            status: image.status,
            failure_reason: image.failure_reason,
            created: image.created,
            modified: image.modified,
        }
    }
}
