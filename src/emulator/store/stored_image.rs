//! One image as it is stored.

use std::{num::NonZeroU32, sync::Arc};

use serde_json::{Map, Value, json};

use super::{arns::Arns, image_edit::Edit, image_status::ImageStatus, unix_millis::UnixMillis};

/// One image as the store holds it; its ARN is made when it is asked for.
#[derive(Clone, Debug)]
pub(in crate::emulator) struct StoredImage {
    pub(in crate::emulator) name: Arc<str>,
    pub(in crate::emulator) display_name: Option<Box<str>>,
    pub(in crate::emulator) description: Option<Box<str>>,
    pub(in crate::emulator) role_arn: Option<Box<str>>,
    pub(in crate::emulator) status: ImageStatus,
    pub(in crate::emulator) failure_reason: Option<Box<str>>,
    pub(in crate::emulator) created: UnixMillis,
    pub(in crate::emulator) modified: UnixMillis,
    /// The number of a made image, counted from 1: what belongs to it is made when it is asked for.
    pub(in crate::emulator) made: Option<NonZeroU32>,
}

impl StoredImage {
    pub(in crate::emulator) fn apply(&mut self, edit: Edit) {
        edit.display_name.apply(&mut self.display_name);
        edit.description.apply(&mut self.description);
        if let Some(arn) = edit.role_arn {
            self.role_arn = Some(arn.into_boxed_str());
        }
    }

    /// What `DescribeImage` answers: absent members are left out.
    pub(in crate::emulator) fn described(&self, arns: &Arns) -> Value {
        let mut members = self.members(arns);
        put(&mut members, "RoleArn", self.role_arn.as_deref());
        Value::Object(members)
    }

    /// What `ListImages` answers of it: everything but the role.
    pub(in crate::emulator) fn summary(&self, arns: &Arns) -> Value {
        Value::Object(self.members(arns))
    }

    fn members(&self, arns: &Arns) -> Map<String, Value> {
        let mut members = Map::new();
        members.insert("ImageName".to_owned(), json!(&*self.name));
        members.insert("ImageArn".to_owned(), json!(arns.image(&self.name)));
        members.insert("ImageStatus".to_owned(), json!(self.status.as_str()));
        members.insert("CreationTime".to_owned(), json!(self.created.seconds()));
        members.insert("LastModifiedTime".to_owned(), json!(self.modified.seconds()));
        put(&mut members, "DisplayName", self.display_name.as_deref());
        put(&mut members, "Description", self.description.as_deref());
        put(&mut members, "FailureReason", self.failure_reason.as_deref());
        members
    }
}

pub(super) fn put(members: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        members.insert(name.to_owned(), json!(text));
    }
}
