//! What a catalogue says of anything of Studio.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::age::{age, age_if_any};
use crate::emulator::{
    rules::Shape,
    store::{Arns, StudioKind, StudioRecord, UnixMillis},
};

/// What a [`Catalogue`](super::Catalogue) says of a domain, a user profile, a space, an app or an app image config beside
/// its name. Ages count from the start of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct StudioDetails {
    /// `Status`: `InService` where there is none. An app image config has none.
    pub status: Option<String>,
    /// `FailureReason`, where it failed: up to 1024 characters.
    pub failure_reason: Option<String>,
    /// How long before the start it was created.
    #[serde(rename = "created_days_ago", deserialize_with = "age")]
    pub created_ago: Duration,
    /// How long before the start it was last modified; since it was created where that is nothing.
    #[serde(default, rename = "modified_days_ago", deserialize_with = "age_if_any")]
    pub modified_ago: Option<Duration>,
    /// Every other member that describes it, in the service's own spelling, as `UserSettings`. In the texts `{account}`,
    /// `{region}` and `{partition}` stand for the service's own.
    #[serde(flatten)]
    pub members: Map<String, Value>,
}

impl StudioDetails {
    /// In service since just now, with these members beside; anything else than an object counts as none.
    #[must_use]
    pub fn of(members: Value) -> Self {
        let members = if let Value::Object(members) = members { members } else { Map::new() };
        Self { members, ..Self::default() }
    }

    /// What the model and common sense have against it, where `shape` is what describes it.
    pub(super) fn broken_rules(&self, shape: &Shape, others: &[(&'static str, String)]) -> Vec<String> {
        let mut members = self.all(others);
        told_everywhere(&mut members, &Arns::example());
        let mut found = shape.broken_by("", &members);
        if self.modified_ago.is_some_and(|modified| modified > self.created_ago) {
            found.push("It was modified before it was created".to_owned());
        }
        let has_failed = self.status.as_deref().is_some_and(|status| status.ends_with("Failed"));
        if has_failed != self.failure_reason.is_some() {
            found.push("A failure reason belongs to what has failed".to_owned());
        }
        found
    }

    /// As it is stored, under `path`; `others` are the members that name it.
    pub(super) fn into_record(
        self,
        kind: StudioKind,
        path: &str,
        others: &[(&'static str, String)],
        (arns, now): (&Arns, UnixMillis),
    ) -> StudioRecord {
        let mut members = self.all(others);
        told_everywhere(&mut members, arns);
        let created = now.minus(self.created_ago);
        StudioRecord {
            kind,
            path: path.into(),
            members: if let Value::Object(members) = members { members } else { Map::new() },
            created,
            modified: self.modified_ago.map_or(created, |modified| now.minus(modified)),
            imposed: Map::new(),
        }
    }

    /// All members but ARN and times.
    fn all(&self, others: &[(&'static str, String)]) -> Value {
        let mut members = self.members.clone();
        members.extend(others.iter().map(|(name, text)| ((*name).to_owned(), json!(text))));
        if let Some(reason) = &self.failure_reason {
            members.insert("FailureReason".to_owned(), json!(reason));
        }
        Value::Object(members)
    }
}

/// Puts the service's own account and region into every text.
fn told_everywhere(value: &mut Value, arns: &Arns) {
    match value {
        Value::String(text) if text.contains('{') => *text = arns.told(text),
        Value::Array(items) => items.iter_mut().for_each(|item| told_everywhere(item, arns)),
        Value::Object(members) => members.values_mut().for_each(|member| told_everywhere(member, arns)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
