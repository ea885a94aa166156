//! The images that the service begins with: built in, read from a file, or made by number.

mod catalogue_file;
mod catalogue_image;
mod generated;
mod image_catalogue;

pub use catalogue_image::CatalogueImage;
pub use image_catalogue::{Catalogue, CatalogueError};
