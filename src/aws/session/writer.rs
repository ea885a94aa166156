//! SageMaker for what changes something.

use aws_sdk_sagemaker::{Client, Config};
use aws_smithy_types::retry::RetryConfig;

use crate::aws::TimeLimits;

/// Sends each request once. The service has no token that would make a second one harmless, so a lost
/// answer is looked up by the core and never sent again: neither by the SDK, nor by the HTTP client,
/// which gives a request another connection only while no byte of it was written.
///
/// Operations that change something are given this and nothing else.
#[derive(Debug)]
pub(in crate::aws) struct Writer(Client);

impl Writer {
    /// One that is reached as `reads` says, but has one attempt, and all the time that it may take.
    pub(super) fn new(reads: &Config, limits: &TimeLimits) -> Self {
        let once =
            reads.to_builder().retry_config(RetryConfig::disabled()).timeout_config(limits.for_write());
        Self(Client::from_conf(once.build()))
    }

    /// The client that sends each request once.
    pub(in crate::aws) fn client(&self) -> &Client {
        &self.0
    }
}
