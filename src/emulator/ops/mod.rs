//! The operations, a file for each, and the table of them.

mod add_tags;
mod assume_role;
mod at_rest;
mod aws_service;
mod delete_tags;
mod describe_app;
mod describe_app_image_config;
mod describe_domain;
mod describe_image;
mod describe_image_version;
mod describe_space;
mod describe_user_profile;
mod foreign_edit;
mod get_caller_identity;
mod handler;
mod list_aliases;
mod list_apps;
mod list_domains;
mod list_image_versions;
mod list_images;
mod list_spaces;
mod list_tags;
mod list_user_profiles;
mod operation;
mod requests;
mod resource;
mod update_image;
mod update_image_version;

pub(in crate::emulator) use aws_service::AwsService;
pub use operation::Operation;
pub(in crate::emulator) use requests::OperationInput;
