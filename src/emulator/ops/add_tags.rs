//! `AddTags`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    handler::Output,
    requests::{OperationInput, tagged_image},
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, pattern, text_rule},
    store::{Account, ImageStore},
};

/// One tag as it was sent.
#[derive(Default)]
struct SentTag {
    key: Option<String>,
    value: Option<String>,
}

/// `AddTags`: gives an image tags, and those it has already a new value. It answers with what was sent: whether the others
/// are told too is not documented.
pub(super) fn add_tags(account: &Account, images: &mut ImageStore, input: OperationInput) -> Output {
    let (arn, tags) = read(input.body)?;
    let name = tagged_image(account, images, &arn)?;
    let contents = images.contents_mut(name, &account.arns);
    let Some(contents) = contents else { return Err(ServiceError::not_found(name)) };
    let keys = contents.tags.keys().map(|key| &**key).chain(tags.iter().map(|(key, _)| key.as_str()));
    let counted: BTreeSet<&str> = keys.filter(|key| !pattern::is_key_of_aws(key)).collect();
    if counted.len() > pattern::MOST_TAGS {
        return Err(ServiceError::too_many_tags(&arn, pattern::MOST_TAGS));
    }
    let said: Vec<Value> = tags.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect();
    contents.tags.extend(tags.into_iter().map(|(key, value)| (key.into(), value.into())));
    Ok(json!({ "Tags": said }))
}

/// The ARN, and each key with its value.
fn read(body: &Value) -> Result<(String, Vec<(String, String)>), ServiceError> {
    let mut members = InputMembers::of(body)?;
    let arn = members.text("ResourceArn")?;
    let sent = members.structures("Tags")?;
    members.finish()?;
    let sent = sent.map(|tags| tags.into_iter().map(SentTag::read).collect::<Result<Vec<_>, _>>());
    let tags = sent.transpose()?;
    let mut violations = Violations::default();
    violations.required_text("resourceArn", arn.as_deref(), &text_rule::RESOURCE_ARN);
    violations.required("tags", tags.as_ref());
    let tags = tags.unwrap_or_default();
    let shown: Vec<_> = tags.iter().map(|tag| Some(tag.shown())).collect();
    violations.length("tags", &shown, 0, pattern::MOST_TAGS);
    for (number, tag) in (1..).zip(&tags) {
        tag.check(&format!("tags.{number}.member"), &mut violations);
    }
    violations.into_result()?;
    let tags: Vec<_> = tags.into_iter().filter_map(SentTag::whole).collect();
    refuse_unless_usable(&tags)?;
    Ok((arn.unwrap_or_default(), tags))
}

/// Keys of AWS are nobody else's, and no key can have two values.
fn refuse_unless_usable(tags: &[(String, String)]) -> Result<(), ServiceError> {
    let mut keys = BTreeSet::new();
    for (key, _) in tags {
        if pattern::is_key_of_aws(key) {
            return Err(ServiceError::key_of_aws());
        }
        if !keys.insert(key) {
            return Err(ServiceError::invalid(format!("Duplicate tag key {key} in the request.")));
        }
    }
    Ok(())
}

impl SentTag {
    fn read(sent: Option<InputMembers>) -> Result<Self, ServiceError> {
        let Some(mut members) = sent else { return Ok(Self::default()) };
        let tag = Self { key: members.text("Key")?, value: members.text("Value")? };
        members.finish()?;
        Ok(tag)
    }

    fn check(&self, place: &str, violations: &mut Violations) {
        violations.required_text(&format!("{place}.key"), self.key.as_deref(), &text_rule::TAG_KEY);
        violations.required_text(&format!("{place}.value"), self.value.as_deref(), &text_rule::TAG_VALUE);
    }

    fn shown(&self) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "null".to_owned());
        format!("Tag(key={}, value={})", text(&self.key), text(&self.value))
    }

    fn whole(self) -> Option<(String, String)> {
        Some((self.key?, self.value?))
    }
}
