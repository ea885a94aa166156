//! The form of what the model has in answers.

use serde_json::{Map, Value};

use super::{
    text_rule::TextRule,
    violations::{Violations, lower_camel},
};

/// The form of a value: what the service's model says of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::emulator) enum Shape {
    Text(TextRule),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number from one to another, both included.
    Number(i64, i64),
    Flag,
    /// Seconds since 1970.
    Time,
    /// At most so many items.
    List(&'static Shape, usize),
    /// At most so many texts under names of their own.
    Map(TextRule, usize),
    /// Members, and the names of those that must be there.
    Structure(&'static [(&'static str, Shape)], &'static [&'static str]),
}

impl Shape {
    /// What is wrong with a value at `place`, as `spaceSettings.appType`.
    pub(in crate::emulator) fn broken_by(&self, place: &str, value: &Value) -> Vec<String> {
        let mut violations = Violations::default();
        match (self, value) {
            (Self::Text(rule), Value::String(text)) => violations.text(place, Some(text), rule),
            (Self::Word(words), Value::String(word)) => violations.word(place, Some(word), words),
            (Self::Number(min, max), Value::Number(number)) if number.is_i64() => {
                violations.number(place, number.as_i64(), *min, *max);
            }
            (Self::Flag, Value::Bool(_)) | (Self::Time, Value::Number(_)) => {}
            (Self::List(shape, most), Value::Array(items)) => return list(shape, *most, place, items),
            (Self::Map(rule, most), Value::Object(entries)) => return map(rule, *most, place, entries),
            (Self::Structure(members, required), Value::Object(sent)) => {
                return structure(members, required, place, sent);
            }
            _ => return vec![format!("The value at '{place}' is of the wrong type")],
        }
        violations.into_sentences()
    }
}

fn list(shape: &Shape, most: usize, place: &str, items: &[Value]) -> Vec<String> {
    let numbered = (1..).zip(items);
    let mut found: Vec<String> = numbered
        .flat_map(|(number, item)| shape.broken_by(&format!("{place}.{number}.member"), item))
        .collect();
    found.extend(too_many(place, items.len(), most));
    found
}

fn map(rule: &TextRule, most: usize, place: &str, entries: &Map<String, Value>) -> Vec<String> {
    let shape = Shape::Text(*rule);
    let mut found: Vec<String> =
        entries.iter().flat_map(|(key, value)| shape.broken_by(&format!("{place}.{key}"), value)).collect();
    found.extend(too_many(place, entries.len(), most));
    found
}

fn too_many(place: &str, count: usize, most: usize) -> Option<String> {
    (count > most).then(|| format!("The value at '{place}' has {count} items, and {most} is the most"))
}

fn structure(
    members: &[(&str, Shape)],
    required: &[&str],
    place: &str,
    sent: &Map<String, Value>,
) -> Vec<String> {
    let missing = required.iter().filter(|name| !sent.contains_key(**name));
    let mut found: Vec<String> =
        missing.map(|name| format!("'{}' must not be null", member(place, name))).collect();
    for (name, value) in sent {
        let place = member(place, name);
        match members.iter().find(|(known, _)| known == name) {
            Some((_, shape)) => found.extend(shape.broken_by(&place, value)),
            None => found.push(format!("Unknown member: {place}")),
        }
    }
    found
}

/// The place of a member, as errors have it.
fn member(place: &str, name: &str) -> String {
    let name = lower_camel(name);
    if place.is_empty() { name } else { format!("{place}.{name}") }
}
