//! Where the program speaks to.

use serde::{Deserialize, Serialize};

use crate::domain::Text;

/// How the program was asked to behave, for as long as it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mode {
    /// No write may leave the program; enforced where requests are made.
    pub read_only: bool,
    /// The embedded service is behind the endpoint.
    pub demo: bool,
}

/// Which place, by its number within this run. Requests, forms and writes name theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PlaceId(pub usize);

/// A place as configuration names it: which account's keys, which region, which endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// The profile, where one is named; else the keys come from the default chain.
    pub profile: Option<Text>,
    /// The region, once known.
    pub region: Option<Text>,
    /// The endpoint, where it is not AWS's own.
    pub endpoint: Option<Text>,
    /// Whether keys in the environment are used, whatever the profile holds.
    pub environment_keys: bool,
}

/// What a place is asked for by; what is left open, configuration tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Aim {
    /// The profile that was chosen; its keys win over those of the environment.
    pub profile: Option<Text>,
    /// The region that was chosen.
    pub region: Option<Text>,
}

/// Where an image is, whichever way it was reached: what drafts and journal go by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceKey {
    /// The account id, with `@host` where the endpoint is not one of AWS's own; where it can't be
    /// learnt, a word that says so and the profile.
    pub account: Text,
    /// The region.
    pub region: Text,
}
