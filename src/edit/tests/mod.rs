//! An edit as plain data, as tables.

mod calls;
mod judging;
mod kinds;
mod several;
mod wanting;

use jiff::Timestamp;

use crate::domain::{Image, ImageName, ImageStatus, RoleArn};

use super::kind::image::{DESCRIPTION, DISPLAY_NAME, ROLE};
use super::{Change, Changes, FieldKey, Snapshot};

/// A role that an image can have.
pub const OF_TEAM: &str = "arn:aws:iam::123456789012:role/SageMakerImages";

/// Another one.
const OF_OTHERS: &str = "arn:aws:iam::123456789012:role/Others";

/// So many seconds after the edits began.
pub fn second(at: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + at).unwrap()
}

/// An image with all of its fields, last modified at second 0.
pub fn image(name: &str) -> Image {
    Image {
        arn: Some(format!("arn:aws:sagemaker:us-east-1:123456789012:image/{name}").as_str().into()),
        display_name: Some(format!("{name} shown").as_str().into()),
        description: Some("An image for the vision team".into()),
        role: Some(RoleArn::received(OF_TEAM)),
        status: Some(ImageStatus::Created),
        modified: Some(second(0)),
        ..Image::named(ImageName::parse(name).unwrap())
    }
}

/// Several images, read at once.
pub fn several(images: impl IntoIterator<Item = Image>) -> Snapshot {
    Snapshot::Images(images.into_iter().map(|image| (image.name.clone(), image)).collect())
}

/// `a`, with all of its fields; `b`, with another display name; `c`, with neither display name nor
/// description.
fn three() -> Snapshot {
    several([image("a"), image("b"), Image { display_name: None, description: None, ..image("c") }])
}

/// What is to happen to fields, in words: `display-name=Mine, description cleared`.
fn words(changes: &Changes) -> String {
    let one = |(key, change): (&FieldKey, &Change<String>)| match change {
        Change::Keep => format!("{} kept", key.as_str()),
        Change::Set(value) => format!("{}={value}", key.as_str()),
        Change::Clear => format!("{} cleared", key.as_str()),
    };
    changes.all().map(one).collect::<Vec<_>>().join(", ")
}

/// A field, by its name on disk.
fn key(called: &str) -> FieldKey {
    match called {
        "display-name" => DISPLAY_NAME,
        "description" => DESCRIPTION,
        "role" => ROLE,
        // As a later version may have it.
        _ => FieldKey::named("colour"),
    }
}
