//! The adapter: the one module that knows the AWS SDK.
//!
//! A [`Client`] takes the core's [`crate::service::Request`]s and gives back its replies. It finds
//! profile, region, endpoint and keys as the AWS CLI does, reads with retries, writes once, and turns
//! whatever goes wrong into a [`crate::domain::Failure`].
//!
//! ```text
//! Request ─► client ─► session (files, region, endpoint, retry, keys; loaded once) ─► http
//!               └────► ops (a file an operation) ─► SDK ─► answer | failure
//! ```

mod client;
mod connection;
mod environment;
mod failure;
mod files;
mod http;
mod key_steps;
mod keys;
mod log_targets;
mod ops;
mod session;
mod time_limits;

pub use client::Client;
pub use connection::{Connection, KeysFrom};
pub use http::check_endpoint;
pub use key_steps::{KeyStep, KeySteps};
pub use keys::end_programs;
pub use log_targets::LOG_TARGETS;
pub use session::profile_exists;
pub use time_limits::TimeLimits;
