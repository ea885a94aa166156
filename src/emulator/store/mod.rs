//! What the service keeps: images, keys of roles, and the record of requests.

mod account;
mod arns;
mod arrival;
mod clock;
mod image_contents;
mod image_edit;
mod image_order;
mod image_status;
mod image_store;
mod lock;
mod mfa;
mod request_log;
mod role_sessions;
mod stored_image;
mod stored_version;
mod unix_millis;
mod version_edit;

pub(in crate::emulator) use account::Account;
pub(in crate::emulator) use arns::Arns;
pub use arrival::Arrival;
pub(in crate::emulator) use clock::Clock;
pub(in crate::emulator) use image_contents::ImageContents;
pub use image_edit::{Change, Edit};
pub(in crate::emulator) use image_order::{Position, SortBy, SortOrder};
pub use image_status::{ImageStatus, UnknownStatus};
pub(in crate::emulator) use image_store::ImageStore;
pub(in crate::emulator) use lock::lock;
pub use mfa::Mfa;
pub(in crate::emulator) use request_log::RequestLog;
pub(in crate::emulator) use role_sessions::RoleSession;
pub(in crate::emulator) use stored_image::StoredImage;
pub(in crate::emulator) use stored_version::StoredVersion;
pub(in crate::emulator) use unix_millis::UnixMillis;
pub use version_edit::VersionEdit;
