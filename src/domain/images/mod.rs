//! An image of SageMaker, its versions, aliases and tags, and how it is referred to.

mod alias_map;
mod image;
mod image_arn;
mod image_reference;
mod image_version;
mod name;
mod status;
mod tag_set;

pub use alias_map::AliasMap;
pub use image::Image;
pub use image_arn::{ImageArn, ImageHome};
pub use image_reference::{ImageReference, Pin, ReferredImage};
pub use image_version::ImageVersion;
pub use name::{BadName, ImageName};
pub use status::ImageStatus;
pub use tag_set::TagSet;
