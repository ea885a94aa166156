//! The list of images.

mod columns;
mod empty;
pub mod images;
