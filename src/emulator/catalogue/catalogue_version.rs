//! One version of an image of a catalogue.

use std::{fmt::Write, time::Duration};

use sha2::{Digest, Sha256};

use crate::emulator::{
    rules::{Violations, text_rule, words},
    store::{Arns, ImageContents, ImageStatus, StoredVersion, UnixMillis},
};

/// A version of an image as a [`Catalogue`](super::Catalogue) describes it. Its ages count from the start of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueVersion {
    /// `Version`: its number among those of the image.
    pub number: u32,
    /// `ImageVersionStatus`: that of an image, but for UPDATING and `UPDATE_FAILED`.
    pub status: ImageStatus,
    /// `FailureReason`: up to 1024 characters. `{account}` and `{region}` in it stand for the service's own.
    pub failure_reason: Option<String>,
    /// `BaseImage`: an address in ECR, or a repository of the service's account with a tag, as `ml/pytorch:2.4.1`.
    /// `ContainerImage` is made of it: the same repository with a digest, unless the version is not made (yet).
    pub base_image: String,
    /// `VendorGuidance`.
    pub vendor_guidance: Option<String>,
    /// `JobType`.
    pub job_type: Option<String>,
    /// `MLFramework`.
    pub ml_framework: Option<String>,
    /// `ProgrammingLang`.
    pub programming_lang: Option<String>,
    /// `Processor`.
    pub processor: Option<String>,
    /// `Horovod`.
    pub horovod: Option<bool>,
    /// `ReleaseNotes`: 1 to 255 characters.
    pub release_notes: Option<String>,
    /// The aliases that it holds: no other version of the image holds one of them.
    pub aliases: Vec<String>,
    /// How long before the start it was created.
    pub created_ago: Duration,
    /// How long before the start it was last modified.
    pub modified_ago: Duration,
}

impl CatalogueVersion {
    /// A version that was created just now and has nothing but a number and a base image.
    #[must_use]
    pub fn numbered(number: u32) -> Self {
        Self { number, base_image: format!("images/base:{number}"), ..Self::default() }
    }

    /// What the service's own rules have against it; empty where it could come from the real service.
    pub(super) fn broken_rules(&self, arns: &Arns) -> Vec<String> {
        let base = arns.container(&self.base_image);
        let reason = self.failure_reason.as_deref().map(|reason| arns.told(reason));
        let mut violations = Violations::default();
        violations.text("baseImage", Some(&base), &text_rule::BASE_IMAGE);
        violations.text("containerImage", Some(&self.digested(&base)), &text_rule::CONTAINER_IMAGE);
        violations.text("failureReason", reason.as_deref(), &text_rule::FAILURE_REASON);
        violations.word("jobType", self.job_type.as_deref(), &words::JOB_TYPE);
        violations.text("mLFramework", self.ml_framework.as_deref(), &text_rule::NAME_AND_NUMBER);
        violations.word("processor", self.processor.as_deref(), &words::PROCESSOR);
        violations.text("programmingLang", self.programming_lang.as_deref(), &text_rule::NAME_AND_NUMBER);
        violations.text("releaseNotes", self.release_notes.as_deref(), &text_rule::RELEASE_NOTES);
        violations.word("vendorGuidance", self.vendor_guidance.as_deref(), &words::VENDOR_GUIDANCE);
        for alias in &self.aliases {
            violations.text("aliases", Some(alias), &text_rule::ALIAS);
        }
        let mut found = violations.into_sentences();
        if self.modified_ago > self.created_ago {
            found.push("It was modified before it was created".to_owned());
        }
        let status = self.status;
        if matches!(status, ImageStatus::Updating | ImageStatus::UpdateFailed) {
            found.push(format!("A version is never {status}"));
        }
        if status.has_failed() != self.failure_reason.is_some() {
            found.push(format!("A failure reason belongs to a failed version, and this one is {status}"));
        }
        found
    }

    /// Puts it into what belongs to its image, in place of one of the same number. It takes its aliases from the versions
    /// that hold them.
    pub(in crate::emulator) fn put_into(
        mut self,
        contents: &mut ImageContents,
        arns: &Arns,
        now: UnixMillis,
    ) {
        let aliases = std::mem::take(&mut self.aliases).into_iter();
        contents.aliases.extend(aliases.map(|alias| (alias.into(), self.number)));
        contents.versions.insert(self.number, self.into_version(arns, now));
    }

    fn into_version(self, arns: &Arns, now: UnixMillis) -> StoredVersion {
        let base = arns.container(&self.base_image);
        let is_made = !matches!(self.status, ImageStatus::Creating | ImageStatus::CreateFailed);
        let boxed = |text: Option<String>| text.map(String::into_boxed_str);
        StoredVersion {
            number: self.number,
            status: self.status,
            failure_reason: self.failure_reason.as_deref().map(|reason| arns.told(reason).into_boxed_str()),
            container_image: is_made.then(|| self.digested(&base).into_boxed_str()),
            base_image: Some(base.into_boxed_str()),
            vendor_guidance: boxed(self.vendor_guidance),
            job_type: boxed(self.job_type),
            ml_framework: boxed(self.ml_framework),
            programming_lang: boxed(self.programming_lang),
            processor: boxed(self.processor),
            horovod: self.horovod,
            release_notes: boxed(self.release_notes),
            created: now.minus(self.created_ago),
            modified: now.minus(self.modified_ago),
            imposed: None,
        }
    }

    /// The address with the digest that it stood for when the version was made: always the same for the same version.
    fn digested(&self, base: &str) -> String {
        let (path, name) = base.rsplit_once('/').unwrap_or(("", base));
        let name = name.split([':', '@']).next().unwrap_or(name);
        let mut address = format!("{path}/{name}@sha256:");
        for byte in Sha256::digest(format!("{base} {}", self.number)) {
            // Writing to a string can't fail.
            let _ = write!(address, "{byte:02x}");
        }
        address
    }
}
