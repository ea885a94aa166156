//! One version of an image as it is stored.

use serde_json::{Map, Value, json};

use super::{
    arns::Arns, image_status::ImageStatus, stored_image::put, unix_millis::UnixMillis,
    version_edit::VersionEdit,
};

/// One version of an image as the store holds it; its ARNs are made when they are asked for.
#[derive(Clone, Debug)]
pub(in crate::emulator) struct StoredVersion {
    pub(in crate::emulator) number: u32,
    pub(in crate::emulator) status: ImageStatus,
    pub(in crate::emulator) failure_reason: Option<Box<str>>,
    pub(in crate::emulator) base_image: Option<Box<str>>,
    pub(in crate::emulator) container_image: Option<Box<str>>,
    pub(in crate::emulator) vendor_guidance: Option<Box<str>>,
    pub(in crate::emulator) job_type: Option<Box<str>>,
    pub(in crate::emulator) ml_framework: Option<Box<str>>,
    pub(in crate::emulator) programming_lang: Option<Box<str>>,
    pub(in crate::emulator) processor: Option<Box<str>>,
    pub(in crate::emulator) horovod: Option<bool>,
    pub(in crate::emulator) release_notes: Option<Box<str>>,
    pub(in crate::emulator) created: UnixMillis,
    pub(in crate::emulator) modified: UnixMillis,
    /// What a test has the service answer whatever is stored, as a status that nobody has heard of.
    pub(in crate::emulator) imposed: Option<Box<Map<String, Value>>>,
}

impl StoredVersion {
    pub(super) fn apply(&mut self, edit: VersionEdit) {
        edit.base_image.apply(&mut self.base_image);
        edit.container_image.apply(&mut self.container_image);
        edit.vendor_guidance.apply(&mut self.vendor_guidance);
        edit.job_type.apply(&mut self.job_type);
        edit.ml_framework.apply(&mut self.ml_framework);
        edit.programming_lang.apply(&mut self.programming_lang);
        edit.processor.apply(&mut self.processor);
        edit.release_notes.apply(&mut self.release_notes);
        self.horovod = edit.horovod.or(self.horovod);
    }

    /// What `DescribeImageVersion` answers: absent members are left out.
    pub(in crate::emulator) fn described(&self, image: &str, arns: &Arns) -> Value {
        let mut members = self.members(image, arns);
        put(&mut members, "BaseImage", self.base_image.as_deref());
        put(&mut members, "ContainerImage", self.container_image.as_deref());
        put(&mut members, "VendorGuidance", self.vendor_guidance.as_deref());
        put(&mut members, "JobType", self.job_type.as_deref());
        put(&mut members, "MLFramework", self.ml_framework.as_deref());
        put(&mut members, "ProgrammingLang", self.programming_lang.as_deref());
        put(&mut members, "Processor", self.processor.as_deref());
        if let Some(horovod) = self.horovod {
            members.insert("Horovod".to_owned(), json!(horovod));
        }
        put(&mut members, "ReleaseNotes", self.release_notes.as_deref());
        self.finished(members)
    }

    /// What `ListImageVersions` answers of it: ARNs, number, status, failure and times.
    pub(in crate::emulator) fn summary(&self, image: &str, arns: &Arns) -> Value {
        self.finished(self.members(image, arns))
    }

    fn members(&self, image: &str, arns: &Arns) -> Map<String, Value> {
        let mut members = Map::new();
        members.insert("ImageArn".to_owned(), json!(arns.image(image)));
        members.insert("ImageVersionArn".to_owned(), json!(arns.image_version(image, &self.number)));
        members.insert("ImageVersionStatus".to_owned(), json!(self.status.as_str()));
        members.insert("Version".to_owned(), json!(self.number));
        members.insert("CreationTime".to_owned(), json!(self.created.seconds()));
        members.insert("LastModifiedTime".to_owned(), json!(self.modified.seconds()));
        put(&mut members, "FailureReason", self.failure_reason.as_deref());
        members
    }

    fn finished(&self, mut members: Map<String, Value>) -> Value {
        members.extend(self.imposed.as_deref().cloned().unwrap_or_default());
        Value::Object(members)
    }
}
