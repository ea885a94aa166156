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
    /// So many items at least, and at most.
    List(&'static Shape, (usize, usize)),
    /// At most so many texts under names of their own.
    Map(TextRule, usize),
    /// Members, and the names of those that must be there.
    Structure(&'static [(&'static str, Shape)], &'static [&'static str]),
}

impl Shape {
    /// What is wrong with a value at `place`, as `spaceSettings.appType`.
    pub(in crate::emulator) fn broken_by(&self, place: &str, value: &Value) -> Vec<String> {
        let found = match self {
            Self::Text(rule) => value.as_str().map(|text| {
                let mut violations = Violations::default();
                violations.text(place, Some(text), rule);
                violations.into_sentences()
            }),
            Self::Word(words) => value.as_str().map(|word| {
                let mut violations = Violations::default();
                violations.word(place, Some(word), words);
                violations.into_sentences()
            }),
            Self::Number(min, max) => value.as_i64().map(|number| {
                let mut violations = Violations::default();
                violations.number(place, Some(number), *min, *max);
                violations.into_sentences()
            }),
            Self::Flag => value.as_bool().map(|_| Vec::new()),
            Self::Time => value.as_f64().map(|_| Vec::new()),
            Self::List(shape, span) => value.as_array().map(|items| list(shape, *span, place, items)),
            Self::Map(rule, most) => value.as_object().map(|entries| map(rule, *most, place, entries)),
            Self::Structure(members, required) => {
                value.as_object().map(|sent| structure(members, required, place, sent))
            }
        };
        found.unwrap_or_else(|| vec![format!("The value at '{place}' is of the wrong type")])
    }
}

fn list(shape: &Shape, (least, most): (usize, usize), place: &str, items: &[Value]) -> Vec<String> {
    let numbered = (1..).zip(items);
    let mut found: Vec<String> = numbered
        .flat_map(|(number, item)| shape.broken_by(&format!("{place}.{number}.member"), item))
        .collect();
    let count = items.len();
    found.extend(too_many(place, count, most));
    found.extend(
        (count < least)
            .then(|| format!("The value at '{place}' has {count} items, and {least} is the least")),
    );
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
