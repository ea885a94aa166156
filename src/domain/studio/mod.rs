//! The nouns of Studio: domains and what is in them, as far as it has to do with images.

mod app;
mod domain;
mod holder;
mod image_use;
mod space;
mod status;
mod user_profile;

pub use app::{AppOwner, StudioApp, StudioAppKey};
pub use domain::{DomainId, StudioDomain};
pub use holder::{Holder, HolderKind};
pub use image_use::{ImageRole, ImageUse, SettingsOf};
pub use space::{Space, SpaceKey};
pub use status::StudioStatus;
pub use user_profile::{UserProfile, UserProfileKey};
