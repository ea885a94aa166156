//! The nouns of Studio: domains and what is in them, as far as it has to do with images.

mod app;
mod app_image_config;
mod domain;
mod image_use;
mod space;
mod status;
mod user_profile;

pub use app::{AppOwner, StudioApp, StudioAppKey};
pub use app_image_config::AppImageConfig;
pub use domain::{DomainId, StudioDomain};
pub use image_use::{ImageRole, ImageUse, SettingsOf};
pub use space::{Space, SpaceKey};
pub use status::StudioStatus;
pub use user_profile::{UserProfile, UserProfileKey};
