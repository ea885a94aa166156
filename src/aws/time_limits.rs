//! How long things may take.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;

/// Time limits. The defaults are what the program runs with; tests shorten them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLimits {
    /// For name, connection and TLS together.
    pub connect: Duration,
    /// For one attempt of a read.
    pub attempt: Duration,
    /// For a read with its retries.
    pub operation: Duration,
    /// For one attempt of a page of a list.
    pub list_attempt: Duration,
    /// For a page of a list with its retries.
    pub list_operation: Duration,
    /// For what changes something, which has one attempt.
    pub write: Duration,
    /// For the keys to be had: a log-in service, a role, a process that waits for a touch.
    pub keys: Duration,
    /// For the instance metadata service, with all of its requests and retries.
    pub metadata: Duration,
    /// The first wait between two attempts; the next ones double.
    pub backoff: Duration,
}

impl Default for TimeLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            attempt: Duration::from_secs(4),
            operation: Duration::from_secs(10),
            list_attempt: Duration::from_secs(10),
            list_operation: Duration::from_secs(20),
            write: Duration::from_secs(15),
            keys: Duration::from_secs(30),
            metadata: Duration::from_secs(1),
            backoff: Duration::from_millis(200),
        }
    }
}

impl TimeLimits {
    /// The limits of a read.
    pub(super) fn for_read(&self) -> TimeoutConfig {
        self.limits(self.attempt, self.operation)
    }

    /// The limits of a page of a list.
    pub(super) fn for_list(&self) -> TimeoutConfig {
        self.limits(self.list_attempt, self.list_operation)
    }

    /// The limits of what changes something.
    pub(super) fn for_write(&self) -> TimeoutConfig {
        self.limits(self.write, self.write)
    }

    /// One connect limit for all, because connections are pooled by it.
    fn limits(&self, attempt: Duration, operation: Duration) -> TimeoutConfig {
        TimeoutConfig::builder()
            .connect_timeout(self.connect)
            .operation_attempt_timeout(attempt)
            .operation_timeout(operation)
            .build()
    }
}
