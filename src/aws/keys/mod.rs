//! How the keys that sign requests are had.
//!
//! ```text
//! keyring (kept until they expire, one fetch at a time, can be stopped)
//!    └─► chain ─► source: environment, profile (process, portal, token_file), container, metadata
//!                   └─► roles (base, then hop by hop, with MFA) ─► sts
//! ```

mod chain;
mod console;
mod environment;
mod expiry;
mod hop;
mod key_config;
mod keyring;
mod metadata;
mod no_keys;
mod portal;
mod printed;
mod process;
mod roles;
mod running;
mod sendable;
mod source;
mod sso_token;
mod sts;
mod token_file;
mod written_time;

pub(super) use chain::Chain;
pub(super) use environment::has_keys as environment_has_keys;
pub(super) use key_config::KeyConfig;
pub(super) use keyring::Keyring;
pub use running::end_all as end_programs;
pub(super) use sts::Sts;
