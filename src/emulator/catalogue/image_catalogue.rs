//! What the service begins with.

use std::{collections::HashSet, error::Error, fmt, sync::OnceLock};

use super::{
    catalogue_domain::{CatalogueAppImageConfig, CatalogueDomain},
    catalogue_file::CatalogueFile,
    catalogue_image::CatalogueImage,
    generated, generated_domains,
};

/// What the service begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The images, each under a name of its own.
    pub images: Vec<CatalogueImage>,
    /// The domains of Studio, each under an id of its own.
    pub domains: Vec<CatalogueDomain>,
    /// The app image configs, each under a name of its own.
    pub app_image_configs: Vec<CatalogueAppImageConfig>,
    /// Roles the service can't assume: an update that brings one ends as `UPDATE_FAILED`. ARNs, or names in the account.
    pub unassumable_roles: Vec<String>,
}

impl Catalogue {
    /// Nothing at all.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Some forty believable images, among them every status and every kind of difficult text, and four domains of Studio
    /// that use them in every way.
    ///
    /// # Panics
    /// Never: the text is part of the program, and a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the text is compiled in, and a test reads it")]
    pub fn built_in() -> Self {
        // The demo has several services, and its first frame waits for the first.
        static BUILT_IN: OnceLock<Catalogue> = OnceLock::new();
        let text = concat!(
            include_str!("../../../assets/catalogue.toml"),
            include_str!("../../../assets/domains.toml")
        );
        BUILT_IN.get_or_init(|| Self::from_toml(text).expect("the built-in catalogue is sound")).clone()
    }

    /// `count` made images, at most [`MADE_AT_MOST`](Self::MADE_AT_MOST): always the same ones, with names of their own.
    #[must_use]
    pub fn made(count: usize) -> Self {
        Self { images: (0..count.min(Self::MADE_AT_MOST)).map(generated::image).collect(), ..Self::default() }
    }

    /// The same with `count` made domains, at most [`MADE_DOMAINS_AT_MOST`](Self::MADE_DOMAINS_AT_MOST), in place of its
    /// own: always the same ones, each with ten user profiles, ten spaces and some apps that use the images.
    #[must_use]
    pub fn with_made_domains(self, count: usize) -> Self {
        let (domains, app_image_configs) =
            generated_domains::domains(count.min(Self::MADE_DOMAINS_AT_MOST), &self.images);
        Self { domains, app_image_configs, ..self }
    }

    /// How many domains [`with_made_domains`](Self::with_made_domains) makes at most.
    pub const MADE_DOMAINS_AT_MOST: usize = 1000;

    /// How many images [`made`](Self::made) makes at most.
    pub const MADE_AT_MOST: usize = 100_000;

    /// Reads a catalogue; `assets/catalogue.toml` and `assets/domains.toml` show the form.
    ///
    /// # Errors
    /// Where the text is no catalogue, two of a kind share a name, or one breaks a rule of the service.
    pub fn from_toml(text: &str) -> Result<Self, CatalogueError> {
        let file: CatalogueFile =
            toml::from_str(text).map_err(|error| CatalogueError::Form(error.to_string()))?;
        let images = file.images.into_iter().map(CatalogueImage::from).collect();
        let catalogue = Self {
            images,
            domains: file.domains,
            app_image_configs: file.app_image_configs,
            unassumable_roles: file.unassumable_roles,
        };
        let mut names = HashSet::new();
        for image in &catalogue.images {
            if !names.insert(image.name.as_str()) {
                return Err(CatalogueError::Twice("image", image.name.clone()));
            }
            if let Some(found) = image.broken_rules().into_iter().next() {
                return Err(CatalogueError::Rule("image", image.name.clone(), found));
            }
        }
        catalogue.check_studio()?;
        Ok(catalogue)
    }

    fn check_studio(&self) -> Result<(), CatalogueError> {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for domain in &self.domains {
            if !ids.insert(domain.id.as_str()) {
                return Err(CatalogueError::Twice("domain", domain.id.clone()));
            }
            if let Some(found) = domain.broken_rules().into_iter().next() {
                return Err(CatalogueError::Rule("domain", domain.id.clone(), found));
            }
        }
        for config in &self.app_image_configs {
            if !names.insert(config.name.as_str()) {
                return Err(CatalogueError::Twice("app image config", config.name.clone()));
            }
            if let Some(found) = config.broken_rules().into_iter().next() {
                return Err(CatalogueError::Rule("app image config", config.name.clone(), found));
            }
        }
        Ok(())
    }
}

/// Why a text is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It is not TOML of the right form; the reader's words.
    Form(String),
    /// Two of a kind, as `image`, have this name.
    Twice(&'static str, String),
    /// The one of this kind and name breaks this rule.
    Rule(&'static str, String, String),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(words) => write!(out, "the catalogue can't be read: {words}"),
            Self::Twice(kind, name) => write!(out, "the catalogue holds two {kind}s named \"{name}\""),
            Self::Rule(kind, name, words) => {
                write!(out, "the catalogue's {kind} \"{name}\" breaks a rule: {words}")
            }
        }
    }
}

impl Error for CatalogueError {}
