//! How long keys last.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;

/// Keys that end sooner than this are fetched anew.
pub(super) const MARGIN: Duration = Duration::from_secs(30);

/// Whether keys last long enough to begin something with them.
pub(super) fn is_fresh(keys: &Credentials) -> bool {
    keys.expiry().is_none_or(|end| SystemTime::now() + MARGIN < end)
}
