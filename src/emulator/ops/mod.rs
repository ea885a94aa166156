//! The operations, a file for each, and the table of them.

mod assume_role;
mod aws_service;
mod describe_image;
mod get_caller_identity;
mod handler;
mod list_images;
mod list_query;
mod operation;
mod operation_input;
mod pagination_token;
mod resource;
mod update_image;

pub(in crate::emulator) use aws_service::AwsService;
pub use operation::Operation;
pub(in crate::emulator) use operation_input::OperationInput;
