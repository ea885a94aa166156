//! `DescribeImage`.

use serde_json::Value;

use crate::emulator::{
    rules::{Members, Refusal, Violations, text_rule},
    store::{Place, Store},
};

/// `DescribeImage`: everything about one image.
pub(in crate::emulator) fn describe_image(
    store: &Store,
    place: &Place,
    body: &Value,
) -> Result<Value, Refusal> {
    let mut members = Members::of(body)?;
    let name = members.text("ImageName")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
    violations.into_result()?;
    let name = name.unwrap_or_default();
    let image = store.get(&name).ok_or_else(|| Refusal::not_found(&name))?;
    Ok(image.described(place))
}
