//! An edit as plain data, as tables.

mod calls;
mod comparing;
mod fields;
mod journal;
mod judging;
mod kinds;
mod plans;
mod several;
mod snapshots;
mod subjects;
mod versions;
mod wanting;

use jiff::Timestamp;

use crate::domain::{AliasMap, Image, ImageName, ImageStatus, ImageVersion, RoleArn, TagSet, Text};

use super::kind::image::{DESCRIPTION, DISPLAY_NAME, ROLE};
use super::{AliasMoves, Change, Changes, FieldKey, Snapshot, Wanted};

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

fn name() -> ImageName {
    ImageName::parse("a").unwrap()
}

fn version() -> ImageVersion {
    ImageVersion {
        status: Some(ImageStatus::Created),
        job_type: Some("TRAINING".into()),
        ml_framework: Some("PyTorch 2.4".into()),
        modified: Some(second(0)),
        ..ImageVersion::numbered(name(), 7)
    }
}

/// The aliases of an image that has the versions 1 to 9, all of them listed.
fn aliases(held: &[(&str, u32)]) -> Snapshot {
    alias_map(held).into()
}

fn alias_map(held: &[(&str, u32)]) -> AliasMap {
    let holders = held.iter().map(|(alias, number)| (Text::clean(alias), *number)).collect();
    AliasMap { holders, versions: (1..=9).collect(), ..AliasMap::none(name()) }
}

/// The same where nobody may list them, and these were asked for.
fn asked_aliases(held: &[(&str, u32)], asked: &[&str]) -> Snapshot {
    let asked = Some(asked.iter().map(|alias| Text::clean(alias)).collect());
    AliasMap { asked, ..alias_map(held) }.into()
}

fn tags(held: &[(&str, &str)]) -> TagSet {
    let tags = held.iter().map(|(key, value)| (Text::clean(key), Text::clean(value))).collect();
    TagSet { tags, ..TagSet::none(name(), "arn:aws:sagemaker:us-east-1:123456789012:image/a".into()) }
}

/// An image, and each key with its value.
type Tagged<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// The tags of several images.
fn tags_of(all: &[Tagged]) -> Snapshot {
    let of = |(image, held): &Tagged| {
        let image = ImageName::parse(image).unwrap();
        (image.clone(), TagSet { image, ..tags(held) })
    };
    Snapshot::TagsOf(all.iter().map(of).collect())
}

/// The entries that get a value, and those that are to be taken away.
fn entries(typed: &[(&str, &str)], removed: &[&str], moves: AliasMoves) -> Wanted {
    Wanted {
        typed: typed.iter().map(|(entry, text)| (FieldKey::entry(entry), (*text).to_owned())).collect(),
        removed: removed.iter().map(|entry| FieldKey::entry(entry)).collect(),
        moves,
        ..Wanted::default()
    }
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
