//! DescribeImageVersion.

use aws_sdk_sagemaker::operation::describe_image_version::DescribeImageVersionOutput;
use aws_sdk_sagemaker::operation::describe_image_version::builders::DescribeImageVersionFluentBuilder;

use super::image_version::{self, number, version};
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_IMAGE_VERSION;
use crate::domain::{Failure, FailureClass, ImageName, Text};
use crate::service::{Answer, Reply};

/// The version of `image` with the number `wanted`.
pub(super) async fn ask(session: &SdkSession, image: &ImageName, wanted: u32) -> Reply {
    let request = session.sagemaker.describe_image_version().version(version(wanted));
    let output = send(request, image).await?;
    match output.version {
        Some(got) if number(got) != Some(wanted) => {
            let said = format!("{DESCRIBE_IMAGE_VERSION} was asked for version {wanted} and gave {got}.");
            Err(Failure::new(FailureClass::Unreadable, &said))
        }
        Some(_) | None => Ok(Answer::Version(Box::new(image_version::of_description(output, image, wanted)))),
    }
}

/// The version that holds an alias.
pub(super) struct Holder {
    /// Its number.
    pub number: u32,
    /// The ARN of the image, where the answer gave it.
    pub image_arn: Option<Text>,
}

/// Which version of `image` holds `alias`, given as the service gave it; nothing where none does.
pub(super) async fn holder(
    session: &SdkSession,
    image: &ImageName,
    alias: &str,
) -> Result<Option<Holder>, Failure> {
    let request = session.sagemaker.describe_image_version().alias(alias);
    let output = match send(request, image).await {
        Err(failure) if failure.class == FailureClass::NotFound => return Ok(None),
        sent => sent?,
    };
    let Some(number) = output.version.and_then(number) else {
        return Err(body::empty(DESCRIBE_IMAGE_VERSION, "Version that could be one"));
    };
    Ok(Some(Holder { number, image_arn: output.image_arn.map(Text::from) }))
}

async fn send(
    request: DescribeImageVersionFluentBuilder,
    image: &ImageName,
) -> Result<DescribeImageVersionOutput, Failure> {
    let output = request.image_name(image.as_str()).send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.version.is_none() && output.image_version_arn.is_none() && output.image_version_status.is_none()
    {
        return Err(body::empty(DESCRIBE_IMAGE_VERSION, "version"));
    }
    Ok(output)
}
