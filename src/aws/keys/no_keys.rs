//! Why a source gave no keys.

use crate::domain::{Failure, FailureClass};

/// Whether the next source may be asked.
#[derive(Debug)]
pub(super) enum NoKeys {
    /// Nothing is set up there, for this reason: the second half of a sentence.
    NotSetUp(String),
    /// It is set up and failed. Other keys than those that are meant would be another account's.
    Failed(Box<Failure>),
}

impl NoKeys {
    /// A failure of which only kind and words are known.
    pub(super) fn failed(class: FailureClass, said: &str) -> Self {
        Failure::new(class, said).into()
    }
}

impl From<Failure> for NoKeys {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

/// The kind of a failure to get keys, going by that of the request for them. Whatever it was, the request
/// that wanted the keys was not sent.
pub(super) fn class(of_request: FailureClass) -> FailureClass {
    match of_request {
        FailureClass::TimedOut => FailureClass::Unreachable,
        FailureClass::Invalid => FailureClass::BadConfig,
        class @ (FailureClass::Denied
        | FailureClass::Throttled
        | FailureClass::Expired
        | FailureClass::BadKey
        | FailureClass::Clock
        | FailureClass::BadConfig
        | FailureClass::Unreachable) => class,
        _ => FailureClass::NoCredentials,
    }
}
