//! JSON as it was written: members in their order, twice the same one too, and numbers digit for digit.

use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::invisible::escaped;

/// Deeper than this, nothing is read: people don't, and reading takes stack.
const MOST_DEPTH: usize = 32;

/// A value. Its texts are as they came, so not clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    /// A number, `true`, `false` or `null`, as it was written.
    Bare(String),
    /// A text, with its escapes resolved.
    Text(String),
    /// Values in their order.
    List(Vec<Json>),
    /// Members in their order.
    Object(Vec<(String, Json)>),
}

/// A value as text, in whatever format.
#[derive(Debug, Default)]
pub(super) struct LaidOut {
    /// The text.
    pub(super) text: String,
    /// The byte at which each member of an object and each item of a list begins, in their order.
    pub(super) begins: Vec<usize>,
}

/// Why a text is not read as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoJson {
    /// It ends before it is whole.
    BreaksOff,
    /// It is something else.
    Other,
    /// It nests more than [`MOST_DEPTH`] values in one another.
    TooDeep,
}

impl Json {
    /// Reads one value.
    pub(super) fn read(text: &str) -> Result<Self, NoJson> {
        let whole: &RawValue = serde_json::from_str(text).map_err(|error| NoJson::of(&error, text))?;
        Self::of_raw(whole, 0)
    }

    fn of_raw(raw: &RawValue, depth: usize) -> Result<Self, NoJson> {
        if depth > MOST_DEPTH {
            return Err(NoJson::TooDeep);
        }
        let text = raw.get();
        match text.bytes().next() {
            Some(b'{') => {
                let members: Members = parsed(text)?;
                let read = |(name, raw)| Ok((name, Self::of_raw(raw, depth + 1)?));
                members.0.into_iter().map(read).collect::<Result<_, _>>().map(Self::Object)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = parsed(text)?;
                let read = |raw| Self::of_raw(raw, depth + 1);
                items.into_iter().map(read).collect::<Result<_, _>>().map(Self::List)
            }
            Some(b'"') => parsed(text).map(Self::Text),
            _ => Ok(Self::Bare(text.to_owned())),
        }
    }

    /// The member of that name, of an object.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find_map(|(is, value)| (is == name).then_some(value))
    }

    /// A number, `true`, `false` or `null`, as it was written.
    pub(super) fn bare(&self) -> Option<&str> {
        match self {
            Self::Bare(text) => Some(text),
            Self::Text(_) | Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Whether it holds other values.
    pub(super) fn holds_others(&self) -> bool {
        match self {
            Self::Object(members) => !members.is_empty(),
            Self::List(items) => !items.is_empty(),
            Self::Bare(_) | Self::Text(_) => false,
        }
    }

    /// The value on several lines. What can't be seen is written as an escape, which means the same.
    pub(super) fn pretty(&self) -> String {
        self.laid_out().text
    }

    /// The same, and where each member and each item begins in it.
    pub(super) fn laid_out(&self) -> LaidOut {
        let mut out = LaidOut::default();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut LaidOut, depth: usize) {
        match self {
            Self::Bare(text) => out.text.push_str(text),
            Self::Text(text) => out.text.push_str(&quoted(text)),
            Self::List(items) => {
                write_all(out, depth, ['[', ']'], items, |item, out| item.write(out, depth + 1));
            }
            Self::Object(members) => write_all(out, depth, ['{', '}'], members, |(name, value), out| {
                out.text.push_str(&quoted(name));
                out.text.push_str(": ");
                value.write(out, depth + 1);
            }),
        }
    }
}

impl NoJson {
    fn of(error: &serde_json::Error, text: &str) -> Self {
        // A number that breaks off is no number, unless another digit comes.
        let goes_on = || serde_json::from_str::<IgnoredAny>(&format!("{text}0"));
        if error.is_eof() || goes_on().is_err_and(|error| error.is_eof()) {
            Self::BreaksOff
        } else {
            Self::Other
        }
    }
}

impl From<&Value> for Json {
    fn from(value: &Value) -> Self {
        match value {
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), value.into())).collect())
            }
            Value::Array(items) => Self::List(items.iter().map(Into::into).collect()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Null | Value::Bool(_) | Value::Number(_) => Self::Bare(value.to_string()),
        }
    }
}

/// A text in quotes, in characters that can be seen.
fn quoted(text: &str) -> String {
    // A text can always be written.
    escaped(&serde_json::to_string(text).unwrap_or_default())
}

fn write_all<T>(
    out: &mut LaidOut,
    depth: usize,
    [begin, end]: [char; 2],
    all: &[T],
    mut write: impl FnMut(&T, &mut LaidOut),
) {
    out.text.push(begin);
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            out.text.push(',');
        }
        line(&mut out.text, depth + 1);
        out.begins.push(out.text.len());
        write(one, out);
    }
    if !all.is_empty() {
        line(&mut out.text, depth);
    }
    out.text.push(end);
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, NoJson> {
    serde_json::from_str(text).map_err(|error| NoJson::of(&error, text))
}

/// The members of an object, in their order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
