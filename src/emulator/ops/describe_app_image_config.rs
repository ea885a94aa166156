//! `DescribeAppImageConfig`.

use super::{
    handler::Output,
    requests::{OperationInput, described},
};
use crate::emulator::{
    rules::{InputMembers, Violations, studio_rule},
    store::{Account, ImageStore, StudioKind},
};

/// `DescribeAppImageConfig`: how a custom image is run in Studio.
pub(super) fn describe_app_image_config(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = members.text("AppImageConfigName")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("appImageConfigName", named.as_deref(), &studio_rule::STUDIO_NAME);
    violations.into_result()?;
    described(account, StudioKind::AppImageConfig, &named.unwrap_or_default())
}
