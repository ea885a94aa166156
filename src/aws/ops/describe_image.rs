//! DescribeImage.

use super::image;
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_IMAGE;
use crate::domain::{Failure, Image, ImageName};
use crate::service::{Answer, Reply};

/// The image called `name`, as an answer.
pub(super) async fn ask(session: &SdkSession, name: &ImageName) -> Reply {
    image(session, name).await.map(|image| Answer::Described(Box::new(image)))
}

/// The image called `name`.
pub(super) async fn image(session: &SdkSession, name: &ImageName) -> Result<Image, Failure> {
    let request = session.sagemaker.describe_image().image_name(name.as_str());
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.image_name.is_none() && output.image_arn.is_none() && output.image_status.is_none() {
        return Err(body::empty(DESCRIBE_IMAGE, "image"));
    }
    Ok(image::of_description(output, name))
}
