//! Images as the SDK gives them, in the words of the domain.

use aws_sdk_sagemaker::operation::describe_image::DescribeImageOutput;
use aws_sdk_sagemaker::types::Image as Summary;
use aws_sdk_sagemaker::types::ImageStatus as Word;
use aws_smithy_types::DateTime;
use jiff::Timestamp;
use tracing::warn;

use crate::domain::operation::LIST_IMAGES;
use crate::domain::{Image, ImageName, ImageStatus, RoleArn, Text, whole_microseconds};

/// An image of ListImages, which has no role. One without a name can't be looked up and is left out.
pub(super) fn of_summary(summary: Summary) -> Option<Image> {
    let Some(name) = summary.image_name else {
        warn!("{LIST_IMAGES} gave an image without a name; it is left out");
        return None;
    };
    Some(Image {
        name: ImageName::received(&name),
        arn: summary.image_arn.map(Text::from),
        display_name: summary.display_name.map(Text::from),
        description: summary.description.map(Text::from),
        role: None,
        status: status(summary.image_status.as_ref()),
        failure_reason: summary.failure_reason.map(Text::from),
        created: time(summary.creation_time),
        modified: time(summary.last_modified_time),
    })
}

/// The image of DescribeImage; `asked` is its name where the answer has none.
pub(super) fn of_description(output: DescribeImageOutput, asked: &ImageName) -> Image {
    Image {
        name: output.image_name.map_or_else(|| asked.clone(), |name| ImageName::received(&name)),
        arn: output.image_arn.map(Text::from),
        display_name: output.display_name.map(Text::from),
        description: output.description.map(Text::from),
        role: output.role_arn.map(|arn| RoleArn::received(&arn)),
        status: status(output.image_status.as_ref()),
        failure_reason: output.failure_reason.map(Text::from),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
    }
}

/// A word that the SDK does not know stays as it is.
fn status(word: Option<&Word>) -> Option<ImageStatus> {
    word.map(|word| ImageStatus::from_word(word.as_str()))
}

/// A time outside of what a calendar holds is none.
pub(super) fn time(at: Option<DateTime>) -> Option<Timestamp> {
    let at = at?;
    let nanos = i32::try_from(at.subsec_nanos()).ok()?;
    Timestamp::new(at.secs(), nanos).ok().map(whole_microseconds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// What the service sends are milliseconds, as seconds with a fraction; the SDK reads those as a float.
        #[test]
        fn milliseconds_are_read_as_they_were_sent(milliseconds in -4_102_444_800_000_i64..4_102_444_800_000) {
            let (sign, left) = (if milliseconds < 0 { "-" } else { "" }, milliseconds.abs());
            let sent = format!("{sign}{}.{:03}", left / 1000, left % 1000);
            let read = time(Some(DateTime::from_secs_f64(sent.parse().unwrap())));
            prop_assert_eq!(read, Timestamp::from_millisecond(milliseconds).ok(), "{}", sent);
        }
    }

    #[test]
    fn a_summary_becomes_an_image_or_nothing() {
        assert_eq!(of_summary(Summary::builder().build()), None);
        let summary = Summary::builder()
            .image_name("a\u{1b}[31m")
            .image_status(Word::from("MOVING"))
            .creation_time(DateTime::from_secs_and_nanos(-1, 500_000_000))
            .last_modified_time(DateTime::from_secs(i64::MAX));
        let image = of_summary(summary.build()).unwrap();
        assert_eq!(image.name.as_str(), "a\u{fffd}");
        assert_eq!(image.status, Some(ImageStatus::Other("MOVING".into())));
        assert_eq!(image.created.unwrap().as_millisecond(), -500);
        assert_eq!(image.modified, None);
    }
}
