//! The configuration of a place: its profile, region, endpoints and retries, and the clients made from it.

mod profiles;
mod region;
mod retry;
mod sdk_session;

pub use profiles::profile_exists;
pub(super) use sdk_session::Session;
