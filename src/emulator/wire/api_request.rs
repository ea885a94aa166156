//! One request as it was read.

use hyper::{
    HeaderMap, Method,
    header::{CONTENT_TYPE, HeaderValue},
    http::request::Parts,
};
use serde_json::Value;

use super::{form_body, json_body, origin, request_body::RequestBody, signature::Signer};
use crate::emulator::{ops::Operation, rules::ServiceError};

/// In which language a request asks, and is to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emulator) enum Protocol {
    /// AWS JSON 1.1, SageMaker's.
    Json,
    /// The AWS query protocol, a form answered in XML: STS's.
    Query,
    /// None that the service speaks.
    Unknown,
}

/// One request: what it asks, by whom, and whether it can be served.
pub(in crate::emulator) struct ApiRequest {
    pub(in crate::emulator) protocol: Protocol,
    /// The operation in the request's own words.
    pub(in crate::emulator) operation: String,
    pub(in crate::emulator) body: Value,
    pub(in crate::emulator) signer: Option<Signer>,
    /// When the client says it is, as it signed it.
    pub(in crate::emulator) signed_at: Option<String>,
    /// The operation to serve, or why there is none.
    pub(in crate::emulator) verdict: Result<Operation, ServiceError>,
}

impl ApiRequest {
    pub(in crate::emulator) fn of(head: &Parts, body: RequestBody) -> Self {
        let protocol = Protocol::of(head);
        let (bytes, sized) = match body {
            RequestBody::Whole(bytes) => (bytes, Ok(())),
            RequestBody::TooLarge | RequestBody::Broken => (Vec::new(), Err(ServiceError::too_large())),
            RequestBody::TooSlow => (Vec::new(), Err(ServiceError::too_slow())),
        };
        let (body, parsed) = parsed(protocol, &bytes);
        let operation = asked(protocol, &head.headers, &body);
        let signer = Signer::of(&head.headers, protocol.service());
        let known = known(protocol, &operation, &body);
        // The order in which the service looks: who can't be served at all need not be known.
        let granted = signer.as_ref().map(|_| ()).map_err(Clone::clone);
        let local = origin::check(head);
        let verdict =
            local.and(sized).and(known).and_then(|operation| granted.and(parsed).map(|()| operation));
        let signed_at = head.headers.get("x-amz-date").and_then(|date| date.to_str().ok()).map(str::to_owned);
        Self { protocol, operation, body, signer: signer.ok(), signed_at, verdict }
    }
}

impl Protocol {
    fn of(head: &Parts) -> Self {
        if head.method != Method::POST || head.uri.path() != "/" {
            return Self::Unknown;
        }
        let content_type = head.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        let content_type = String::from_utf8_lossy(content_type);
        match content_type.split(';').next().unwrap_or_default().trim() {
            "application/x-amz-json-1.1" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Query,
            _ => Self::Unknown,
        }
    }

    /// The name that requests of this protocol are signed with.
    fn service(self) -> &'static str {
        if self == Self::Query { "sts" } else { "sagemaker" }
    }
}

/// The body as a value, and whether it could be read.
fn parsed(protocol: Protocol, bytes: &[u8]) -> (Value, Result<(), ServiceError>) {
    let value = match protocol {
        Protocol::Query => form_body::read(bytes),
        Protocol::Json | Protocol::Unknown => json_body::parse(bytes),
    };
    match value {
        Some(value) => (value, Ok(())),
        None => (Value::Null, Err(ServiceError::unreadable("The request's body can not be read."))),
    }
}

fn asked(protocol: Protocol, headers: &HeaderMap, body: &Value) -> String {
    if protocol == Protocol::Query {
        return body["Action"].as_str().unwrap_or_default().to_owned();
    }
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok()).unwrap_or_default();
    target.strip_prefix("SageMaker.").unwrap_or(target).to_owned()
}

fn known(protocol: Protocol, name: &str, body: &Value) -> Result<Operation, ServiceError> {
    let operation = Operation::named(name);
    let is_of_sts = operation.is_some_and(Operation::is_of_sts);
    match protocol {
        Protocol::Json => operation.filter(|_| !is_of_sts).ok_or_else(ServiceError::unknown_operation),
        Protocol::Query if body["Version"] == "2011-06-15" => {
            operation.filter(|_| is_of_sts).ok_or_else(|| no_action(name, body))
        }
        Protocol::Query => Err(no_action(name, body)),
        Protocol::Unknown => Err(ServiceError::unknown_operation()),
    }
}

fn no_action(name: &str, body: &Value) -> ServiceError {
    let version = body["Version"].as_str().unwrap_or_default();
    let message = format!("Could not find operation {name} for version {version}");
    ServiceError { message, ..ServiceError::unknown_operation() }
}
