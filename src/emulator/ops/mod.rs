//! The operations, a file for each, and the table of them.

mod assume_role;
mod describe_image;
mod get_caller_identity;
mod list_images;
mod list_query;
mod operation;
mod pagination_token;
mod serve;
mod update_image;

pub use operation::Operation;
pub(in crate::emulator) use serve::serve;
