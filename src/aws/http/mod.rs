//! How requests leave this machine: to which endpoint, by which way, and whom they trust.
//!
//! ```text
//! shared ─► route ─► proxy         endpoint ─► query
//!    └────► trust
//! ```

pub(super) mod endpoint;
mod proxy;
pub(super) mod query;
mod route;
mod shared;
mod trust;

pub use endpoint::check_endpoint;
pub(super) use proxy::Proxies;
pub(super) use shared::{Terms, shared};
pub(super) use trust::Trust;
