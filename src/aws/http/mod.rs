//! How requests leave this machine: to which endpoint, by which way, and whom they trust.
//!
//! ```text
//! http_client ─► route ─► proxy         endpoint ─► query
//!       └──────► trust
//! ```

pub(super) mod endpoint;
mod http_client;
mod proxy;
pub(super) mod query;
mod route;
mod trust;

pub use endpoint::check_endpoint;
pub(super) use http_client::{HttpSettings, MOST_BYTES, shared};
pub(super) use proxy::Proxies;
pub(super) use trust::Trust;
