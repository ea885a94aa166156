//! The images that the service begins with.

use std::{collections::HashSet, error::Error, fmt};

use super::{catalogue_file::CatalogueFile, catalogue_image::CatalogueImage, generated};

/// The images the service begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The images, each under a name of its own.
    pub images: Vec<CatalogueImage>,
    /// Roles the service can't assume: an update that brings one ends as `UPDATE_FAILED`. ARNs, or names in the account.
    pub unassumable_roles: Vec<String>,
}

impl Catalogue {
    /// No images at all.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Some forty believable images, among them every status and every kind of difficult text.
    ///
    /// # Panics
    /// Never: the text is part of the program, and a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the text is compiled in, and a test reads it")]
    pub fn built_in() -> Self {
        Self::from_toml(include_str!("../../../assets/catalogue.toml"))
            .expect("the built-in catalogue is sound")
    }

    /// `count` made images, at most [`MADE_AT_MOST`](Self::MADE_AT_MOST): always the same ones, with names of their own.
    #[must_use]
    pub fn made(count: usize) -> Self {
        Self {
            images: (0..count.min(Self::MADE_AT_MOST)).map(generated::image).collect(),
            unassumable_roles: Vec::new(),
        }
    }

    /// How many images [`made`](Self::made) makes at most.
    pub const MADE_AT_MOST: usize = 100_000;

    /// Reads a catalogue; `assets/catalogue.toml` shows the form.
    ///
    /// # Errors
    /// Where the text is no catalogue, two images share a name, or an image breaks a rule of the service.
    pub fn from_toml(text: &str) -> Result<Self, CatalogueError> {
        let file: CatalogueFile =
            toml::from_str(text).map_err(|error| CatalogueError::Form(error.to_string()))?;
        let images = file.images.into_iter().map(CatalogueImage::from).collect();
        let catalogue = Self { images, unassumable_roles: file.unassumable_roles };
        let mut names = HashSet::new();
        for image in &catalogue.images {
            if !names.insert(image.name.as_str()) {
                return Err(CatalogueError::Twice(image.name.clone()));
            }
            if let Some(found) = image.broken_rules().into_iter().next() {
                return Err(CatalogueError::Image(image.name.clone(), found));
            }
        }
        Ok(catalogue)
    }
}

/// Why a text is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It is not TOML of the right form; the reader's words.
    Form(String),
    /// Two images have this name.
    Twice(String),
    /// The image of this name breaks this rule.
    Image(String, String),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(words) => write!(out, "the catalogue can't be read: {words}"),
            Self::Twice(name) => write!(out, "the catalogue holds two images named \"{name}\""),
            Self::Image(name, words) => {
                write!(out, "the catalogue's image \"{name}\" breaks a rule: {words}")
            }
        }
    }
}

impl Error for CatalogueError {}
