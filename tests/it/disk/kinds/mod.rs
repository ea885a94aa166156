//! Drafts of versions, aliases and tags: all holds for them that holds for those of images.

mod kept;
mod spoilt;

use sagescope::domain::{AliasMap, ImageStatus, ImageVersion, TagSet};
use sagescope::edit::kind::version::{RELEASE_NOTES, VENDOR_GUIDANCE};
use sagescope::edit::{AliasMoves, FieldKey, Half};

use super::*;

fn arn(image: &str) -> Text {
    Text::clean(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}"))
}

/// A version of which everything is known.
pub fn version(image: &str, number: u32) -> ImageVersion {
    let registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com/geo";
    ImageVersion {
        arn: Some(Text::clean(&format!(
            "{}/{number}",
            arn(image).as_str().replace(":image/", ":image-version/")
        ))),
        image_arn: Some(arn(image)),
        status: Some(ImageStatus::Created),
        failure_reason: Some("It could not be pulled.".into()),
        base_image: Some(Text::clean(&format!("{registry}:1.{number}"))),
        container_image: Some(Text::clean(&format!("{registry}@sha256:{}", "9f86d081".repeat(8)))),
        vendor_guidance: Some("STABLE".into()),
        job_type: Some("TRAINING".into()),
        ml_framework: Some("PyTorch 2.4".into()),
        programming_lang: Some("Python 3.11".into()),
        processor: Some("GPU".into()),
        horovod: Some(false),
        release_notes: Some("GDAL \"3.9\" – größer".into()),
        created: Some(moment(-900)),
        modified: Some(moment(-600)),
        ..ImageVersion::numbered(name(image), number)
    }
}

/// Aliases that were asked for one by one.
pub fn aliases(image: &str) -> AliasMap {
    AliasMap {
        image_arn: Some(arn(image)),
        holders: [("latest".into(), 6), ("old".into(), 2)].into(),
        asked: Some(["latest".into(), "old".into(), "stable".into()].into()),
        versions: [2, 6, 7].into(),
        ..AliasMap::none(name(image))
    }
}

/// Tags, some of AWS, one with an empty value, one that is not shown as it is.
pub fn tags(image: &str) -> TagSet {
    let pairs = [
        ("aws:cloudformation:stack-name", "geo"),
        ("team", "vision"),
        ("empty", ""),
        ("Größe", "XL +1"),
        ("odd\u{fffd}", "x"),
    ];
    TagSet {
        tags: pairs.map(|(key, value)| (key.into(), value.into())).into(),
        unclean: ["odd\u{fffd}".into()].into(),
        ..TagSet::none(name(image), arn(image))
    }
}

/// A draft that began from this, kept `second` seconds into some minute, in which nothing was typed yet.
pub fn draft_from(base: impl Into<Snapshot>, second: i64) -> Draft {
    let base = base.into();
    let mut draft = Draft { subject: base.subject(), base: Some(base), ..draft("", second, "") };
    draft.wanted = Wanted::default();
    draft
}

pub fn draft_of_version(number: u32, second: i64, text: &str) -> Draft {
    let mut draft = draft_from(version("geospatial", number), second);
    draft.wanted.typed = [(RELEASE_NOTES, text.to_owned()), (VENDOR_GUIDANCE, "ARCHIVED".into())].into();
    draft
}

pub fn draft_of_aliases(second: i64, text: &str) -> Draft {
    let mut draft = draft_from(aliases("geospatial"), second);
    let (name, value) = (FieldKey::added(1, Half::Name), FieldKey::added(1, Half::Value));
    draft.wanted.typed =
        [(FieldKey::entry("latest"), "7".into()), (name, text.into()), (value, "7".into())].into();
    draft.wanted.removed = [FieldKey::entry("old")].into();
    draft.wanted.moves = AliasMoves::InTwo;
    draft
}

pub fn draft_of_tags(second: i64, text: &str) -> Draft {
    let mut draft = draft_from(tags("geospatial"), second);
    let (name, value) = (FieldKey::added(1, Half::Name), FieldKey::added(1, Half::Value));
    draft.wanted.typed =
        [(FieldKey::entry("team"), String::new()), (name, "cost".into()), (value, text.into())].into();
    draft.wanted.removed = [FieldKey::entry("Größe")].into();
    draft
}

pub fn draft_of_tags_of(images: &[&str], second: i64, text: &str) -> Draft {
    let base = Snapshot::TagsOf(images.iter().map(|it| (name(it), tags(it))).collect());
    let mut draft = draft_from(base, second);
    draft.wanted.typed = [(FieldKey::entry("team"), text.into())].into();
    draft.wanted.removed = [FieldKey::entry("empty")].into();
    let preset = [(FieldKey::entry("was"), Some("here".to_owned())), (FieldKey::entry("gone"), None)];
    draft.wanted.presets = [(Subject::Tags(name(images[0])), preset.into())].into();
    draft
}

/// A draft of each kind that came after the images.
fn one_of_each(second: i64, text: &str) -> [Draft; 4] {
    [
        draft_of_version(7, second, text),
        draft_of_aliases(second, text),
        draft_of_tags(second, text),
        draft_of_tags_of(&["geospatial", "jupyter"], second, text),
    ]
}

fn sorted(drafts: impl IntoIterator<Item = Draft>) -> Vec<Draft> {
    let mut drafts: Vec<_> = drafts.into_iter().collect();
    drafts.sort_by(|a, b| a.subject.cmp(&b.subject));
    drafts
}

/// What the file of a subject is called, up to the session.
fn files(home: &Home) -> Vec<String> {
    let files = below(&home.drafts());
    files.iter().map(|file| file.split_once('~').unwrap().0.to_owned()).collect()
}
