//! The instance metadata service, which on most machines nobody answers for.

use std::time::{Duration, Instant};

use aws_config::imds::Client;
use aws_config::imds::client::EndpointMode;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future::ProvideCredentials as Providing;
use aws_credential_types::provider::{ProvideCredentials, Result};
use tokio::time::timeout;

use super::key_config::KeyConfig;

/// Attempts within the limit: one more, for a service that has just begun to answer.
const ATTEMPTS: u32 = 2;

/// Keys of the instance's role, within a limit for all requests and retries together.
#[derive(Debug)]
pub(super) struct Metadata {
    provider: ImdsCredentialsProvider,
    limit: Duration,
}

impl Metadata {
    /// The service where environment or profile say it is.
    pub(super) fn configured(config: &KeyConfig) -> Self {
        let limit = config.connection.limits.metadata;
        let client = Client::builder()
            .configure(&config.provider)
            .max_attempts(ATTEMPTS)
            .connect_timeout(limit)
            .read_timeout(limit)
            .operation_attempt_timeout(limit)
            .operation_timeout(limit);
        let client = at_profiles_endpoint(client, config).build();
        let provider =
            ImdsCredentialsProvider::builder().configure(&config.provider).imds_client(client).build();
        Self { provider, limit }
    }

    /// `the instance metadata service (1 s at most)`.
    pub(super) fn words(config: &KeyConfig) -> String {
        let limit = config.connection.limits.metadata;
        format!("the instance metadata service ({} s at most)", limit.as_secs_f64())
    }

    async fn keys(&self) -> Result {
        let begun = Instant::now();
        match timeout(self.limit, self.provider.provide_credentials()).await {
            Ok(Ok(keys)) => Ok(keys),
            // The SDK's own limits are the same and may have been the first.
            Ok(Err(error)) if begun.elapsed() < self.limit => Err(error),
            _ => {
                let said = format!("no response within {} s", self.limit.as_secs_f64());
                Err(CredentialsError::not_loaded(said))
            }
        }
    }
}

/// The SDK looks in the profile of the environment only, not in the one that was chosen.
fn at_profiles_endpoint(
    client: aws_config::imds::client::Builder,
    config: &KeyConfig,
) -> aws_config::imds::client::Builder {
    const ENDPOINT: &str = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    const MODE: &str = "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";
    if config.variable(ENDPOINT).is_some() || config.variable(MODE).is_some() {
        return client;
    }
    let endpoint = config.files.get("ec2_metadata_service_endpoint");
    if let Some(Ok(placed)) = endpoint.map(|url| client.clone().endpoint(url)) {
        return placed;
    }
    let mode = config.files.get("ec2_metadata_service_endpoint_mode");
    match mode.and_then(|mode| mode.parse::<EndpointMode>().ok()) {
        Some(mode) => client.endpoint_mode(mode),
        None => client,
    }
}

impl ProvideCredentials for Metadata {
    fn provide_credentials<'a>(&'a self) -> Providing<'a>
    where
        Self: 'a,
    {
        Providing::new(self.keys())
    }
}
