//! Requests that got no answer, and whether they can have arrived.

use std::error::Error;
use std::fmt;

use aws_smithy_runtime_api::client::result::ConnectorError;
use hyper_util::client::legacy;

use super::cause;

/// A request without an answer, put into the SDK's error where it leaves the HTTP client. An error
/// of dispatch without one comes from before that: keys, endpoint, signature.
#[derive(Debug)]
pub(in crate::aws) struct NoAnswer {
    /// Host and port.
    host: String,
    /// Whether a connection stood, so that the request may have arrived. Only where none ever did
    /// is it certain that a write was not done.
    pub connected: bool,
    /// Whether something came that is no HTTP.
    pub is_garbled: bool,
    cause: Box<dyn Error + Send + Sync>,
}

impl NoAnswer {
    /// Marks `error`, which keeps its kind, because the SDK's retries go by it.
    pub(in crate::aws) fn mark(error: ConnectorError, host: String) -> ConnectorError {
        let (timeout, io, user, kind) =
            (error.is_timeout(), error.is_io(), error.is_user(), error.as_other());
        let cause = error.into_source();
        let refused = cause::find::<legacy::Error>(cause.as_ref()).is_some_and(legacy::Error::is_connect);
        let is_garbled = cause::find::<hyper::Error>(cause.as_ref()).is_some_and(hyper::Error::is_parse);
        let unanswered = Box::new(Self { host, connected: !refused, is_garbled, cause });
        match () {
            () if timeout => ConnectorError::timeout(unanswered),
            () if io => ConnectorError::io(unanswered),
            () if user => ConnectorError::user(unanswered),
            () => ConnectorError::other(unanswered, kind),
        }
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_garbled {
            write!(f, "what {} sent is not valid HTTP", self.host)
        } else if self.connected {
            write!(f, "the connection to {} broke before a response came", self.host)
        } else {
            write!(f, "no connection to {}", self.host)
        }
    }
}

impl Error for NoAnswer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.cause.as_ref())
    }
}
