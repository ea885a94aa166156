//! The configuration of a place, loaded once.

use aws_config::BehaviorVersion;
use aws_config::identity::IdentityCache;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sagemaker::config::StalledStreamProtectionConfig;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::Env;
use aws_types::region::Region;

use super::file_system::FileSystem;
use super::files::{Files, Outside, SDK_NAME};
use super::keys::{Chain, Keyring, Setting, Sts, environment_has_keys};
use super::trust::Trust;
use super::{Connection, Keys, Pace, check_endpoint, check_region, endpoint, http, profiles, region, retry};
use crate::domain::{Failure, FailureClass, Location, Text};

/// How this program calls itself in the user agent; a slash is not allowed there.
const APP: &str = concat!("sagescope-", env!("CARGO_PKG_VERSION"));

/// Everything that requests to one place have in common.
#[derive(Debug)]
pub(super) struct Session {
    pub sagemaker: aws_sdk_sagemaker::Client,
    pub sts: aws_sdk_sts::Client,
    pub keyring: Keyring,
    pub location: Location,
    pub pace: Pace,
}

impl Session {
    /// Reads configuration and makes clients. Nothing goes over the wire.
    ///
    /// # Errors
    ///
    /// [`FailureClass::NoRegion`] or [`FailureClass::BadConfig`].
    pub(super) async fn load(connection: &Connection) -> Result<Self, Failure> {
        if let Some(url) = &connection.endpoint_url {
            usable(url, "--endpoint-url")?;
        }
        match connection.keys {
            Keys::Chain => Self::from_chain(connection, &Env::real(), &FileSystem::Real).await,
            Keys::Fixed => Self::from_fixed(connection),
        }
    }

    async fn from_chain(connection: &Connection, env: &Env, fs: &FileSystem) -> Result<Self, Failure> {
        let named = profiles::named(connection.profile.as_deref(), env)?;
        let name = named.as_deref().unwrap_or(profiles::DEFAULT);
        let outside = match &connection.profile {
            Some(_) => Outside::default(),
            None => Outside::of(env)?,
        };
        // They win over a profile that only the environment names.
        let environment_keys = connection.profile.is_none() && environment_has_keys(env)?;
        let shared = Files::read(env, fs).await;
        let plan = (!environment_keys).then_some(&outside);
        let (files, plan) = profiles::load(named.as_deref(), plan, &shared).await?;
        let region = region::find(connection.region.as_deref(), env, &files, name)
            .map_err(|failure| profiles::hinted(failure, &shared))?;
        let retry = retry::configured(connection.pace.backoff, env, &files)?;
        let trust = Trust::configured(env, fs, &files).await?;
        let http = http::shared(&trust);

        let mut loader = aws_config::defaults(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.clone()))
            .retry_config(retry.clone())
            .timeout_config(connection.pace.for_read())
            .http_client(http.clone())
            .profile_files(shared.for_sdk(name))
            .profile_name(SDK_NAME);
        if let Some(url) = &connection.endpoint_url {
            loader = loader.endpoint_url(url);
        }
        let sdk = loader.no_credentials().load().await;
        let sts_endpoint = sts_endpoint(connection, env, &sdk);
        let role_endpoint = role_endpoint(connection, &sdk, sts_endpoint.as_deref());
        if let Some(url) = &role_endpoint {
            usable(url, "the AWS configuration")?;
        }
        let chain = Chain::configured(Setting {
            connection,
            env,
            profile: (name, shared.has(name)),
            plan,
            files: &files,
            provider: provider(connection, &sdk, &retry, &http),
            sdk: &sdk,
            sts: Sts::new(&sdk, role_endpoint),
        });
        let mut session = Self::new(connection, named, region, &sdk, sts_endpoint, chain)?;
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
            .retry_config(RetryConfig::standard().with_initial_backoff(connection.pace.backoff))
            .timeout_config(connection.pace.for_read())
            .http_client(http::shared(&Trust::System));
        builder.set_endpoint_url(connection.endpoint_url.clone());
        let sdk = builder.build();
        let sts_endpoint = connection.endpoint_url.clone();
        Self::new(connection, connection.profile.clone(), region, &sdk, sts_endpoint, Chain::fixed(keys))
    }

    /// Clients from a finished configuration; the keys go through a [`Keyring`] of ours.
    fn new(
        connection: &Connection,
        profile: Option<String>,
        region: String,
        sdk: &SdkConfig,
        sts_endpoint: Option<String>,
        chain: Chain,
    ) -> Result<Self, Failure> {
        let endpoint = endpoint::configured(sdk, "SageMaker");
        for url in [&endpoint, &sts_endpoint].into_iter().flatten() {
            usable(url, "the AWS configuration")?;
        }
        let keyring = Keyring::new(chain, connection.pace.keys);
        let mut shared = sdk
            .to_builder()
            .credentials_provider(SharedCredentialsProvider::new(keyring.clone()))
            .identity_cache(IdentityCache::no_cache())
            // Answers are small and attempts are short: a stall ends as a timeout.
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled());
        shared.set_app_name(AppName::new(APP).ok());
        let shared = shared.build();
        let mut sagemaker = aws_sdk_sagemaker::config::Builder::from(&shared);
        sagemaker.set_endpoint_url(endpoint.clone());
        let mut sts = aws_sdk_sts::config::Builder::from(&shared);
        sts.set_endpoint_url(sts_endpoint);
        Ok(Self {
            sagemaker: aws_sdk_sagemaker::Client::from_conf(sagemaker.build()),
            sts: aws_sdk_sts::Client::from_conf(sts.build()),
            keyring,
            location: Location {
                profile: profile.map(Text::from),
                region: Some(Text::from(region)),
                endpoint: endpoint.map(Text::from),
                environment_keys: false,
            },
            pace: connection.pace.clone(),
        })
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
        .with_timeout_config(connection.pace.for_read())
        .with_http_client(http.clone())
}

/// Where roles are assumed: `--endpoint-url` counts where it is on this machine, for then nothing is to
/// leave it; any other is SageMaker's own, as behind a VPC endpoint, and has no STS.
fn role_endpoint(connection: &Connection, sdk: &SdkConfig, sts_endpoint: Option<&str>) -> Option<String> {
    match &connection.endpoint_url {
        Some(url) if !endpoint::is_near(url) => endpoint::of_configuration(sdk, "STS"),
        _ => sts_endpoint.map(str::to_owned),
    }
}

/// `--endpoint-url` holds for STS too, so that nothing leaves for AWS where a local endpoint was
/// named; only `AWS_ENDPOINT_URL_STS` is more exact.
fn sts_endpoint(connection: &Connection, env: &Env, sdk: &SdkConfig) -> Option<String> {
    let own = env.get("AWS_ENDPOINT_URL_STS").ok().filter(|url| !url.is_empty());
    match &connection.endpoint_url {
        Some(url) => own.or_else(|| Some(url.clone())),
        None => endpoint::configured(sdk, "STS"),
    }
}

fn usable(url: &str, source: &str) -> Result<(), Failure> {
    check_endpoint(url).map_err(|why| {
        let said = format!("The endpoint URL from {source} can't be used: {why}.");
        Failure::new(FailureClass::BadConfig, &said)
    })
}
