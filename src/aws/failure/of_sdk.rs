//! From errors of the SDK to failures of the domain.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_types::request_id::RequestId;
use http_body_util::LengthLimitError;

use super::no_answer::NoAnswer;
use super::{body, cause, code, skew};
use crate::aws::http::MOST_BYTES;
use crate::domain::{Failure, FailureClass, Text, Withheld};

/// Why a call failed.
///
/// [`FailureClass::Unreachable`] is said only where the request was certainly not delivered.
pub(in crate::aws) fn of_call<E>(error: &SdkError<E, HttpResponse>) -> Failure
where
    E: Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    if let SdkError::ServiceError(told) = error {
        return of_answer(told.raw(), Some(told.err().meta()));
    }
    if let SdkError::ResponseError(unread) = error {
        return of_unread(unread.raw(), error);
    }
    if matches!(error, SdkError::TimeoutError(_)) {
        return Failure::new(FailureClass::TimedOut, &in_time(&cause::chain(error)));
    }
    of_dispatch(error)
}

/// Why keys could not be had. Whatever it was, the request itself was not sent.
pub(in crate::aws) fn of_keys(error: &CredentialsError) -> Failure {
    let words = cause::chain(error)
        // The SDK says it twice.
        .replace("external process exited with code exit status: ", "the process ended with exit code ");
    let words = match words.strip_prefix("Non-success status from HTTP credential provider: StatusCode(") {
        Some(status) => format!("The source of the credentials gave HTTP {}.", status.trim_end_matches(')')),
        None => words,
    };
    if cause::find::<NoAnswer>(error).is_some() {
        return Failure::new(FailureClass::Unreachable, &format!("Couldn't get credentials: {words}"));
    }
    if cause::find::<LengthLimitError>(error).is_some() {
        let said = format!("Couldn't get credentials: {}", too_large());
        return Failure::new(FailureClass::NoCredentials, &said);
    }
    let lower = words.to_lowercase();
    let logged_out =
        lower.contains("expired") || lower.contains("sso token") || lower.contains("invalidgrant");
    if logged_out {
        return Failure::new(FailureClass::Expired, &without_secrets(&words));
    }
    let said = without_secrets(&words);
    let said = if said.is_empty() { "The credential source failed without a reason." } else { &said };
    match error {
        CredentialsError::InvalidConfiguration(_) => Failure::new(FailureClass::BadConfig, said),
        _ => Failure::new(FailureClass::NoCredentials, said),
    }
}

/// The service, or something in its place, answered with an error.
fn of_answer(raw: &HttpResponse, meta: Option<&ErrorMetadata>) -> Failure {
    let status = raw.status().as_u16();
    let told = meta.and_then(ErrorMetadata::code).filter(|code| !code.is_empty());
    let bytes = raw.body().bytes().unwrap_or_default();
    let message = meta.and_then(ErrorMetadata::message).filter(|message| !message.is_empty());
    let message = match (message, told) {
        (Some(message), _) => without_secrets(message),
        (None, Some(code)) => format!("HTTP {status}: {code}, without a message."),
        (None, None) => body::described(status, bytes),
    };
    let class = told.and_then(code::class).unwrap_or_else(|| match code::class_of_status(status) {
        FailureClass::Other if message.contains(" validation error") => FailureClass::Invalid,
        FailureClass::Other if told.is_none() => FailureClass::Unreadable,
        class => class,
    });
    let skew = if class == FailureClass::Clock { skew::difference(raw) } else { None };
    let message = match skew {
        Some(skew) => format!("{}. {skew}", message.trim_end_matches('.')),
        None => body::shortened(&message),
    };
    Failure {
        class,
        code: told.map(Text::clean),
        message: Text::clean(&message),
        request_id: raw.request_id().map(Text::clean),
        http_status: Some(status),
        log_in: None,
        process_said: Withheld::default(),
    }
}

/// An answer came and could not be read, or its body stopped coming.
fn of_unread(raw: &HttpResponse, error: &(dyn Error + 'static)) -> Failure {
    let mut failure = of_answer(raw, None);
    if cause::find::<LengthLimitError>(error).is_some() {
        // Without a status, as nothing would be gained by asking once more.
        return Failure::new(FailureClass::Unreadable, &too_large());
    } else if raw.body().bytes().is_none() {
        failure.class = FailureClass::TimedOut;
        let status = raw.status().as_u16();
        let said = format!("The response (HTTP {status}) was cut off: {}", cause::chain(error));
        failure.message = Text::clean(&said);
    } else if raw.status().is_success() {
        failure.class = FailureClass::Unreadable;
    }
    failure
}

fn too_large() -> String {
    format!("The response is larger than {} MiB.", MOST_BYTES >> 20)
}

/// No answer came.
fn of_dispatch(error: &(dyn Error + 'static)) -> Failure {
    let words = cause::chain(error);
    match cause::find::<NoAnswer>(error) {
        Some(unanswered) if unanswered.connected && unanswered.is_garbled => {
            Failure::new(FailureClass::Unreadable, &words)
        }
        Some(unanswered) if unanswered.connected => Failure::new(FailureClass::TimedOut, &words),
        Some(_) => Failure::new(FailureClass::Unreachable, &words),
        // Not a byte was sent: keys or endpoint.
        None => match cause::find::<CredentialsError>(error) {
            Some(error) => of_keys(error),
            None => Failure::new(FailureClass::BadConfig, &without_secrets(&words)),
        },
    }
}

/// `operation timeout (…) occurred after 10s`, in plain words.
fn in_time(words: &str) -> String {
    match words.split_once("occurred after ") {
        Some((_, rest)) => {
            let after = rest.split(':').next().unwrap_or(rest);
            format!("No response within {after}.")
        }
        None => format!("No response in time: {words}"),
    }
}

/// What stands before the canonical request or the authorization header, which AWS repeats when a
/// signature is refused: session tokens and signatures are in them.
fn without_secrets(message: &str) -> String {
    const SECRETS: [&str; 5] = [
        "The Canonical String",
        "Authorization=",
        "Authorization:",
        "AWS4-HMAC-SHA256",
        "x-amz-security-token",
    ];
    let end = SECRETS.iter().filter_map(|secret| message.find(secret)).min();
    end.and_then(|end| message.get(..end)).unwrap_or(message).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_tokens_are_not_repeated() {
        let refused = "The request signature we calculated does not match the signature you provided.\n\n\
                       The Canonical String for this request should have been\n'POST\n/\n\n\
                       x-amz-security-token:IQoJb3JpZ2lu'";
        let said = without_secrets(refused);
        assert_eq!(said, "The request signature we calculated does not match the signature you provided.");
        assert_eq!(without_secrets("plain"), "plain");
    }

    #[test]
    fn timeouts_are_said_plainly() {
        let words = "operation attempt timeout (single attempt) occurred after 4s: timed out";
        assert_eq!(in_time(words), "No response within 4s.");
    }

    #[test]
    fn keys_that_cannot_be_had_are_told_apart() {
        for (error, class) in [
            (CredentialsError::not_loaded("nothing there"), FailureClass::NoCredentials),
            (CredentialsError::provider_error("the token has expired"), FailureClass::Expired),
            (CredentialsError::invalid_configuration("profile loops"), FailureClass::BadConfig),
        ] {
            assert_eq!(of_keys(&error).class, class, "{error:?}");
        }
        assert!(of_keys(&CredentialsError::provider_error("")).message.as_str().contains("without a reason"));
    }
}
