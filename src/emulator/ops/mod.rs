//! The operations, a file for each, and the table of them.

mod add_tags;
mod assume_role;
mod at_rest;
mod aws_service;
mod delete_tags;
mod describe_image;
mod describe_image_version;
mod foreign_edit;
mod get_caller_identity;
mod handler;
mod list_aliases;
mod list_image_versions;
mod list_images;
mod list_tags;
mod operation;
mod requests;
mod resource;
mod studio;
mod update_image;
mod update_image_version;

pub(in crate::emulator) use aws_service::AwsService;
pub(in crate::emulator) use handler::Output;
pub use operation::Operation;
pub(in crate::emulator) use requests::OperationInput;
