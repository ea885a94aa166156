//! The operations of the service, a file each; `table` leads to them.

mod assume_role;
mod describe_image;
mod get_caller_identity;
mod image;
mod list_images;
mod table;
mod update_image;

pub(super) use table::{log_in, read, write};
