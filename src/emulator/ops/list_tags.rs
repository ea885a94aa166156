//! `ListTags`.

use serde_json::json;

use super::{
    handler::Output,
    requests::{OperationInput, Page, Paging, fingerprint, tagged_image},
};
use crate::emulator::{
    rules::{InputMembers, Violations, text_rule},
    store::{Account, ImageStore, Position},
};

/// How many tags a page holds: the service's model gives no more at once, whatever is asked.
const PAGE: usize = 50;

/// `ListTags`: the tags of an image, by their keys.
pub(super) fn list_tags(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let arn = members.text("ResourceArn")?;
    let paging = Paging::read(&mut members)?;
    members.finish()?;
    let mut violations = Violations::default();
    paging.check_size_of_tags(&mut violations);
    paging.check_token(&mut violations);
    violations.required_text("resourceArn", arn.as_deref(), &text_rule::RESOURCE_ARN);
    violations.into_result()?;
    let arn = arn.unwrap_or_default();
    let name = tagged_image(account, images, &arn)?;
    let contents = images.contents(name, &account.arns).unwrap_or_default();
    let query = fingerprint("ListTags", &name);
    let beyond = paging.beyond(query)?;
    let tags = contents.tags.iter().map(|(key, value)| (&**key, &**value));
    let wanted = tags.filter(|(key, _)| beyond.as_ref().is_none_or(|last| **key > *last.name));
    let page = Page::of(wanted, PAGE, query, |(key, _)| Position::of_name(key));
    Ok(page.answer("Tags", |(key, value)| json!({ "Key": key, "Value": value })))
}
