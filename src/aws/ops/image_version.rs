//! Versions of images as the SDK gives them, in the words of the domain.

use aws_sdk_sagemaker::operation::describe_image_version::DescribeImageVersionOutput;
use aws_sdk_sagemaker::types::ImageVersion as Summary;
use tracing::warn;

use super::image::time;
use crate::domain::operation::LIST_IMAGE_VERSIONS;
use crate::domain::{ImageName, ImageStatus, ImageVersion, Text};

/// A version of `image` in ListImageVersions, which tells of its state and no more. One without a number,
/// or with one below zero, can't be looked up and is left out.
pub(super) fn of_summary(summary: Summary, image: &ImageName) -> Option<ImageVersion> {
    let Some(number) = summary.version.and_then(number) else {
        warn!(version = ?summary.version, "{LIST_IMAGE_VERSIONS} gave a version without a number; it is left out");
        return None;
    };
    Some(ImageVersion {
        arn: summary.image_version_arn.map(Text::from),
        image_arn: summary.image_arn.map(Text::from),
        status: summary.image_version_status.map(|word| ImageStatus::from_word(word.as_str())),
        failure_reason: summary.failure_reason.map(Text::from),
        created: time(summary.creation_time),
        modified: time(summary.last_modified_time),
        ..ImageVersion::numbered(image.clone(), number)
    })
}

/// The version of DescribeImageVersion, which does not say of which `image` and `number` it is but in its
/// ARNs and in `Version`.
pub(super) fn of_description(
    output: DescribeImageVersionOutput,
    image: &ImageName,
    number: u32,
) -> ImageVersion {
    ImageVersion {
        image: image.clone(),
        number,
        arn: output.image_version_arn.map(Text::from),
        image_arn: output.image_arn.map(Text::from),
        status: output.image_version_status.map(|word| ImageStatus::from_word(word.as_str())),
        failure_reason: output.failure_reason.map(Text::from),
        base_image: output.base_image.map(Text::from),
        container_image: output.container_image.map(Text::from),
        vendor_guidance: output.vendor_guidance.map(|word| Text::clean(word.as_str())),
        job_type: output.job_type.map(|word| Text::clean(word.as_str())),
        ml_framework: output.ml_framework.map(Text::from),
        programming_lang: output.programming_lang.map(Text::from),
        processor: output.processor.map(|word| Text::clean(word.as_str())),
        horovod: output.horovod,
        release_notes: output.release_notes.map(Text::from),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
    }
}

/// A `Version` as a number of ours; versions count from 0.
pub(super) fn number(version: i32) -> Option<u32> {
    u32::try_from(version).ok()
}

/// A number of ours as a `Version`. One that is too large for the service belongs to no version there.
pub(super) fn version(number: u32) -> i32 {
    exact(number).unwrap_or(i32::MAX)
}

/// A number of ours as a `Version`, unless it is too large for the service.
pub(super) fn exact(number: u32) -> Option<i32> {
    i32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use aws_sdk_sagemaker::types::{ImageVersionStatus, VendorGuidance};
    use aws_smithy_types::DateTime;

    use super::*;

    fn image() -> ImageName {
        ImageName::received("a")
    }

    #[test]
    fn a_summary_becomes_a_version_or_nothing() {
        for version in [None, Some(-1), Some(i32::MIN)] {
            assert_eq!(of_summary(Summary::builder().set_version(version).build(), &image()), None);
        }
        let summary = Summary::builder()
            .version(0)
            .image_version_status(ImageVersionStatus::from("MO\u{1b}[1mVING"))
            .failure_reason("a\u{9b}31mb")
            .creation_time(DateTime::from_secs(i64::MAX));
        let version = of_summary(summary.build(), &image()).unwrap();
        assert_eq!((version.number, version.image.as_str()), (0, "a"));
        assert_eq!(version.status, Some(ImageStatus::Other("MO\u{fffd}VING".into())));
        assert_eq!(version.failure_reason.unwrap().as_str(), "a\u{fffd}b");
        assert_eq!(version.created, None);
    }

    #[test]
    fn words_that_are_not_known_stay_as_they_came() {
        let output = DescribeImageVersionOutput::builder()
            .vendor_guidance(VendorGuidance::from("BELOVED"))
            .horovod(false)
            .build();
        let version = of_description(output, &image(), 7);
        assert_eq!(version.number, 7);
        assert_eq!(version.vendor_guidance.unwrap().as_str(), "BELOVED");
        assert_eq!(version.horovod, Some(false));
        assert_eq!(version.job_type, None);
    }
}
