//! Error codes of AWS, by what they mean to a person.

use crate::domain::FailureClass;

/// The class of an error `code`, with or without its `Exception` suffix.
///
/// From the errors that the operations of SageMaker images model, AWS's list of common errors, and
/// the codes that the SDKs treat as throttling.
pub(super) fn class(code: &str) -> Option<FailureClass> {
    let base = code.strip_suffix("Exception").or_else(|| code.strip_suffix("Error")).unwrap_or(code);
    Some(match base {
        "ResourceNotFound" => FailureClass::NotFound,
        "ResourceInUse" | "Conflict" => FailureClass::InUse,
        "Validation"
        | "Serialization"
        | "InvalidParameterCombination"
        | "InvalidParameterValue"
        | "MissingParameter"
        | "MissingRequiredParameter"
        | "MalformedQueryString" => FailureClass::Invalid,
        "ResourceLimitExceeded" | "ServiceQuotaExceeded" | "TooManyTags" => FailureClass::LimitReached,
        "AccessDenied"
        | "UnauthorizedOperation"
        | "NotAuthorized"
        | "Forbidden"
        | "OptInRequired"
        | "SubscriptionRequired" => FailureClass::Denied,
        "Throttling"
        | "Throttled"
        | "ThrottledRequest"
        | "RequestThrottled"
        | "TooManyRequests"
        | "RequestLimitExceeded"
        | "BandwidthLimitExceeded"
        | "SlowDown"
        | "EC2Throttled"
        | "RequestThrottling"
        | "ProvisionedThroughputExceeded" => FailureClass::Throttled,
        "ExpiredToken" | "RequestExpired" | "TokenRefreshRequired" | "InvalidGrant" | "Unauthorized" => {
            FailureClass::Expired
        }
        "UnrecognizedClient"
        | "InvalidClientTokenId"
        | "IncompleteSignature"
        | "MissingAuthenticationToken"
        | "InvalidAccessKeyId"
        | "AuthFailure" => FailureClass::BadKey,
        "InvalidSignature" | "SignatureDoesNotMatch" | "RequestTimeTooSkewed" | "RequestInTheFuture" => {
            FailureClass::Clock
        }
        "InternalFailure" | "InternalServer" | "Internal" | "InternalService" | "ServiceUnavailable"
        | "ServiceFailure" => FailureClass::Service,
        "RequestTimeout" => FailureClass::TimedOut,
        _ => return None,
    })
}

/// The class of an HTTP `status` that came without a code known to [`class`].
pub(super) fn class_of_status(status: u16) -> FailureClass {
    match status {
        429 => FailureClass::Throttled,
        // A proxy that wants a password has passed nothing on.
        407 => FailureClass::Unreachable,
        408 => FailureClass::TimedOut,
        500.. => FailureClass::Service,
        _ => FailureClass::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_mean_the_same_with_and_without_their_suffix() {
        for (code, means) in [
            ("ResourceNotFound", FailureClass::NotFound),
            ("ResourceInUse", FailureClass::InUse),
            ("Conflict", FailureClass::InUse),
            ("Validation", FailureClass::Invalid),
            ("Serialization", FailureClass::Invalid),
            ("ResourceLimitExceeded", FailureClass::LimitReached),
            ("ServiceQuotaExceeded", FailureClass::LimitReached),
            ("TooManyTags", FailureClass::LimitReached),
            ("AccessDenied", FailureClass::Denied),
            ("Throttling", FailureClass::Throttled),
            ("TooManyRequests", FailureClass::Throttled),
            ("RequestLimitExceeded", FailureClass::Throttled),
            ("ExpiredToken", FailureClass::Expired),
            ("RequestExpired", FailureClass::Expired),
            ("UnrecognizedClient", FailureClass::BadKey),
            ("InvalidClientTokenId", FailureClass::BadKey),
            ("IncompleteSignature", FailureClass::BadKey),
            ("MissingAuthenticationToken", FailureClass::BadKey),
            ("InvalidSignature", FailureClass::Clock),
            ("SignatureDoesNotMatch", FailureClass::Clock),
            ("RequestTimeTooSkewed", FailureClass::Clock),
            ("InternalFailure", FailureClass::Service),
            ("ServiceUnavailable", FailureClass::Service),
        ] {
            assert_eq!(class(code), Some(means), "{code}");
            assert_eq!(class(&format!("{code}Exception")), Some(means), "{code}Exception");
        }
        assert_eq!(class("InternalServerError"), Some(FailureClass::Service));
        assert_eq!(class("UnknownOperationException"), None);
        assert_eq!(class(""), None);
    }

    #[test]
    fn a_status_alone_says_less() {
        for (status, means) in [
            (400, FailureClass::Other),
            (403, FailureClass::Other),
            (407, FailureClass::Unreachable),
            (429, FailureClass::Throttled),
            (500, FailureClass::Service),
            (503, FailureClass::Service),
        ] {
            assert_eq!(class_of_status(status), means, "{status}");
        }
    }
}
