//! How the keys that sign requests are had.
//!
//! ```text
//! keyring (kept until they expire, one fetch at a time, can be stopped)
//!    └─► chain ─► source: environment, profile, token file, container, metadata
//!                   └─► roles (base, then hop by hop, with MFA) ─► sts
//! ```

mod chain;
mod hop;
mod keyring;
mod metadata;
mod profile_keys;
mod refused;
mod role_chain;
mod roles;
mod setting;
mod source;
mod sso;
mod sts;

pub(super) use chain::Chain;
pub(super) use keyring::Keyring;
pub(super) use setting::Setting;
pub(super) use sts::Sts;
