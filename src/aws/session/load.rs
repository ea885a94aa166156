//! From the configuration of a place to its session.

use aws_config::BehaviorVersion;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;
use aws_types::region::Region;

use super::region::FoundRegion;
use super::sdk_session::SdkSession;
use super::service_endpoints::ServiceEndpoints;
use super::{profiles, region, retry};
use crate::aws::environment::{FileSystem, variable};
use crate::aws::files::{DEFAULT_PROFILE, EnvironmentToken, SDK_NAME, SharedFiles};
use crate::aws::http::{self, HttpSettings, Proxies, Trust};
use crate::aws::keys::{Chain, KeyConfig, Sts, environment_has_keys};
use crate::aws::{Connection, KeysFrom};
use crate::domain::{Failure, FailureClass, check_region};

impl SdkSession {
    /// Reads configuration and makes clients. Nothing goes over the wire.
    ///
    /// # Errors
    ///
    /// [`FailureClass::NoRegion`] or [`FailureClass::BadConfig`].
    pub(in crate::aws) async fn load(connection: &Connection) -> Result<Self, Failure> {
        match connection.keys {
            KeysFrom::Chain => {
                variable::check(std::env::vars_os())?;
                Self::from_chain(connection, &Env::real(), &FileSystem::Real).await
            }
            KeysFrom::Fixed => Self::from_fixed(connection),
        }
    }

    async fn from_chain(connection: &Connection, env: &Env, fs: &FileSystem) -> Result<Self, Failure> {
        let named = profiles::named(connection.profile.as_deref(), env)?;
        let name = named.as_deref().unwrap_or(DEFAULT_PROFILE);
        let outside = match &connection.profile {
            Some(_) => EnvironmentToken::default(),
            None => EnvironmentToken::of(env)?,
        };
        // They win over a profile that only the environment names.
        let environment_keys = connection.profile.is_none() && environment_has_keys(env)?;
        let shared = SharedFiles::read(env, fs).await;
        let plan = (!environment_keys).then_some(&outside);
        let (files, plan) = profiles::load(named.as_deref(), plan, &shared).await?;
        let found = region::find(connection.region.as_deref(), env, &files, name)
            .map_err(|failure| profiles::with_file_trouble(failure, &shared))?;
        let retry = retry::configured(connection.limits.backoff, env, &files)?;
        let endpoints = ServiceEndpoints::configured(connection, env, &files)?;
        let trust = Trust::configured(env, fs, &files).await?;
        let http = http::shared(&HttpSettings { trust, proxies: Proxies::configured(env)? });

        let mut loader = aws_config::defaults(BehaviorVersion::v2026_01_12())
            .region(Region::new(found.region.clone()))
            .retry_config(retry.clone())
            .timeout_config(connection.limits.for_read())
            .http_client(http.clone())
            .profile_files(shared.for_sdk(name))
            .profile_name(SDK_NAME);
        if found.fips {
            loader = loader.use_fips(true);
        }
        if let Some(url) = &connection.endpoint_url {
            loader = loader.endpoint_url(url);
        }
        let sdk = loader.no_credentials().load().await;
        let chain = Chain::configured(KeyConfig {
            connection,
            env,
            profile: (name, shared.has(name)),
            plan,
            files: &files,
            provider: provider(connection, &sdk, &retry, &http),
            sdk: &sdk,
            sts: Sts::new(&sdk, endpoints.roles.clone()),
        });
        let mut session = Self::new(connection, named, found, &sdk, endpoints, chain);
        session.location.environment_keys = environment_keys;
        Ok(session)
    }

    fn from_fixed(connection: &Connection) -> Result<Self, Failure> {
        let Some(region) = connection.region.clone() else {
            return Err(Failure::new(FailureClass::NoRegion, "No region was given."));
        };
        check_region(&region).map_err(|why| Failure::new(FailureClass::BadConfig, &why))?;
        let keys = Credentials::new("AKIADEMODEMODEMODEMO", "made-up", None, None, "sagescope");
        let mut builder = SdkConfig::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.clone()))
            .retry_config(RetryConfig::standard().with_initial_backoff(connection.limits.backoff))
            .timeout_config(connection.limits.for_read())
            .http_client(http::shared(&HttpSettings::default()));
        builder.set_endpoint_url(connection.endpoint_url.clone());
        let sdk = builder.build();
        let endpoints = ServiceEndpoints::all_at_flag(connection)?;
        let found = FoundRegion { written: region.clone(), region, fips: false };
        Ok(Self::new(connection, connection.profile.clone(), found, &sdk, endpoints, Chain::fixed(keys)))
    }
}

/// What the SDK's sources of keys have in common.
fn provider(
    connection: &Connection,
    sdk: &SdkConfig,
    retry: &RetryConfig,
    http: &SharedHttpClient,
) -> ProviderConfig {
    ProviderConfig::without_region()
        .with_region(sdk.region().cloned())
        .with_use_fips(sdk.use_fips())
        .with_use_dual_stack(sdk.use_dual_stack())
        .with_retry_config(retry.clone())
        .with_timeout_config(connection.limits.for_read())
        .with_http_client(http.clone())
}
