//! `DescribeImage`.

use super::{handler::Output, requests::OperationInput};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Account, ImageStore},
};

/// `DescribeImage`: everything about one image.
pub(super) fn describe_image(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let name = members.text("ImageName")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
    violations.into_result()?;
    let name = name.unwrap_or_default();
    let image = images.get(&name).ok_or_else(|| ServiceError::not_found(&name))?;
    Ok(image.described(&account.arns))
}
