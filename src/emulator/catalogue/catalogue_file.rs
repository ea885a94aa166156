//! A catalogue as it is written down in TOML.

use std::{collections::BTreeMap, time::Duration};

use serde::Deserialize;

use super::{
    age::{age, age_if_any},
    catalogue_domain::{CatalogueAppImageConfig, CatalogueDomain},
    catalogue_image::CatalogueImage,
    catalogue_version::CatalogueVersion,
};
use crate::emulator::store::ImageStatus;

/// A catalogue as it is written down in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueFile {
    #[serde(default)]
    pub(super) unassumable_roles: Vec<String>,
    #[serde(default, rename = "image")]
    pub(super) images: Vec<ImageEntry>,
    #[serde(default, rename = "domain")]
    pub(super) domains: Vec<CatalogueDomain>,
    #[serde(default, rename = "app_image_config")]
    pub(super) app_image_configs: Vec<CatalogueAppImageConfig>,
}

/// One `[[image]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ImageEntry {
    name: String,
    display_name: Option<String>,
    description: Option<String>,
    role: Option<String>,
    #[serde(default)]
    status: ImageStatus,
    failure_reason: Option<String>,
    #[serde(rename = "created_days_ago", deserialize_with = "age")]
    created: Duration,
    #[serde(default, rename = "modified_days_ago", deserialize_with = "age_if_any")]
    modified: Option<Duration>,
    #[serde(default, rename = "version")]
    versions: Vec<VersionEntry>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
}

/// One `[[image.version]]`. Where it says no number, it is one more than that of the version before; the first is 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionEntry {
    number: Option<u32>,
    #[serde(default)]
    status: ImageStatus,
    failure_reason: Option<String>,
    base_image: String,
    vendor_guidance: Option<String>,
    job_type: Option<String>,
    ml_framework: Option<String>,
    programming_lang: Option<String>,
    processor: Option<String>,
    horovod: Option<bool>,
    release_notes: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(rename = "created_days_ago", deserialize_with = "age")]
    created: Duration,
    #[serde(default, rename = "modified_days_ago", deserialize_with = "age_if_any")]
    modified: Option<Duration>,
}

impl From<ImageEntry> for CatalogueImage {
    fn from(entry: ImageEntry) -> Self {
        Self {
            name: entry.name,
            display_name: entry.display_name,
            description: entry.description,
            role: entry.role,
            status: entry.status,
            failure_reason: entry.failure_reason,
            created_ago: entry.created,
            modified_ago: entry.modified.unwrap_or(entry.created),
            versions: numbered(entry.versions),
            tags: entry.tags,
            made: None,
        }
    }
}

/// Versions with their numbers, given or counted.
fn numbered(entries: Vec<VersionEntry>) -> Vec<CatalogueVersion> {
    let mut last = 0_u32;
    let versions = entries.into_iter().map(|entry| {
        last = entry.number.unwrap_or_else(|| last.saturating_add(1));
        entry.numbered(last)
    });
    versions.collect()
}

impl VersionEntry {
    fn numbered(self, number: u32) -> CatalogueVersion {
        CatalogueVersion {
            number,
            status: self.status,
            failure_reason: self.failure_reason,
            base_image: self.base_image,
            vendor_guidance: self.vendor_guidance,
            job_type: self.job_type,
            ml_framework: self.ml_framework,
            programming_lang: self.programming_lang,
            processor: self.processor,
            horovod: self.horovod,
            release_notes: self.release_notes,
            aliases: self.aliases,
            created_ago: self.created,
            modified_ago: self.modified.unwrap_or(self.created),
        }
    }
}
