//! What sources of keys are made from.

use aws_config::profile::ProfileSet;
use aws_config::provider_config::ProviderConfig;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;

use super::sts::Sts;
use crate::aws::Connection;
use crate::aws::files::KeyPlan;

/// Configuration as far as it decides where keys come from.
pub(in crate::aws) struct KeyConfig<'a> {
    pub connection: &'a Connection,
    pub env: &'a Env,
    /// The profile, and whether it is in the files.
    pub profile: (&'a str, bool),
    /// How its keys are had. Nothing where those of the environment are used.
    pub plan: Option<KeyPlan>,
    /// The profile's settings.
    pub files: &'a ProfileSet,
    /// HTTP client, region, limits and retries for the SDK's providers.
    pub provider: ProviderConfig,
    /// The same for clients, with the endpoints of the configuration.
    pub sdk: &'a SdkConfig,
    /// Where roles are assumed.
    pub sts: Sts,
}

impl KeyConfig<'_> {
    /// A variable that is set and not empty.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        self.env.get(name).ok().filter(|value| !value.trim().is_empty())
    }
}
