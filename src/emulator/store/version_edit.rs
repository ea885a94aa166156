//! A change to a version of an image, whoever makes it.

use super::image_edit::Change;

/// A change to what is said of a version, made by `UpdateImageVersion` or by someone else.
///
/// Nothing is validated here: an edit made through the handle can hold what the service would refuse, clear what the
/// service never clears, and change what nobody can, as `BaseImage`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionEdit {
    /// What happens to `BaseImage`.
    pub base_image: Change,
    /// What happens to `ContainerImage`.
    pub container_image: Change,
    /// What happens to `VendorGuidance`.
    pub vendor_guidance: Change,
    /// What happens to `JobType`.
    pub job_type: Change,
    /// What happens to `MLFramework`.
    pub ml_framework: Change,
    /// What happens to `ProgrammingLang`.
    pub programming_lang: Change,
    /// What happens to `Processor`.
    pub processor: Change,
    /// The new `Horovod`, if any.
    pub horovod: Option<bool>,
    /// What happens to `ReleaseNotes`.
    pub release_notes: Change,
}

impl VersionEdit {
    /// An edit that sets `ReleaseNotes`.
    pub fn release_notes(text: impl Into<String>) -> Self {
        Self { release_notes: Change::Set(text.into()), ..Self::default() }
    }

    /// An edit that sets `VendorGuidance`.
    pub fn vendor_guidance(word: impl Into<String>) -> Self {
        Self { vendor_guidance: Change::Set(word.into()), ..Self::default() }
    }
}
