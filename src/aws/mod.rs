//! The adapter: the one module that knows the AWS SDK.
//!
//! A [`Client`] takes the core's [`crate::service::Request`]s and gives back its replies. It finds
//! profile, region, endpoint and keys as the AWS CLI does, reads with retries, writes once, and turns
//! whatever goes wrong into a [`crate::domain::Failure`].
//!
//! ```text
//! Request ─► client ─► session (files, profiles, region, endpoint, retry, keys; loaded once)
//!                │         └─► http (trust, proxy, route)
//!                └───► list, describe, update, identity ─► SDK ─► image | failure (code, cause, body)
//! ```

mod body;
mod cause;
mod client;
mod code;
mod connection;
mod describe;
mod endpoint;
mod failure;
mod file_system;
mod files;
mod http;
mod identity;
mod image;
mod keys;
mod list;
mod log_targets;
mod lost;
mod pace;
mod profiles;
mod proxy;
mod query;
mod region;
mod retry;
mod route;
mod session;
mod skew;
mod steps;
mod switch;
mod trust;
mod update;
mod variable;
mod words;
mod written_path;

pub use client::Client;
pub use connection::{Connection, Keys};
pub use endpoint::check_endpoint;
pub use log_targets::LOG_TARGETS;
pub use pace::Pace;
pub use profiles::profile_exists;
pub use steps::{Step, Steps};
