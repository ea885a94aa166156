//! An image, as it stands in drafts and in the journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{Image, ImageName, ImageStatus, RoleArn, Text, whole_microseconds};

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
            // Earlier versions kept what the SDK had read as a float.
            created: image.created.map(whole_microseconds),
            modified: image.modified.map(whole_microseconds),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_was_kept_as_it_was_read_as_a_float_is_what_was_sent() {
        let modified = |nanos| Timestamp::new(1_774_443_906, nanos).ok();
        let kept = Image { modified: modified(872_999_906), ..Image::named(ImageName::received("a")) };
        let text = serde_json::to_string(&ImageV1::from(kept)).unwrap();
        let read: Image = serde_json::from_str::<ImageV1>(&text).unwrap().into();
        assert_eq!(read.modified, modified(873_000_000));
    }
}
