//! The operations on domains of Studio and on what is in them, a file each.

mod describe_app;
mod describe_app_image_config;
mod describe_domain;
mod describe_space;
mod describe_user_profile;
mod described;
mod list_apps;
mod list_domains;
mod list_spaces;
mod list_user_profiles;
mod name_in_domain;
mod narrowing;
mod query;

pub(super) use describe_app::describe_app;
pub(super) use describe_app_image_config::describe_app_image_config;
pub(super) use describe_domain::describe_domain;
pub(super) use describe_space::describe_space;
pub(super) use describe_user_profile::describe_user_profile;
pub(super) use list_apps::list_apps;
pub(super) use list_domains::list_domains;
pub(super) use list_spaces::list_spaces;
pub(super) use list_user_profiles::list_user_profiles;
