//! `DeleteTags`.

use serde_json::{Value, json};

use super::{
    handler::Output,
    requests::{OperationInput, tagged_image},
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, pattern, text_rule},
    store::{Account, ImageStore},
};

/// How many keys a request holds at least, and at most.
const KEYS: (usize, usize) = (1, 50);

/// `DeleteTags`: takes tags from an image, by their keys; those it does not have are passed over.
pub(super) fn delete_tags(account: &Account, images: &mut ImageStore, input: OperationInput) -> Output {
    let (arn, keys) = read(input.body)?;
    let name = tagged_image(account, images, &arn)?;
    if let Some(contents) = images.contents_mut(name, &account.arns) {
        contents.tags.retain(|key, _| !keys.iter().any(|deleted| **deleted == **key));
    }
    Ok(json!({}))
}

fn read(body: &Value) -> Result<(String, Vec<String>), ServiceError> {
    let mut members = InputMembers::of(body)?;
    let arn = members.text("ResourceArn")?;
    let keys = members.texts("TagKeys")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("resourceArn", arn.as_deref(), &text_rule::RESOURCE_ARN);
    violations.required("tagKeys", keys.as_ref());
    if let Some(keys) = &keys {
        violations.length("tagKeys", keys, KEYS.0, KEYS.1);
        violations.items("tagKeys", keys, &text_rule::TAG_KEY);
    }
    violations.into_result()?;
    let keys: Vec<String> = keys.into_iter().flatten().flatten().collect();
    if keys.iter().any(|key| pattern::is_key_of_aws(key)) {
        return Err(ServiceError::key_of_aws());
    }
    Ok((arn.unwrap_or_default(), keys))
}
