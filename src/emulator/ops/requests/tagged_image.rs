//! The image whose tags a request is about.

use crate::emulator::{
    rules::ServiceError,
    store::{Account, ImageStore},
};

/// The name of the image whose ARN this is.
///
/// The operations on tags model no error for a resource that does not exist. SageMaker answers a `ValidationException`
/// then; its words for images are not published, and these follow those for other resources. An ARN of anything else than
/// an image of this account and region is answered alike.
pub(in crate::emulator::ops) fn tagged_image<'arn>(
    account: &Account,
    images: &ImageStore,
    arn: &'arn str,
) -> Result<&'arn str, ServiceError> {
    let name = account.arns.image_of(arn).filter(|name| images.get(name).is_some());
    name.ok_or_else(|| ServiceError::invalid(format!("Could not find resource \"{arn}\".")))
}
