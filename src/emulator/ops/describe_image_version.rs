//! `DescribeImageVersion`.

use super::{
    handler::Output,
    requests::{OperationInput, VersionChoice},
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Account, ImageStore},
};

/// `DescribeImageVersion`: everything about one version but its aliases; of the latest where none is named.
pub(super) fn describe_image_version(
    account: &Account,
    images: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let name = members.text("ImageName")?;
    let choice = VersionChoice::read(&mut members)?;
    members.finish()?;
    let mut violations = Violations::default();
    choice.check_alias(&mut violations);
    violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
    choice.check_number(&mut violations);
    violations.into_result()?;
    let (name, version) = (name.unwrap_or_default(), choice.named()?);
    let contents = images.contents(&name, &account.arns).ok_or_else(|| ServiceError::not_found(&name))?;
    let number = version.find(&name, &contents)?;
    Ok(contents.versions[&number].described(&name, &account.arns))
}
