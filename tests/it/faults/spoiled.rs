//! Answers whose members are not what they should be.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};

use super::http::Answer;
use super::wire::{Deed, Script, Then};

/// What a terminal must not be given, with what it may be given and is hard to draw.
pub const HOSTILE: &str = "a\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J\u{0}\u{8}\r\n\tb\u{202e}evil\u{2066}\u{200b}\u{200d}\u{feff}\
     語語🧑‍🚀e\u{301}\u{301}\u{301}שלום\u{e0041}\u{85}\u{2028}\u{fff9}z";

/// What of it no terminal is given.
pub const FORBIDDEN: &str =
    "\u{1b}\u{7}\u{9b}\u{0}\u{8}\r\n\t\u{202e}\u{2066}\u{feff}\u{e0041}\u{85}\u{2028}\u{fff9}";

/// What is made of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoil {
    /// It is not there.
    Absent,
    /// It is null.
    Null,
    /// It is an empty text, where it is a text.
    Empty,
    /// It is a word that nobody knows, where it is a text.
    Unknown,
    /// It is hostile, where it is a text.
    Hostile,
    /// It is a megabyte, where it is a text.
    Megabyte,
    /// It is of characters that are made of many, where it is a text.
    Clusters,
    /// It is larger than any time and any version, where it is a number.
    Huge,
    /// It is less than nothing, where it is a number.
    Negative,
}

impl Spoil {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Absent,
        Self::Null,
        Self::Empty,
        Self::Unknown,
        Self::Hostile,
        Self::Megabyte,
        Self::Clusters,
        Self::Huge,
        Self::Negative,
    ];

    /// What stands there instead of `value`.
    fn of(self, value: &Value) -> Value {
        match (self, value) {
            (Self::Null, _) => Value::Null,
            (Self::Empty, Value::String(_)) => json!(""),
            (Self::Unknown, Value::String(_)) => json!("UNHEARD_OF"),
            (Self::Hostile, Value::String(_)) => json!(HOSTILE),
            (Self::Megabyte, Value::String(_)) => json!("long ".repeat(1 << 18)),
            (Self::Clusters, Value::String(_)) => {
                let clusters =
                    ["\u{1100}".repeat(500), format!("e{}", "\u{301}".repeat(5000)), "🇩🇪".repeat(99)];
                json!(clusters.join(" "))
            }
            (Self::Huge, Value::Number(_)) => json!(1e300),
            (Self::Negative, Value::Number(_)) => json!(-1e18),
            (
                Self::Absent
                | Self::Empty
                | Self::Unknown
                | Self::Hostile
                | Self::Megabyte
                | Self::Clusters
                | Self::Huge
                | Self::Negative,
                value,
            ) => value.clone(),
        }
    }

    /// Spoils what is `left` places on, counted through all that `value` holds, and counts down by what it passes.
    fn spoil(self, value: &mut Value, left: &mut usize) -> bool {
        let is_absent = self == Self::Absent;
        match value {
            Value::Object(members) => {
                let names: Vec<_> = members.keys().cloned().collect();
                for name in names {
                    if *left == 0 {
                        let spoilt = self.of(&members[&name]);
                        if is_absent {
                            members.remove(&name)
                        } else {
                            members.insert(name, spoilt)
                        };
                        return true;
                    }
                    *left -= 1;
                    if self.spoil(&mut members[&name], left) {
                        return true;
                    }
                }
                false
            }
            Value::Array(items) => {
                for at in 0..items.len() {
                    if *left == 0 {
                        let spoilt = self.of(&items[at]);
                        if is_absent {
                            _ = items.remove(at);
                        } else {
                            items[at] = spoilt;
                        }
                        return true;
                    }
                    *left -= 1;
                    if self.spoil(&mut items[at], left) {
                        return true;
                    }
                }
                false
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
    }

    /// Spoils what comes at `place` in an answer, and says whether there is such a place.
    pub fn at(self, place: usize) -> (Script, Arc<AtomicBool>) {
        let reached = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&reached);
        let script: Script = Arc::new(move |_, _, good| {
            altered(good, |body| {
                if self.spoil(body, &mut place.clone()) {
                    seen.store(true, Ordering::SeqCst);
                }
            })
        });
        (script, reached)
    }

    /// Spoils every member but those that say which thing it is.
    pub fn everywhere(self) -> Script {
        Arc::new(move |_, _, good| altered(good, |body| self.spoil_all(body)))
    }

    fn spoil_all(self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in members.iter_mut() {
                    let is_identity = ["Name", "Arn", "Id", "Token"].iter().any(|end| name.ends_with(end));
                    if value.is_object() || value.is_array() {
                        self.spoil_all(value);
                    } else if !is_identity || name == "DisplayName" {
                        *value = self.of(value);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.spoil_all(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// The answer with another body, where it is JSON.
fn altered(good: Answer, alter: impl FnOnce(&mut Value)) -> Deed {
    let Ok(mut body) = serde_json::from_slice::<Value>(&good.body) else {
        return Deed::Write(good.bytes(), Then::Keep);
    };
    alter(&mut body);
    Deed::Write(Answer { body: body.to_string().into_bytes(), ..good }.bytes(), Then::Keep)
}
