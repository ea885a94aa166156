//! The configuration of a place, loaded once.

use aws_config::BehaviorVersion;
use aws_config::identity::IdentityCache;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sagemaker::config::StalledStreamProtectionConfig;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::{Env, Fs};
use aws_types::region::Region;

use super::keyring::Keyring;
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
            Keys::Chain => Self::from_chain(connection, &Env::real(), &Fs::real()).await,
            Keys::Fixed => Self::from_fixed(connection),
        }
    }

    async fn from_chain(connection: &Connection, env: &Env, fs: &Fs) -> Result<Self, Failure> {
        let named = profiles::named(connection.profile.as_deref(), env);
        let files = profiles::load(named.as_deref(), env, fs).await?;
        let region = region::find(connection.region.as_deref(), env, &files)?;
        let retry = retry::configured(connection.pace.backoff, env, &files)?;
        let trust = Trust::configured(env, fs, &files).await?;
        let http = http::shared(&trust);

        let mut loader = aws_config::defaults(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.clone()))
            .retry_config(retry.clone())
            .timeout_config(connection.pace.for_read())
            .http_client(http.clone())
            .profile_name(named.as_deref().unwrap_or(profiles::DEFAULT));
        if let Some(url) = &connection.endpoint_url {
            loader = loader.endpoint_url(url);
        }
        let sdk = loader.load().await;
        let sdk = match profile_keys(connection, env, &sdk, &retry, &http) {
            Some(keys) => sdk.into_builder().credentials_provider(keys).build(),
            None => sdk,
        };
        let sts_endpoint = sts_endpoint(connection, env, &sdk);
        Self::new(connection, named, region, &sdk, sts_endpoint)
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
            .http_client(http::shared(&Trust::System))
            .credentials_provider(SharedCredentialsProvider::new(keys));
        builder.set_endpoint_url(connection.endpoint_url.clone());
        let sdk = builder.build();
        let sts_endpoint = connection.endpoint_url.clone();
        Self::new(connection, connection.profile.clone(), region, &sdk, sts_endpoint)
    }

    /// Clients from a finished configuration; the keys go through a [`Keyring`] of ours.
    fn new(
        connection: &Connection,
        profile: Option<String>,
        region: String,
        sdk: &SdkConfig,
        sts_endpoint: Option<String>,
    ) -> Result<Self, Failure> {
        let endpoint = endpoint::configured(sdk, "SageMaker");
        for url in [&endpoint, &sts_endpoint].into_iter().flatten() {
            usable(url, "the AWS configuration")?;
        }
        let Some(provider) = sdk.credentials_provider() else {
            return Err(Failure::new(FailureClass::NoCredentials, "No source of credentials is configured."));
        };
        let keyring = Keyring::new(provider, connection.pace.keys);
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
            },
            pace: connection.pace.clone(),
        })
    }
}

/// Where `--profile` and keys in the environment name different accounts, the AWS CLI takes the
/// profile and the SDK's chain takes the environment; this takes the profile.
fn profile_keys(
    connection: &Connection,
    env: &Env,
    sdk: &SdkConfig,
    retry: &RetryConfig,
    http: &SharedHttpClient,
) -> Option<SharedCredentialsProvider> {
    let name = connection.profile.as_ref()?;
    env.get("AWS_ACCESS_KEY_ID").ok().filter(|key| !key.is_empty())?;
    let config = ProviderConfig::without_region()
        .with_region(sdk.region().cloned())
        .with_use_fips(sdk.use_fips())
        .with_use_dual_stack(sdk.use_dual_stack())
        .with_retry_config(retry.clone())
        .with_timeout_config(connection.pace.for_read())
        .with_http_client(http.clone());
    let provider = ProfileFileCredentialsProvider::builder().configure(&config).profile_name(name).build();
    Some(SharedCredentialsProvider::new(provider))
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
