//! The functional core.

mod request;

pub use request::{Answer, PageToken, Reply, Request};
