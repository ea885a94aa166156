//! Statuses that ask for another attempt without a word of why.

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};

/// HTTP 429 and 408, which a proxy or a firewall answers with no error code. The SDK tries again by code, and by
/// status only for 500, 502, 503 and 504.
#[derive(Debug)]
pub struct BusyStatus;

impl ClassifyRetry for BusyStatus {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.response().map(|response| response.status().as_u16()) {
            Some(429) => RetryAction::throttling_error(),
            Some(408) => RetryAction::transient_error(),
            Some(_) | None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "busy status"
    }
}
