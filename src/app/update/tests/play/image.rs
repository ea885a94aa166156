//! An image, and what there is in one.

use jiff::Timestamp;

use crate::domain::{Image, ImageName, ImageStatus, RoleArn};

pub const ROLE: &str = "arn:aws:iam::123456789012:role/SageMakerImages";

pub fn name(text: &str) -> ImageName {
    ImageName::parse(text).unwrap()
}

pub fn second(at: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + at).unwrap()
}

/// An image with all of its fields, last modified at second 0.
pub fn image(text: &str) -> Image {
    Image {
        name: name(text),
        arn: Some(format!("arn:aws:sagemaker:us-east-1:123456789012:image/{text}").as_str().into()),
        display_name: Some(format!("{text} shown").as_str().into()),
        description: Some("An image for the vision team".into()),
        role: Some(RoleArn::received(ROLE)),
        status: Some(ImageStatus::Created),
        failure_reason: None,
        created: Some(second(-86_400)),
        modified: Some(second(0)),
    }
}
