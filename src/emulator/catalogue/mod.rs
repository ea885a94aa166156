//! What the service begins with: built in, read from a file, or made by number.

mod age;
mod catalogue_domain;
mod catalogue_file;
mod catalogue_image;
mod catalogue_version;
mod dice;
mod generated;
mod generated_contents;
mod generated_domains;
mod image_catalogue;
mod studio_details;

pub use catalogue_domain::{
    CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueSpace, CatalogueUserProfile,
};
pub use catalogue_image::CatalogueImage;
pub use catalogue_version::CatalogueVersion;
pub(in crate::emulator) use generated_contents::contents;
pub use image_catalogue::{Catalogue, CatalogueError};
pub use studio_details::StudioDetails;
