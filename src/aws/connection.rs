//! How a place is reached, as the command line says it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{KeySteps, TimeLimits};

/// What was asked for; everything left open is found as the AWS CLI finds it.
#[derive(Debug, Clone, Default)]
pub struct Connection {
    /// `--profile`; its keys then win over keys in the environment, as with the AWS CLI.
    pub profile: Option<String>,
    /// `--region`.
    pub region: Option<String>,
    /// `--endpoint-url`: where SageMaker is, and STS too unless `AWS_ENDPOINT_URL_STS` is set.
    pub endpoint_url: Option<String>,
    /// Whether UpdateImage is refused here, before anything is sent.
    pub read_only: bool,
    /// The profiles with which it is refused, whichever way they came to be in force; `default` is
    /// meant where none is named.
    pub read_only_profiles: Arc<BTreeSet<String>>,
    /// Where the keys come from.
    pub keys: KeysFrom,
    /// How long things may take.
    pub limits: TimeLimits,
    /// Who is told what is being tried to get keys.
    pub steps: KeySteps,
}

/// Where the keys that sign requests come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeysFrom {
    /// The chain of the SDK: environment, profile (SSO, roles, processes), container, instance.
    #[default]
    Chain,
    /// Made-up keys, for the embedded service. No file and no variable is consulted: region and
    /// endpoint are those of the connection, or none.
    Fixed,
}
