//! A catalogue as it is written down in TOML.

use std::time::Duration;

use serde::{Deserialize, Deserializer, de::Error};

use super::{catalogue_image::CatalogueImage, image_catalogue::Catalogue};
use crate::emulator::store::ImageStatus;

/// A catalogue as it is written down in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueFile {
    #[serde(default)]
    unassumable_roles: Vec<String>,
    #[serde(default)]
    image: Vec<Entry>,
}

/// One `[[image]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
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

pub(in crate::emulator) fn read(text: &str) -> Result<Catalogue, toml::de::Error> {
    let file: CatalogueFile = toml::from_str(text)?;
    let images = file.image.into_iter().map(CatalogueImage::from).collect();
    Ok(Catalogue { images, unassumable_roles: file.unassumable_roles })
}

impl From<Entry> for CatalogueImage {
    fn from(entry: Entry) -> Self {
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
