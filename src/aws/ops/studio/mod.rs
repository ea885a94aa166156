//! The operations on domains of Studio and on what is in them, a file each.

pub(super) mod describe_app;
pub(super) mod describe_app_image_config;
pub(super) mod describe_domain;
pub(super) mod describe_space;
pub(super) mod describe_user_profile;
mod image_uses;
mod in_domain;
pub(super) mod list_apps;
pub(super) mod list_domains;
pub(super) mod list_spaces;
pub(super) mod list_user_profiles;
