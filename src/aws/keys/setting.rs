//! What sources of keys are made from.

use aws_config::profile::ProfileSet;
use aws_config::provider_config::ProviderConfig;
use aws_runtime::env_config::file::EnvConfigFiles;
use aws_types::os_shim_internal::Env;

use super::sts::Sts;
use crate::aws::Connection;

/// Configuration as far as it decides where keys come from.
pub(in crate::aws) struct Setting<'a> {
    pub connection: &'a Connection,
    pub env: &'a Env,
    /// The shared files, with the profile selected.
    pub files: &'a ProfileSet,
    /// The same for the SDK's providers, without what is broken.
    pub shared: EnvConfigFiles,
    /// The profile whose SSO settings the selected one lives by: itself, or the source of its roles.
    pub sso: Option<String>,
    /// HTTP client, region, limits and retries for the SDK's providers.
    pub provider: ProviderConfig,
    /// Where roles are assumed.
    pub sts: Sts,
}

impl Setting<'_> {
    /// A variable that is set and not empty.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        self.env.get(name).ok().filter(|value| !value.trim().is_empty())
    }
}
