//! What the service is known to have said, member by member, as the AWS CLI prints it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::domain::{Image, ImageStatus, ImageVersion, RoleArn, Text};

use super::cli_time;
use super::json::Json;
use super::yaml::document;

/// Members of an answer, in the order of the service's reference. What is not known is absent.
pub type Members = Map<String, Value>;

/// What DescribeImage is known to have said, with times in `zone`.
#[must_use]
pub fn members_of_image(image: &Image, zone: &TimeZone) -> Members {
    let time = |at: Timestamp| cli_time::written(at, zone).into();
    present([
        ("CreationTime", image.created.map(time)),
        ("Description", text(image.description.as_ref())),
        ("DisplayName", text(image.display_name.as_ref())),
        ("FailureReason", text(image.failure_reason.as_ref())),
        ("ImageArn", text(image.arn.as_ref())),
        ("ImageName", Some(image.name.as_str().into())),
        ("ImageStatus", image.status.as_ref().map(ImageStatus::word).map(Value::from)),
        ("LastModifiedTime", image.modified.map(time)),
        ("RoleArn", image.role.as_ref().map(RoleArn::as_str).map(Value::from)),
    ])
}

/// What DescribeImageVersion is known to have said, likewise.
#[must_use]
pub fn members_of_version(version: &ImageVersion, zone: &TimeZone) -> Members {
    let time = |at: Timestamp| cli_time::written(at, zone).into();
    present([
        ("BaseImage", text(version.base_image.as_ref())),
        ("ContainerImage", text(version.container_image.as_ref())),
        ("CreationTime", version.created.map(time)),
        ("FailureReason", text(version.failure_reason.as_ref())),
        ("Horovod", version.horovod.map(Value::from)),
        ("ImageArn", text(version.image_arn.as_ref())),
        ("ImageVersionArn", text(version.arn.as_ref())),
        ("ImageVersionStatus", version.status.as_ref().map(ImageStatus::word).map(Value::from)),
        ("JobType", text(version.job_type.as_ref())),
        ("LastModifiedTime", version.modified.map(time)),
        ("MLFramework", text(version.ml_framework.as_ref())),
        ("Processor", text(version.processor.as_ref())),
        ("ProgrammingLang", text(version.programming_lang.as_ref())),
        ("ReleaseNotes", text(version.release_notes.as_ref())),
        ("VendorGuidance", text(version.vendor_guidance.as_ref())),
        ("Version", Some(version.number.into())),
    ])
}

/// Members as JSON on several lines. What can't be seen is written as `\u200f`, which means the same.
#[must_use]
pub fn json(members: &Members) -> String {
    as_json(members).pretty()
}

/// Members as a document of YAML, likewise.
#[must_use]
pub fn yaml(members: &Members) -> String {
    document(&as_json(members))
}

fn as_json(members: &Members) -> Json {
    Json::from(&Value::Object(members.clone()))
}

fn present<const N: usize>(members: [(&str, Option<Value>); N]) -> Members {
    let known = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    known.collect()
}

fn text(text: Option<&Text>) -> Option<Value> {
    text.map(|text| text.as_str().into())
}
