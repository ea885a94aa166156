//! What the service knows of one version of an image.

use jiff::Timestamp;

use crate::domain::{ImageName, ImageStatus, Text};

/// The members of DescribeImageVersion. Every one but image and number may be absent in an answer, and
/// ListImageVersions gives no more than ARNs, status, failure and times. Words that have a set of values
/// are kept as they came: the service may have learnt new ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageVersion {
    /// The image that it is a version of.
    pub image: ImageName,
    /// `Version`, its number, from 0 on; never used twice for an image.
    pub number: u32,
    /// `ImageVersionArn`.
    pub arn: Option<Text>,
    /// `ImageArn`.
    pub image_arn: Option<Text>,
    /// `ImageVersionStatus`: the words of [`ImageStatus`], but for those of an update.
    pub status: Option<ImageStatus>,
    /// `FailureReason`, when a create or delete failed.
    pub failure_reason: Option<Text>,
    /// `BaseImage`: the address in ECR that the version was made from, by tag or digest.
    pub base_image: Option<Text>,
    /// `ContainerImage`: the same address with the digest that it stood for.
    pub container_image: Option<Text>,
    /// `VendorGuidance`: whether the maker still stands by it, as `STABLE`.
    pub vendor_guidance: Option<Text>,
    /// `JobType`: what it is meant for, as `TRAINING`.
    pub job_type: Option<Text>,
    /// `MLFramework`, as `PyTorch 2.4`.
    pub ml_framework: Option<Text>,
    /// `ProgrammingLang`, as `Python 3.11`.
    pub programming_lang: Option<Text>,
    /// `Processor`, as `GPU`.
    pub processor: Option<Text>,
    /// `Horovod`: whether it can train on several machines with Horovod.
    pub horovod: Option<bool>,
    /// `ReleaseNotes`: up to 255 characters of the maker's.
    pub release_notes: Option<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
}

impl ImageVersion {
    /// A version of which nothing but image and number is known.
    #[must_use]
    pub fn numbered(image: ImageName, number: u32) -> Self {
        Self {
            image,
            number,
            arn: None,
            image_arn: None,
            status: None,
            failure_reason: None,
            base_image: None,
            container_image: None,
            vendor_guidance: None,
            job_type: None,
            ml_framework: None,
            programming_lang: None,
            processor: None,
            horovod: None,
            release_notes: None,
            created: None,
            modified: None,
        }
    }

    /// Whether it is being made or deleted.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        self.status.as_ref().is_some_and(ImageStatus::is_changing)
    }

    /// The ARN of `self`, where that shows that it is another version than `base`: one of an image of
    /// the same name in another account or region.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        let before = base.arn.as_ref()?;
        self.arn.as_ref().filter(|arn| *arn != before)
    }

    /// The digest that `ContainerImage` ends in, as `sha256:9f86…`.
    #[must_use]
    pub fn digest(&self) -> Option<&str> {
        self.container_image.as_ref()?.as_str().split_once('@').map(|(_, digest)| digest)
    }
}
