//! What a place goes by on disk.

use crate::app::Remote;
use crate::domain::{Mode, PlaceKey, Text};

use super::Place;

impl Place {
    /// What drafts and journal go by: account and region, once both are known or known not to be.
    #[must_use]
    pub fn key(&self, mode: Mode) -> Option<PlaceKey> {
        let is_known = matches!(self.account, Remote::Ready(_) | Remote::Failed { .. });
        (is_known && self.location.region.is_some()).then(|| self.key_or_unknown(mode))
    }

    /// The same by the account that is known, though it may be being asked for anew.
    #[must_use]
    pub fn last_key(&self, mode: Mode) -> Option<PlaceKey> {
        let is_known = self.known_account().is_some() && self.location.region.is_some();
        is_known.then(|| self.key_or_unknown(mode))
    }

    /// The same as well as it is known. The demo keeps its own, apart from every account.
    #[must_use]
    pub fn key_or_unknown(&self, mode: Mode) -> PlaceKey {
        let unknown = self.unknown_key();
        match self.known_account() {
            _ if mode.demo => {
                PlaceKey { account: Text::clean(&format!("demo-{}", self.profile())), ..unknown }
            }
            Some(account) => match self.location.endpoint.as_ref().and_then(foreign_host) {
                // An emulator may answer where a real account's keys are in force.
                Some(host) => PlaceKey { account: Text::clean(&format!("{account}@{host}")), ..unknown },
                None => PlaceKey { account: account.clone(), ..unknown },
            },
            None => unknown,
        }
    }

    /// Whose account it is, unless the last attempt to learn it failed: then other keys may be in
    /// force, and what was known before is no more than a guess.
    #[must_use]
    pub fn known_account(&self) -> Option<&Text> {
        self.account.value().filter(|_| self.account.failure().is_none())
    }

    /// What drafts went by while the account was not known.
    #[must_use]
    pub fn unknown_key(&self) -> PlaceKey {
        // Its keys are not the profile's, and may be another account's.
        let profile = if self.location.environment_keys { "environment" } else { self.profile() };
        let region = self.location.region.clone().unwrap_or_else(|| "unknown".into());
        PlaceKey { account: Text::clean(&format!("unknown-{profile}")), region }
    }

    fn profile(&self) -> &str {
        self.location.profile.as_ref().map_or("default", Text::as_str)
    }
}

/// Host and port of an endpoint that is not one of AWS's own, as a VPC endpoint is.
fn foreign_host(endpoint: &Text) -> Option<&str> {
    let (_, rest) = endpoint.as_str().split_once("://")?;
    let host = rest.split('/').next()?;
    let name = host.split(':').next()?;
    let is_aws =
        [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"].iter().any(|suffix| name.ends_with(suffix));
    (!is_aws).then_some(host)
}
