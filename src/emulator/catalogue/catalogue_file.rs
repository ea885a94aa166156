//! A catalogue as it is written down in TOML.

use std::time::Duration;

use serde::{Deserialize, Deserializer, de::Error};

use super::catalogue_image::CatalogueImage;
use crate::emulator::store::ImageStatus;

/// A catalogue as it is written down in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueFile {
    #[serde(default)]
    pub(super) unassumable_roles: Vec<String>,
    #[serde(default, rename = "image")]
    pub(super) images: Vec<ImageEntry>,
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
    #[serde(rename = "created_days_ago")]
    created: Age,
    #[serde(rename = "modified_days_ago")]
    modified: Option<Age>,
}

/// An age, written as a number of days with or without a fraction.
#[derive(Clone, Copy)]
struct Age(Duration);

impl<'de> Deserialize<'de> for Age {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let days = f64::deserialize(reader)?;
        let age = Duration::try_from_secs_f64(days * 86_400.0).map_err(D::Error::custom)?;
        Ok(Self(age))
    }
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
            created_ago: entry.created.0,
            modified_ago: entry.modified.unwrap_or(entry.created).0,
        }
    }
}
