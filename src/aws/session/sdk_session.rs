//! The configuration of a place, loaded once.

use aws_config::BehaviorVersion;
use aws_config::identity::IdentityCache;
use aws_config::profile::ProfileSet;
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

use super::{profiles, region, retry};
use crate::aws::environment::{FileSystem, variable};
use crate::aws::files::{DEFAULT_PROFILE, Outside, SDK_NAME, SharedFiles};
use crate::aws::http::endpoint::{self, Endpoint, Service};
use crate::aws::http::{self, Proxies, Terms, Trust, query};
use crate::aws::keys::{Chain, Keyring, Setting, Sts, environment_has_keys};
use crate::aws::{Connection, Keys, Pace};
use crate::domain::{Failure, FailureClass, Location, Text, check_region};

/// How this program calls itself in the user agent; a slash is not allowed there.
const APP: &str = concat!("sagescope-", env!("CARGO_PKG_VERSION"));

/// Everything that requests to one place have in common.
#[derive(Debug)]
pub(in crate::aws) struct Session {
    pub sagemaker: aws_sdk_sagemaker::Client,
    pub sts: aws_sdk_sts::Client,
    pub keyring: Keyring,
    pub location: Location,
    /// The region as it was written.
    pub written_region: String,
    pub pace: Pace,
}

impl Session {
    /// Reads configuration and makes clients. Nothing goes over the wire.
    ///
    /// # Errors
    ///
    /// [`FailureClass::NoRegion`] or [`FailureClass::BadConfig`].
    pub(in crate::aws) async fn load(connection: &Connection) -> Result<Self, Failure> {
        match connection.keys {
            Keys::Chain => {
                variable::check(std::env::vars_os())?;
                Self::from_chain(connection, &Env::real(), &FileSystem::Real).await
            }
            Keys::Fixed => Self::from_fixed(connection),
        }
    }

    async fn from_chain(connection: &Connection, env: &Env, fs: &FileSystem) -> Result<Self, Failure> {
        let named = profiles::named(connection.profile.as_deref(), env)?;
        let name = named.as_deref().unwrap_or(DEFAULT_PROFILE);
        let outside = match &connection.profile {
            Some(_) => Outside::default(),
            None => Outside::of(env)?,
        };
        // They win over a profile that only the environment names.
        let environment_keys = connection.profile.is_none() && environment_has_keys(env)?;
        let shared = SharedFiles::read(env, fs).await;
        let plan = (!environment_keys).then_some(&outside);
        let (files, plan) = profiles::load(named.as_deref(), plan, &shared).await?;
        let found = region::find(connection.region.as_deref(), env, &files, name)
            .map_err(|failure| profiles::hinted(failure, &shared))?;
        let retry = retry::configured(connection.pace.backoff, env, &files)?;
        let endpoints = Endpoints::configured(connection, env, &files)?;
        let trust = Trust::configured(env, fs, &files).await?;
        let http = http::shared(&Terms { trust, proxies: Proxies::configured(env)? });

        let mut loader = aws_config::defaults(BehaviorVersion::v2026_01_12())
            .region(Region::new(found.region.clone()))
            .retry_config(retry.clone())
            .timeout_config(connection.pace.for_read())
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
        let chain = Chain::configured(Setting {
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
            .retry_config(RetryConfig::standard().with_initial_backoff(connection.pace.backoff))
            .timeout_config(connection.pace.for_read())
            .http_client(http::shared(&Terms::default()));
        builder.set_endpoint_url(connection.endpoint_url.clone());
        let sdk = builder.build();
        let endpoints = Endpoints::all(flag(connection)?);
        let found = region::Found { written: region.clone(), region, fips: false };
        Ok(Self::new(connection, connection.profile.clone(), found, &sdk, endpoints, Chain::fixed(keys)))
    }

    /// Clients from a finished configuration; the keys go through a [`Keyring`] of ours.
    fn new(
        connection: &Connection,
        profile: Option<String>,
        found: region::Found,
        sdk: &SdkConfig,
        endpoints: Endpoints,
        chain: Chain,
    ) -> Self {
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
        query::keeper(endpoints.sagemaker.as_ref()).map(|keeper| sagemaker.push_interceptor(keeper));
        let endpoint = endpoints.sagemaker.map(|endpoint| endpoint.url);
        sagemaker.set_endpoint_url(endpoint.clone());
        let mut sts = aws_sdk_sts::config::Builder::from(&shared);
        query::keeper(endpoints.sts.as_ref()).map(|keeper| sts.push_interceptor(keeper));
        sts.set_endpoint_url(endpoints.sts.map(|endpoint| endpoint.url));
        Self {
            sagemaker: aws_sdk_sagemaker::Client::from_conf(sagemaker.build()),
            sts: aws_sdk_sts::Client::from_conf(sts.build()),
            keyring,
            location: Location {
                profile: profile.map(Text::from),
                region: Some(Text::from(found.region)),
                endpoint: endpoint.map(Text::from),
                environment_keys: false,
            },
            written_region: found.written,
            pace: connection.pace.clone(),
        }
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

/// Where the services are, as far as that is not AWS's own place.
struct Endpoints {
    sagemaker: Option<Endpoint>,
    /// Where it is asked whose the keys are.
    sts: Option<Endpoint>,
    /// Where roles are assumed.
    roles: Option<Endpoint>,
}

impl Endpoints {
    /// `--endpoint-url` holds for STS too, so that nothing leaves for AWS where a local endpoint was named; only
    /// `AWS_ENDPOINT_URL_STS` is more exact. Roles are assumed there where it is on this machine; any other is
    /// SageMaker's own, as behind a VPC endpoint, and has no STS.
    fn configured(connection: &Connection, env: &Env, profile: &ProfileSet) -> Result<Self, Failure> {
        let configured = |service| endpoint::configured(service, env, profile);
        let Some(flag) = flag(connection)? else {
            let sts = configured(Service::Sts)?;
            return Ok(Self { sagemaker: configured(Service::SageMaker)?, roles: sts.clone(), sts });
        };
        let sts = endpoint::own(Service::Sts, env)?.unwrap_or_else(|| flag.clone());
        let roles = if flag.is_near() { Some(sts.clone()) } else { configured(Service::Sts)? };
        Ok(Self { sagemaker: Some(flag), sts: Some(sts), roles })
    }

    /// One place for all of them.
    fn all(endpoint: Option<Endpoint>) -> Self {
        Self { sagemaker: endpoint.clone(), sts: endpoint.clone(), roles: endpoint }
    }
}

fn flag(connection: &Connection) -> Result<Option<Endpoint>, Failure> {
    connection.endpoint_url.as_ref().map(|url| Endpoint::of(url, "--endpoint-url")).transpose()
}
