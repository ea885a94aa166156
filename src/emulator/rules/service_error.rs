//! Errors as the service answers them.

use hyper::StatusCode;

use crate::emulator::store::{Arns, ImageStatus, InStudio, ResourceKind};

/// An error as the service answers it, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::emulator) struct ServiceError {
    /// 400; 403 for signatures and keys; 408 and 413 for bodies; 5xx where the service itself failed.
    pub(in crate::emulator) status: StatusCode,
    /// As AWS JSON names it, as `ResourceNotFound`.
    pub(in crate::emulator) code: &'static str,
    pub(in crate::emulator) message: String,
}

impl ServiceError {
    /// The code of what is asked of nobody.
    pub(in crate::emulator) const UNKNOWN_OPERATION: &str = "UnknownOperationException";

    pub(in crate::emulator) fn new(
        status: StatusCode,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self { status, code, message: message.into() }
    }

    pub(in crate::emulator) fn invalid(message: impl Into<String>) -> Self {
        Self::bad("ValidationException", message)
    }

    pub(in crate::emulator) fn unreadable(message: impl Into<String>) -> Self {
        Self::bad("SerializationException", message)
    }

    pub(in crate::emulator) fn unknown_operation() -> Self {
        Self::bad(Self::UNKNOWN_OPERATION, "The requested operation is not supported in the called region.")
    }

    /// `most` is how many bytes a body may have.
    pub(in crate::emulator) fn too_large(most: usize) -> Self {
        let message = format!("Request entity too large: the limit is {most} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", message)
    }

    pub(in crate::emulator) fn too_slow() -> Self {
        Self::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", "The request's body did not come in time.")
    }

    /// What no program of this machine asks.
    pub(in crate::emulator) fn not_local(message: impl Into<String>) -> Self {
        Self::forbidden("AccessDeniedException", message)
    }

    pub(in crate::emulator) fn not_found(name: &str) -> Self {
        Self::bad("ResourceNotFound", format!("No Image with the name {name} found."))
    }

    /// Studio does not have it. The service's words for it are not published.
    pub(in crate::emulator) fn no_such(what: InStudio) -> Self {
        Self::bad("ResourceNotFound", format!("{} [{}] does not exist.", what.kind().noun(), what.path()))
    }

    /// The image has no version at all.
    pub(in crate::emulator) fn no_latest_version(image: &str) -> Self {
        let words = format!(
            "Latest ImageVersion with ImageName {image} does not exist. Please provide a valid ImageName."
        );
        Self::bad("ResourceNotFound", words)
    }

    /// The image has no such version; `wanted` as `Version 7`, or `Alias prod`.
    pub(in crate::emulator) fn no_version(image: &str, wanted: &str) -> Self {
        let words = format!("ImageVersion with ImageName {image} and {wanted} does not exist.");
        Self::bad("ResourceNotFound", words)
    }

    pub(in crate::emulator) fn no_alias(image: &str, number: u32, alias: &str) -> Self {
        let words = format!("Alias {alias} of ImageVersion {number} with ImageName {image} does not exist.");
        Self::bad("ResourceNotFound", words)
    }

    pub(in crate::emulator) fn alias_held(image: &str, holder: u32, alias: &str) -> Self {
        let words =
            format!("Alias {alias} is already in use by ImageVersion {holder} with ImageName {image}.");
        Self::bad("ResourceInUse", words)
    }

    pub(in crate::emulator) fn too_many_tags(arn: &str, most: usize) -> Self {
        Self::invalid(format!("The resource {arn} would have more than {most} tags."))
    }

    pub(in crate::emulator) fn key_of_aws() -> Self {
        Self::invalid("aws: prefixed tag key names are not allowed for external use.")
    }

    pub(in crate::emulator) fn in_use(kind: ResourceKind, arn: &str, status: &str) -> Self {
        let kind = kind.noun();
        Self::bad("ResourceInUse", format!("{kind} {arn} is in status {status} and cannot be updated."))
    }

    pub(in crate::emulator) fn invalid_state(kind: ResourceKind, name: &str, status: ImageStatus) -> Self {
        Self::invalid(format!("{} {name} is in an invalid state: {status}.", kind.noun()))
    }

    pub(in crate::emulator) fn throttled() -> Self {
        Self::bad("ThrottlingException", "Rate exceeded")
    }

    pub(in crate::emulator) fn denied(arns: &Arns, operation: &str, resource: &str) -> Self {
        let caller = arns.caller();
        let message = format!(
            "User: {caller} is not authorized to perform: {operation} on resource: {resource} \
             because no identity-based policy allows the {operation} action"
        );
        Self::bad("AccessDeniedException", message)
    }

    /// An MFA code that was not taken.
    pub(in crate::emulator) fn wrong_code() -> Self {
        let message = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
        Self::forbidden("AccessDenied", message)
    }

    pub(in crate::emulator) fn expired_token() -> Self {
        Self::forbidden("ExpiredTokenException", "The security token included in the request is expired")
    }

    pub(in crate::emulator) fn bad_key() -> Self {
        Self::forbidden(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        )
    }

    pub(in crate::emulator) fn missing_signature() -> Self {
        Self::forbidden("MissingAuthenticationTokenException", "Missing Authentication Token")
    }

    pub(in crate::emulator) fn incomplete_signature(message: impl Into<String>) -> Self {
        Self::forbidden("IncompleteSignatureException", message)
    }

    pub(in crate::emulator) fn invalid_signature(message: impl Into<String>) -> Self {
        Self::forbidden("InvalidSignatureException", message)
    }

    /// A failure of the service itself; `status` is 500 to 599.
    pub(in crate::emulator) fn failure(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            return Self::new(
                status,
                "ServiceUnavailable",
                "Service is unavailable. Please try again later.",
            );
        }
        let message = "The request processing has failed because of an unknown error, exception or failure.";
        Self::new(status, "InternalFailure", message)
    }

    fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    fn forbidden(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, message)
    }
}
