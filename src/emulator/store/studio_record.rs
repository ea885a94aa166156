//! One thing of Studio as it is stored.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{arns::Arns, studio_kind::StudioKind, unix_millis::UnixMillis};

/// A domain, a user profile, a space, an app or an app image config, as the members that describe it.
#[derive(Clone, Debug)]
pub(in crate::emulator) struct StudioRecord {
    pub(in crate::emulator) kind: StudioKind,
    /// What names it among those of its kind, as in its ARN.
    pub(in crate::emulator) path: Arc<str>,
    /// All but ARN and times.
    pub(in crate::emulator) members: Map<String, Value>,
    pub(in crate::emulator) created: UnixMillis,
    pub(in crate::emulator) modified: UnixMillis,
    /// What a test has the service answer whatever is stored, as a status that nobody has heard of.
    pub(in crate::emulator) imposed: Map<String, Value>,
}

impl StudioRecord {
    /// What describing it answers.
    pub(in crate::emulator) fn described(&self, arns: &Arns) -> Value {
        self.finished(self.identified(arns))
    }

    /// What a list answers of it.
    pub(in crate::emulator) fn summary(&self, arns: &Arns) -> Value {
        let mut members = self.identified(arns);
        members.retain(|name, _| self.kind.listed_members().contains(&name.as_str()));
        if self.kind == StudioKind::Space {
            members.extend(self.space_summaries());
        }
        self.finished(members)
    }

    /// A member that is a text; empty where it is absent.
    pub(in crate::emulator) fn text(&self, member: &str) -> &str {
        self.members.get(member).and_then(Value::as_str).unwrap_or_default()
    }

    /// What a list tells of a space's settings, owner and sharing.
    fn space_summaries(&self) -> impl Iterator<Item = (String, Value)> {
        [
            (
                "SpaceSettings",
                "SpaceSettingsSummary",
                &["AppType", "RemoteAccess", "SpaceStorageSettings"] as &[&str],
            ),
            ("OwnershipSettings", "OwnershipSettingsSummary", &["OwnerUserProfileName"]),
            ("SpaceSharingSettings", "SpaceSharingSettingsSummary", &["SharingType"]),
        ]
        .into_iter()
        .filter_map(|(member, summary, told)| {
            let mut settings = self.members.get(member)?.as_object()?.clone();
            settings.retain(|name, _| told.contains(&name.as_str()));
            Some((summary.to_owned(), Value::Object(settings)))
        })
    }

    /// All but times.
    fn identified(&self, arns: &Arns) -> Map<String, Value> {
        let mut members = self.members.clone();
        members.insert(self.kind.arn_member().to_owned(), json!(arns.studio(self.kind, &self.path)));
        members
    }

    fn finished(&self, mut members: Map<String, Value>) -> Value {
        members.insert("CreationTime".to_owned(), json!(self.created.seconds()));
        if self.kind.is_changed() {
            members.insert("LastModifiedTime".to_owned(), json!(self.modified.seconds()));
        }
        members.extend(self.imposed.clone());
        Value::Object(members)
    }
}
