//! The operations, a file each.

pub(super) mod caller_identity;
pub(super) mod describe_image;
mod image;
pub(super) mod list_images;
pub(super) mod update_image;
