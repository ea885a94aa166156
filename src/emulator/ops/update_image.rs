//! `UpdateImage`.

use serde_json::{Value, json};
use tokio::time::Instant;

use super::{at_rest::refuse_unless_at_rest, handler::Output, requests::OperationInput};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Account, Change, Edit, ImageStatus, ImageStore, ResourceKind},
};

/// What an `UpdateImage` request asks for.
struct Update {
    name: String,
    edit: Edit,
}

/// `UpdateImage`: answers at once; the image is UPDATING, with the new fields, until it settles.
///
/// A role the service can't assume ends the update as `UPDATE_FAILED`; the image keeps the fields that were sent.
pub(super) fn update_image(account: &Account, images: &mut ImageStore, input: OperationInput) -> Output {
    let Update { name, edit } = Update::read(input.body)?;
    let image = images.get(&name).ok_or_else(|| ServiceError::not_found(&name))?;
    let arn = account.arns.image(&name);
    refuse_unless_at_rest(image.status, ResourceKind::Image, &arn, &name)?;
    let failure = edit.role_arn.as_deref().and_then(|role| account.why_not_assumable(role));
    let now = Instant::now();
    images.amend(&name, account.clock.at(now), |image| {
        image.apply(edit);
        image.status = ImageStatus::Updating;
        image.failure_reason = None;
    });
    images.settle_at(now + account.settle, &name, failure);
    Ok(json!({ "ImageArn": arn }))
}

impl Update {
    fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let deleted = members.texts("DeleteProperties")?.unwrap_or_default();
        let description = members.text("Description")?;
        let display_name = members.text("DisplayName")?;
        let name = members.text("ImageName")?;
        let role_arn = members.text("RoleArn")?;
        members.finish()?;

        let mut violations = Violations::default();
        violations.length("deleteProperties", &deleted, 0, 2);
        violations.items("deleteProperties", &deleted, &text_rule::DELETE_PROPERTY);
        violations.text("description", description.as_deref(), &text_rule::DESCRIPTION);
        violations.text("displayName", display_name.as_deref(), &text_rule::DISPLAY_NAME);
        violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
        violations.text("roleArn", role_arn.as_deref(), &text_rule::ROLE_ARN);
        violations.into_result()?;

        let description = change("Description", description, &deleted)?;
        let display_name = change("DisplayName", display_name, &deleted)?;
        let name = name.unwrap_or_default();
        Ok(Self { name, edit: Edit { display_name, description, role_arn } })
    }
}

/// A property is set, deleted or left; both at once is refused.
fn change(property: &str, text: Option<String>, deleted: &[Option<String>]) -> Result<Change, ServiceError> {
    let is_deleted = deleted.iter().flatten().any(|name| name == property);
    match (text, is_deleted) {
        (Some(_), true) => Err(ServiceError::invalid(format!(
            "{property} cannot be both set and named in DeleteProperties in the same request."
        ))),
        (Some(text), false) => Ok(Change::Set(text)),
        (None, true) => Ok(Change::Clear),
        (None, false) => Ok(Change::Keep),
    }
}
