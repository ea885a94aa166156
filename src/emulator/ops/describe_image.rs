//! `DescribeImage`.

use serde_json::Value;

use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Arns, ImageStore},
};

/// `DescribeImage`: everything about one image.
pub(in crate::emulator) fn describe_image(
    store: &ImageStore,
    arns: &Arns,
    body: &Value,
) -> Result<Value, ServiceError> {
    let mut members = InputMembers::of(body)?;
    let name = members.text("ImageName")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
    violations.into_result()?;
    let name = name.unwrap_or_default();
    let image = store.get(&name).ok_or_else(|| ServiceError::not_found(&name))?;
    Ok(image.described(arns))
}
