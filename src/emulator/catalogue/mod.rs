//! The images that the service begins with: built in, read from a file, or made by number.

mod catalogue_file;
mod catalogue_image;
mod catalogue_version;
mod dice;
mod generated;
mod generated_contents;
mod image_catalogue;

pub use catalogue_image::CatalogueImage;
pub use catalogue_version::CatalogueVersion;
pub(in crate::emulator) use generated_contents::contents;
pub use image_catalogue::{Catalogue, CatalogueError};
