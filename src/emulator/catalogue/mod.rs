//! The images that the service begins with.

mod catalogue_file;
mod catalogue_image;
mod generated;
mod image_catalogue;

pub use catalogue_image::CatalogueImage;
pub use image_catalogue::{Catalogue, CatalogueError};
