//! `DescribeAppImageConfig`.

use super::described::described;
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::{InputMembers, Violations, studio_rule},
    store::{Account, ImageStore, InStudio},
};

/// `DescribeAppImageConfig`: how a custom image is run in Studio.
pub(in crate::emulator::ops) fn describe_app_image_config(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = members.text("AppImageConfigName")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("appImageConfigName", named.as_deref(), &studio_rule::STUDIO_NAME);
    violations.into_result()?;
    described(account, InStudio::AppImageConfig(&named.unwrap_or_default()))
}
