//! A version of an image: what UpdateImageVersion can set, and what DescribeImageVersion says of one.
//! Nothing that is set can be unset again.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::domain::{ImageName, ImageVersion, Text};
use crate::edit::command::{Argument, Given};
use crate::edit::{
    Change, Changes, Clearing, Difference, Evidence, Field, FieldKey, NO, Outcome, Problem, Shape, YES,
};

/// `VendorGuidance`: whether the maker still stands by it.
pub const VENDOR_GUIDANCE: FieldKey = FieldKey::named("vendor-guidance");
/// `JobType`: what it is meant for.
pub const JOB_TYPE: FieldKey = FieldKey::named("job-type");
/// `MLFramework`: 1 to 128 characters, a name and a version.
pub const ML_FRAMEWORK: FieldKey = FieldKey::named("ml-framework");
/// `ProgrammingLang`: likewise.
pub const PROGRAMMING_LANG: FieldKey = FieldKey::named("programming-lang");
/// `Processor`: CPU or GPU.
pub const PROCESSOR: FieldKey = FieldKey::named("processor");
/// `Horovod`: yes or no.
pub const HOROVOD: FieldKey = FieldKey::named("horovod");
/// `ReleaseNotes`: 1 to 255 characters.
pub const RELEASE_NOTES: FieldKey = FieldKey::named("release-notes");

const SET_ONLY: Clearing = Clearing::Never("can be set and changed, but not unset");

/// The fields that UpdateImageVersion can set, in the order of the form (`API_UpdateImageVersion`).
pub static FIELDS: &[Field] = &[
    Field {
        key: VENDOR_GUIDANCE,
        label: Cow::Borrowed("Vendor guidance"),
        member: "VendorGuidance",
        option: "--vendor-guidance",
        shape: Shape::Choice(&["NOT_PROVIDED", "STABLE", "TO_BE_ARCHIVED", "ARCHIVED"]),
        clearing: SET_ONLY,
        rule: |_| None,
    },
    Field {
        key: JOB_TYPE,
        label: Cow::Borrowed("Job type"),
        member: "JobType",
        option: "--job-type",
        shape: Shape::Choice(&["TRAINING", "INFERENCE", "NOTEBOOK_KERNEL"]),
        clearing: SET_ONLY,
        rule: |_| None,
    },
    Field {
        key: ML_FRAMEWORK,
        label: Cow::Borrowed("ML framework"),
        member: "MLFramework",
        option: "--ml-framework",
        shape: Shape::Line { least: 1, most: 128 },
        clearing: SET_ONLY,
        rule: |value| name_and_version(value, "PyTorch 2.4"),
    },
    Field {
        key: PROGRAMMING_LANG,
        label: Cow::Borrowed("Programming language"),
        member: "ProgrammingLang",
        option: "--programming-lang",
        shape: Shape::Line { least: 1, most: 128 },
        clearing: SET_ONLY,
        rule: |value| name_and_version(value, "Python 3.11"),
    },
    Field {
        key: PROCESSOR,
        label: Cow::Borrowed("Processor"),
        member: "Processor",
        option: "--processor",
        shape: Shape::Choice(&["CPU", "GPU"]),
        clearing: SET_ONLY,
        rule: |_| None,
    },
    Field {
        key: HOROVOD,
        label: Cow::Borrowed("Horovod"),
        member: "Horovod",
        option: "--horovod",
        shape: Shape::Flag,
        clearing: SET_ONLY,
        rule: |_| None,
    },
    Field {
        key: RELEASE_NOTES,
        label: Cow::Borrowed("Release notes"),
        member: "ReleaseNotes",
        option: "--release-notes",
        shape: Shape::Line { least: 1, most: 255 },
        clearing: SET_ONLY,
        rule: |_| None,
    },
];

/// The service's rule: `[a-zA-Z]+ ?\d+\.\d+(\.\d+)?`.
fn name_and_version(value: &str, example: &str) -> Option<Problem> {
    let version = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let has_name = version.len() < value.len();
    let version = version.strip_prefix(' ').unwrap_or(version);
    let parts: Vec<_> = version.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = has_name && (2..=3).contains(&parts.len()) && parts.iter().all(is_number);
    let words = format!("must be letters and a version of two or three numbers, such as {example}");
    (!fits).then_some(Problem(words))
}

/// What a field of a version holds.
#[must_use]
pub fn value<'a>(version: &'a ImageVersion, key: &FieldKey) -> Option<&'a str> {
    let horovod = || version.horovod.map(|has| if has { YES } else { NO });
    match key {
        key if *key == HOROVOD => horovod(),
        key => text(version, key)?.as_ref().map(Text::as_str),
    }
}

fn text<'a>(version: &'a ImageVersion, key: &FieldKey) -> Option<&'a Option<Text>> {
    Some(match key {
        key if *key == VENDOR_GUIDANCE => &version.vendor_guidance,
        key if *key == JOB_TYPE => &version.job_type,
        key if *key == ML_FRAMEWORK => &version.ml_framework,
        key if *key == PROGRAMMING_LANG => &version.programming_lang,
        key if *key == PROCESSOR => &version.processor,
        key if *key == RELEASE_NOTES => &version.release_notes,
        _ => return None,
    })
}

/// Lets a field hold something else.
pub fn set(version: &mut ImageVersion, key: &FieldKey, value: Option<&str>) {
    let text = value.map(Text::clean);
    match key {
        key if *key == VENDOR_GUIDANCE => version.vendor_guidance = text,
        key if *key == JOB_TYPE => version.job_type = text,
        key if *key == ML_FRAMEWORK => version.ml_framework = text,
        key if *key == PROGRAMMING_LANG => version.programming_lang = text,
        key if *key == PROCESSOR => version.processor = text,
        key if *key == HOROVOD => version.horovod = value.map(|value| value == YES),
        key if *key == RELEASE_NOTES => version.release_notes = text,
        _ => {}
    }
}

/// What a version, read back, says of a step that began from `base`, where these fields are not as they
/// should be. Its status tells nothing: a version never goes UPDATING.
#[must_use]
pub fn judge(
    base: &ImageVersion,
    version: &ImageVersion,
    differences: Vec<Difference>,
    evidence: &Evidence,
) -> Option<Outcome> {
    let moved_on = version.modified > base.modified;
    match (differences.is_empty(), moved_on) {
        (true, _) => Some(Outcome::Verified),
        (false, true) => Some(Outcome::Differs(differences)),
        // Nothing has moved: the read was stale, or the request has not arrived, or never will.
        (false, false) => super::unmoved(differences, evidence),
    }
}

/// UpdateImageVersion, for what is said of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateVersion {
    /// `ImageName`.
    pub image: ImageName,
    /// `Version`.
    pub version: u32,
    /// What is to happen to its fields. Nothing is ever cleared.
    pub changes: Changes,
}

impl UpdateVersion {
    /// The fields that get a value, with their values, in the order of the form.
    pub fn given(&self) -> impl Iterator<Item = (&'static Field, &str)> + '_ {
        FIELDS.iter().filter_map(|field| match self.changes.of(&field.key) {
            Change::Set(value) => Some((field, value.as_str())),
            Change::Keep | Change::Clear => None,
        })
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ImageName".into(), json!(self.image.as_str()));
        body.insert("Version".into(), json!(self.version));
        for (field, value) in self.given() {
            let value = if field.shape == Shape::Flag { json!(value == YES) } else { json!(value) };
            body.insert(field.member.into(), value);
        }
        Value::Object(body)
    }

    /// The arguments of `aws sagemaker update-image-version`.
    #[must_use]
    pub(in crate::edit) fn to_arguments(&self) -> Vec<Argument> {
        let mut arguments = super::image_and_version(&self.image, self.version);
        arguments.extend(self.given().map(|(field, value)| match (&field.shape, value) {
            (Shape::Flag, YES) => Argument { option: "--horovod", value: Given::Nothing },
            (Shape::Flag, _) => Argument { option: "--no-horovod", value: Given::Nothing },
            (Shape::Line { .. } | Shape::Choice(_) | Shape::Words { .. }, value) => {
                Argument { option: field.option, value: Given::Text(value.to_owned()) }
            }
        }));
        arguments
    }
}
