//! An image as a resource of CloudFormation.

use serde_json::{Map, Value, json};

use crate::domain::{Image, TagSet};

use super::json::Json;
use super::left_out;
use super::yaml::document;

/// A template in YAML with the image as its one resource, so that it stands alone, and can be pasted below
/// the `Resources:` of another; nothing where the role, which the resource needs, is not known. Tags are in
/// it where they are known, but for those that are AWS's own; a comment says where they are not.
///
/// What holds a dynamic reference is left out, and a comment says so.
#[must_use]
pub fn cloudformation(image: &Image, tags: Option<&TagSet>) -> Option<String> {
    let role = image.role.as_ref()?;
    let mut members = vec![("ImageName", image.name.as_str()), ("ImageRoleArn", role.as_str())];
    let optional = [("ImageDisplayName", &image.display_name), ("ImageDescription", &image.description)];
    members.extend(optional.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?.as_str()))));
    let says_of_tags = left_out::of_tags(tags).map(|says| format!("# {says}\n"));
    let (members, mut left_out): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|(_, text)| !is_reference(text));
    let tags =
        tags.into_iter().flat_map(TagSet::changeable).map(|(key, value)| (key.as_str(), value.as_str()));
    let (tags, tags_left_out): (Vec<_>, Vec<_>) =
        tags.partition(|(key, value)| !is_reference(key) && !is_reference(value));
    left_out.extend(tags_left_out.first().map(|_| ("A tag", "")));
    let mut properties: Map<_, _> =
        members.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
    if !tags.is_empty() {
        let tags = tags.into_iter().map(|(key, value)| json!({ "Key": key, "Value": value }));
        properties.insert("Tags".into(), tags.collect());
    }
    let resource = json!({ "Type": "AWS::SageMaker::Image", "Properties": properties });
    let resources = Map::from_iter([(logical_id(image.name.as_str()), resource)]);
    let says =
        |(name, _)| format!("# {name} was left out: CloudFormation would resolve a reference in it.\n");
    let comments: String = left_out.into_iter().map(says).chain(says_of_tags).collect();
    Some(comments + &document(&Json::from(&json!({ "Resources": Value::Object(resources) }))))
}

/// CloudFormation puts a parameter or a secret in the place of this, and has no way to write it otherwise.
fn is_reference(text: &str) -> bool {
    text.contains("{{resolve:")
}

/// What the resource is called by in the template, made of a name: letters and digits only.
fn logical_id(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect();
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) { id } else { format!("Image{id}") }
}
