//! DescribeImage.

use super::image;
use crate::aws::failure;
use crate::aws::failure::body;
use crate::aws::session::Session;
use crate::domain::ImageName;
use crate::service::{Answer, Reply};

/// The image called `name`.
pub(in crate::aws) async fn image(session: &Session, name: &ImageName) -> Reply {
    let call = session.sagemaker.describe_image().image_name(name.as_str());
    let output = call.send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.image_name.is_none() && output.image_arn.is_none() && output.image_status.is_none() {
        return Err(body::empty("DescribeImage", "image"));
    }
    Ok(Answer::Described(Box::new(image::of_description(output, name))))
}
