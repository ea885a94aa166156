//! The operations of the service, a file each; `table` leads to them.

mod add_tags;
mod alias_map;
mod assume_role;
mod at_once;
mod delete_tags;
mod describe_image;
mod describe_image_version;
mod get_caller_identity;
mod image;
mod image_version;
mod list_aliases;
mod list_image_versions;
mod list_images;
mod list_tags;
mod page_guard;
mod raw;
mod studio;
mod table;
mod tags;
mod update_image;
mod update_image_version;

pub(super) use table::{log_in, read, write};
