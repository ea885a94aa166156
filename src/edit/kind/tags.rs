//! The tags of an image. A tag is an entry; its value may be empty.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::domain::{ImageName, TagSet, Text};
use crate::edit::command::{Argument, Given};
use crate::edit::{
    Change, Changes, Clearing, Difference, Entries, Evidence, FieldKey, Outcome, Problem, Shape, Word,
};

/// Most tags that the service lets an image have, those of AWS not counted.
pub const MOST: usize = 50;

/// What tags are (`API_Tag`).
pub static ENTRIES: Entries = Entries {
    noun: "tag",
    nouns: "tags",
    name: Word { label: "Key", shape: Shape::Line { least: 1, most: 128 }, rule: key_problem },
    value: Word { label: "Value", shape: Shape::Line { least: 0, most: 256 }, rule: characters_problem },
    clearing: Clearing::Apart,
    most: Some(MOST),
};

fn key_problem(key: &str) -> Option<Problem> {
    if TagSet::is_of_aws(key) {
        return Some(Problem("keys that begin with aws: belong to AWS".into()));
    }
    characters_problem(key)
}

/// The service's rule: `[\p{L}\p{Z}\p{N}_.:/=+\-@]*`.
fn characters_problem(text: &str) -> Option<Problem> {
    let fits = |c: &char| c.is_alphabetic() || c.is_numeric() || c.is_whitespace() || "_.:/=+-@".contains(*c);
    let odd = text.chars().find(|c| !fits(c))?;
    Some(Problem(format!("can contain only letters, digits, spaces and _ . : / = + - @, not {odd:?}")))
}

/// What the tag of that key holds.
#[must_use]
pub fn value<'a>(tags: &'a TagSet, key: &FieldKey) -> Option<&'a str> {
    tags.tags.get(key.entry_name()?).map(Text::as_str)
}

/// Gives a tag another value, or takes it away.
pub fn set(tags: &mut TagSet, key: &FieldKey, value: Option<&str>) {
    let Some(name) = key.entry_name().map(Text::clean) else { return };
    match value {
        Some(value) => drop(tags.tags.insert(name, Text::clean(value))),
        None => drop(tags.tags.remove(&name)),
    }
}

/// The keys of the tags that can be edited.
pub fn keys(tags: &TagSet) -> impl Iterator<Item = FieldKey> + '_ {
    let open = tags.tags.keys().filter(|key| !tags.is_locked(key.as_str()));
    open.map(|key| FieldKey::entry(key.as_str()))
}

/// What a tag holds in all of several, if it is the same.
#[must_use]
pub fn shared<'a>(all: &'a BTreeMap<ImageName, TagSet>, key: &FieldKey) -> Option<&'a str> {
    let mut values = all.values().map(|tags| value(tags, key));
    let first = values.next()?;
    if values.all(|value| value == first) { first } else { None }
}

/// The keys of all tags of several that can be edited in each of them.
#[must_use]
pub fn keys_of_all(all: &BTreeMap<ImageName, TagSet>) -> BTreeSet<FieldKey> {
    let is_open =
        |key: &FieldKey| key.entry_name().is_some_and(|name| all.values().all(|tags| !tags.is_locked(name)));
    all.values().flat_map(keys).filter(is_open).collect()
}

/// What the tags, read back, say of a step, where these of the tags that it changes are not as they should
/// be.
#[must_use]
pub fn judge(differences: Vec<Difference>, evidence: &Evidence) -> Option<Outcome> {
    if differences.is_empty() { Some(Outcome::Verified) } else { super::unmoved(differences, evidence) }
}

/// One of the two calls that change tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagCall {
    /// New tags, and new values.
    Add(AddTags),
    /// Tags that are taken away.
    Delete(DeleteTags),
}

/// The calls that make these changes, in order: what is added or changed first, then what is taken away,
/// unless that would be too many tags for a moment.
#[must_use]
pub fn calls(base: &TagSet, changes: &Changes) -> Vec<TagCall> {
    let only = |wanted: fn(&Change<String>) -> bool| {
        let mut some = Changes::default();
        for (key, change) in changes.all().filter(|(_, change)| wanted(change)) {
            some.set(key.clone(), change.clone());
        }
        some
    };
    let added = only(|change| matches!(change, Change::Set(_)));
    let deleted = only(|change| matches!(change, Change::Clear));
    let (image, arn) = (&base.image, &base.arn);
    let new = added.all().filter(|(key, _)| value(base, key).is_none()).count();
    let add = (!added.is_empty())
        .then(|| TagCall::Add(AddTags { image: image.clone(), arn: arn.clone(), changes: added }));
    let delete = (!deleted.is_empty())
        .then(|| TagCall::Delete(DeleteTags { image: image.clone(), arn: arn.clone(), changes: deleted }));
    let order = if base.counted() + new > MOST { [delete, add] } else { [add, delete] };
    order.into_iter().flatten().collect()
}

/// AddTags: new tags, and new values of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddTags {
    /// Whose tags.
    pub image: ImageName,
    /// `ResourceArn`.
    pub arn: Text,
    /// Each tag that is set, and to what.
    pub changes: Changes,
}

impl AddTags {
    /// `Tags`: key and value of each.
    pub fn tags(&self) -> impl Iterator<Item = (&str, &str)> + '_ {
        self.changes.all().filter_map(|(key, change)| match change {
            Change::Set(value) => Some((key.entry_name()?, value.as_str())),
            Change::Keep | Change::Clear => None,
        })
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ResourceArn".into(), json!(self.arn.as_str()));
        body.insert("Tags".into(), self.list());
        Value::Object(body)
    }

    fn list(&self) -> Value {
        self.tags().map(|(key, value)| json!({"Key": key, "Value": value})).collect()
    }

    /// The arguments of `aws sagemaker add-tags`. The short form of the CLI's would need quotes within
    /// quotes.
    #[must_use]
    pub(in crate::edit) fn to_arguments(&self) -> Vec<Argument> {
        let tags = Given::Json(self.list().to_string());
        vec![of_resource(&self.arn), Argument { option: "--tags", value: tags }]
    }
}

/// DeleteTags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeleteTags {
    /// Whose tags.
    pub image: ImageName,
    /// `ResourceArn`.
    pub arn: Text,
    /// Each tag that is cleared.
    pub changes: Changes,
}

impl DeleteTags {
    /// `TagKeys`.
    pub fn keys(&self) -> impl Iterator<Item = &str> + '_ {
        self.changes.all().filter_map(|(key, change)| match change {
            Change::Clear => key.entry_name(),
            Change::Keep | Change::Set(_) => None,
        })
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ResourceArn".into(), json!(self.arn.as_str()));
        body.insert("TagKeys".into(), self.list());
        Value::Object(body)
    }

    fn list(&self) -> Value {
        self.keys().map(|key| json!(key)).collect()
    }

    /// The arguments of `aws sagemaker delete-tags`. As JSON, a key that looks like an option is none.
    #[must_use]
    pub(in crate::edit) fn to_arguments(&self) -> Vec<Argument> {
        let keys = Given::Json(self.list().to_string());
        vec![of_resource(&self.arn), Argument { option: "--tag-keys", value: keys }]
    }
}

fn of_resource(arn: &Text) -> Argument {
    Argument { option: "--resource-arn", value: Given::Name(arn.as_str().to_owned()) }
}
