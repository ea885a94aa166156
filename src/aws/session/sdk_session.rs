//! What requests to one place have in common.

use aws_config::identity::IdentityCache;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sagemaker::config::StalledStreamProtectionConfig;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_types::SdkConfig;
use aws_types::app_name::AppName;

use super::busy_status::BusyStatus;
use super::region::FoundRegion;
use super::service_endpoints::ServiceEndpoints;
use super::writer::Writer;
use crate::aws::http::query;
use crate::aws::keys::{Chain, Keyring};
use crate::aws::{Connection, TimeLimits};
use crate::domain::{Location, Text};

/// How this program calls itself in the user agent; a slash is not allowed there.
const APP: &str = concat!("sagescope-", env!("CARGO_PKG_VERSION"));

/// Everything that requests to one place have in common.
#[derive(Debug)]
pub(in crate::aws) struct SdkSession {
    /// SageMaker, for what reads.
    pub sagemaker: aws_sdk_sagemaker::Client,
    /// SageMaker, for what changes something.
    pub writer: Writer,
    /// Whose the keys are.
    pub sts: aws_sdk_sts::Client,
    pub keyring: Keyring,
    pub location: Location,
    /// The region as it was written.
    pub written_region: String,
    pub limits: TimeLimits,
}

impl SdkSession {
    /// Clients from a finished configuration; the keys go through a [`Keyring`] of ours.
    pub(super) fn new(
        connection: &Connection,
        profile: Option<String>,
        found: FoundRegion,
        sdk: &SdkConfig,
        endpoints: ServiceEndpoints,
        chain: Chain,
    ) -> Self {
        let keyring = Keyring::new(chain, connection.limits.keys);
        let mut shared = sdk
            .to_builder()
            .credentials_provider(SharedCredentialsProvider::new(keyring.clone()))
            .identity_cache(IdentityCache::no_cache())
            // Answers are small and attempts are short: a stall ends as a timeout.
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled());
        shared.set_app_name(AppName::new(APP).ok());
        let shared = shared.build();
        let mut sagemaker = aws_sdk_sagemaker::config::Builder::from(&shared);
        query::interceptor(endpoints.sagemaker.as_ref())
            .map(|interceptor| sagemaker.push_interceptor(interceptor));
        sagemaker.push_retry_classifier(SharedRetryClassifier::new(BusyStatus));
        let endpoint = endpoints.sagemaker.map(|endpoint| endpoint.url);
        sagemaker.set_endpoint_url(endpoint.clone());
        let mut sts = aws_sdk_sts::config::Builder::from(&shared);
        query::interceptor(endpoints.sts.as_ref()).map(|interceptor| sts.push_interceptor(interceptor));
        sts.push_retry_classifier(SharedRetryClassifier::new(BusyStatus));
        sts.set_endpoint_url(endpoints.sts.map(|endpoint| endpoint.url));
        let sagemaker = sagemaker.build();
        Self {
            writer: Writer::new(&sagemaker, &connection.limits),
            sagemaker: aws_sdk_sagemaker::Client::from_conf(sagemaker),
            sts: aws_sdk_sts::Client::from_conf(sts.build()),
            keyring,
            location: Location {
                profile: profile.map(Text::from),
                region: Some(Text::from(found.region)),
                endpoint: endpoint.map(Text::from),
                environment_keys: false,
            },
            written_region: found.written,
            limits: connection.limits.clone(),
        }
    }
}
