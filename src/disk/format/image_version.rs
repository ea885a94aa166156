//! A version of an image, as it stands in drafts and in the journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{ImageName, ImageStatus, ImageVersion, Text, whole_microseconds};

/// As version 3 of the formats has it.
#[derive(Serialize, Deserialize)]
pub struct ImageVersionV3 {
    image: ImageName,
    number: u32,
    arn: Option<Text>,
    image_arn: Option<Text>,
    status: Option<ImageStatus>,
    failure_reason: Option<Text>,
    base_image: Option<Text>,
    container_image: Option<Text>,
    vendor_guidance: Option<Text>,
    job_type: Option<Text>,
    ml_framework: Option<Text>,
    programming_lang: Option<Text>,
    processor: Option<Text>,
    horovod: Option<bool>,
    release_notes: Option<Text>,
    created: Option<Timestamp>,
    modified: Option<Timestamp>,
}

impl From<ImageVersion> for ImageVersionV3 {
    fn from(version: ImageVersion) -> Self {
        Self {
            image: version.image,
            number: version.number,
            arn: version.arn,
            image_arn: version.image_arn,
            status: version.status,
            failure_reason: version.failure_reason,
            base_image: version.base_image,
            container_image: version.container_image,
            vendor_guidance: version.vendor_guidance,
            job_type: version.job_type,
            ml_framework: version.ml_framework,
            programming_lang: version.programming_lang,
            processor: version.processor,
            horovod: version.horovod,
            release_notes: version.release_notes,
            created: version.created,
            modified: version.modified,
        }
    }
}

impl From<ImageVersionV3> for ImageVersion {
    fn from(version: ImageVersionV3) -> Self {
        Self {
            image: version.image,
            number: version.number,
            arn: version.arn,
            image_arn: version.image_arn,
            status: version.status,
            failure_reason: version.failure_reason,
            base_image: version.base_image,
            container_image: version.container_image,
            vendor_guidance: version.vendor_guidance,
            job_type: version.job_type,
            ml_framework: version.ml_framework,
            programming_lang: version.programming_lang,
            processor: version.processor,
            horovod: version.horovod,
            release_notes: version.release_notes,
            // Earlier versions kept what the SDK had read as a float.
            created: version.created.map(whole_microseconds),
            modified: version.modified.map(whole_microseconds),
        }
    }
}
