//! What the model asks of texts of domains of Studio and of what is in them.

use super::{pattern, studio_pattern as studio, text_rule::TextRule};

pub(in crate::emulator) const DOMAIN_ID: TextRule = TextRule::of(0, 63, Some(studio::DOMAIN_ID));
/// The name of a domain, a user profile, a space, an app and an app image config.
pub(in crate::emulator) const STUDIO_NAME: TextRule = TextRule::of(0, 63, Some(studio::STUDIO_NAME));
pub(super) const IMAGE_ARN: TextRule = TextRule::of(0, 256, Some(studio::IMAGE_ARN));
pub(super) const IMAGE_VERSION_ARN: TextRule = TextRule::of(0, 256, Some(studio::IMAGE_VERSION_ARN));
pub(super) const VERSION_ALIAS: TextRule = TextRule::of(1, 128, Some(studio::VERSION_ALIAS));
pub(super) const DISPLAY_NAME: TextRule = TextRule::of(0, 64, Some(studio::NOT_BLANK));
pub(super) const ENTRYPOINT: TextRule = TextRule::of(0, 256, Some(studio::NOT_BLANK));
pub(super) const MOUNT_PATH: TextRule = TextRule::of(0, 1024, Some(studio::MOUNT_PATH));
pub(super) const ACCOUNT_ID: TextRule = TextRule::of(12, 12, Some(studio::ACCOUNT_ID));
pub(super) const LINE: TextRule = TextRule::of(0, 1024, Some(pattern::ONE_LINE));
