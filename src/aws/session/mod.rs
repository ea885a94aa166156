//! The configuration of a place: its profile, region, endpoints and retries, and the clients made from it.
//!
//! ```text
//! load ─► profiles, region, retry, service_endpoints ─► sdk_session ─► writer
//! ```

mod busy_status;
mod load;
mod profiles;
mod region;
mod retry;
mod sdk_session;
mod service_endpoints;
mod writer;

pub use profiles::profile_exists;
pub(super) use sdk_session::SdkSession;
pub(super) use writer::Writer;
