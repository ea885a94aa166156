//! The service that gives keys of roles.

use std::fmt;

use aws_config::identity::IdentityCache;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::Client;
use aws_sdk_sts::config::{Builder, StalledStreamProtectionConfig};
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;

use crate::aws::http::endpoint::Endpoint;
use crate::aws::http::query;

/// How STS is reached to assume roles, whatever keys sign.
#[derive(Clone)]
pub(in crate::aws) struct Sts {
    shared: SdkConfig,
    endpoint: Option<Endpoint>,
}

impl Sts {
    /// STS of a place: its region, HTTP client, limits and retries, and an endpoint that is not AWS's own.
    pub(in crate::aws) fn new(shared: &SdkConfig, endpoint: Option<Endpoint>) -> Self {
        let shared = shared
            .to_builder()
            .identity_cache(IdentityCache::no_cache())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .build();
        Self { shared, endpoint }
    }

    /// A client that signs with `keys`, with one attempt only where `once`.
    pub(super) fn client(&self, keys: Credentials, once: bool) -> Client {
        let shared =
            self.shared.to_builder().credentials_provider(SharedCredentialsProvider::new(keys)).build();
        let mut config = self.config(&shared);
        if once {
            config.set_retry_config(Some(RetryConfig::disabled()));
        }
        Client::from_conf(config.build())
    }

    /// A client for requests that need no keys.
    pub(super) fn without_keys(&self) -> Client {
        Client::from_conf(self.config(&self.shared).build())
    }

    fn config(&self, shared: &SdkConfig) -> Builder {
        let mut config = Builder::from(shared);
        query::interceptor(self.endpoint.as_ref()).map(|interceptor| config.push_interceptor(interceptor));
        config.set_endpoint_url(self.endpoint.as_ref().map(|endpoint| endpoint.url.clone()));
        config
    }
}

impl fmt::Debug for Sts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sts").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}
