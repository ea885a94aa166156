//! Where a profile's keys come from, for people to see.

use super::shared_files::SharedFiles;
use super::{key_plan, own};
use crate::domain::{ArnParts, KeySource};

impl SharedFiles {
    /// Where a profile's keys come from; a profile that is not there has none.
    pub(super) fn source(&self, profile: &str) -> KeySource {
        match self.profiles.get(profile) {
            Some(entry) if key_plan::is_role(entry) => KeySource::Role,
            Some(entry) => own::source(entry),
            None => KeySource::Elsewhere,
        }
    }

    /// The account that a profile names for its keys.
    pub(super) fn account(&self, profile: &str) -> Option<&str> {
        let entry = self.profiles.get(profile)?;
        match self.source(profile) {
            KeySource::Sso => entry.get("sso_account_id"),
            KeySource::Role | KeySource::WebIdentity => entry.get("role_arn").and_then(account_in),
            KeySource::Console => entry.get("login_session").and_then(account_in),
            KeySource::Process | KeySource::Static | KeySource::Elsewhere => entry.get("aws_account_id"),
        }
    }
}

/// The account in an ARN.
fn account_in(arn: &str) -> Option<&str> {
    ArnParts::of(arn)?.account_id()
}
