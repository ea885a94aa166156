//! One request as it was read.

use hyper::{HeaderMap, http::request::Parts};
use serde_json::Value;

use super::{
    form_body, json_body, origin,
    protocol::Protocol,
    request_body::{self, RequestBody},
    signature::Signer,
};
use crate::emulator::{
    ops::{Operation, OperationInput},
    rules::ServiceError,
};

/// One request: what it asks, by whom, and whether it can be served.
pub(super) struct ApiRequest {
    pub(super) protocol: Protocol,
    /// The operation in the request's own words.
    pub(super) operation_name: String,
    pub(super) body: Value,
    pub(super) signer: Option<Signer>,
    /// When the client says it is, as it signed it.
    pub(super) signed_at: Option<String>,
    /// The operation to perform, or why there is none.
    pub(super) operation: Result<Operation, ServiceError>,
}

impl ApiRequest {
    pub(super) fn of(head: &Parts, body: RequestBody) -> Self {
        let protocol = Protocol::of(head);
        let (bytes, sized) = match body {
            RequestBody::Whole(bytes) => (bytes, Ok(())),
            RequestBody::TooLarge => (Vec::new(), Err(ServiceError::too_large(request_body::MOST))),
            RequestBody::TooSlow => (Vec::new(), Err(ServiceError::too_slow())),
        };
        let (body, parsed) = parsed(protocol, &bytes);
        let operation_name = operation_name(protocol, &head.headers, &body);
        let signer = Signer::of(&head.headers, protocol.service().as_str());
        let known = known(protocol, &operation_name, &body);
        // The order in which the service looks: who can't be served at all need not be known.
        let granted = signer.as_ref().map(|_| ()).map_err(Clone::clone);
        let local = origin::check(head);
        let operation =
            local.and(sized).and(known).and_then(|operation| granted.and(parsed).map(|()| operation));
        let signed_at = head.headers.get("x-amz-date").and_then(|date| date.to_str().ok()).map(str::to_owned);
        Self { protocol, operation_name, body, signer: signer.ok(), signed_at, operation }
    }

    /// What the operation is given.
    pub(super) fn input(&self) -> OperationInput<'_> {
        let access_key = self.signer.as_ref().map(|signer| signer.access_key.as_str());
        OperationInput { body: &self.body, access_key, refuses_moves: false }
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

fn operation_name(protocol: Protocol, headers: &HeaderMap, body: &Value) -> String {
    match protocol {
        Protocol::Query => body["Action"].as_str().unwrap_or_default().to_owned(),
        Protocol::Json | Protocol::Unknown => {
            let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok());
            let target = target.unwrap_or_default();
            target.strip_prefix("SageMaker.").unwrap_or(target).to_owned()
        }
    }
}

/// The operation of this name, where the service that speaks the protocol has one.
fn known(protocol: Protocol, name: &str, body: &Value) -> Result<Operation, ServiceError> {
    let named = Operation::named(name).filter(|operation| operation.service() == protocol.service());
    match protocol {
        Protocol::Json => named.ok_or_else(ServiceError::unknown_operation),
        Protocol::Query => {
            let named = named.filter(|_| body["Version"] == "2011-06-15");
            named.ok_or_else(|| no_action(name, body))
        }
        Protocol::Unknown => Err(ServiceError::unknown_operation()),
    }
}

fn no_action(name: &str, body: &Value) -> ServiceError {
    let version = body["Version"].as_str().unwrap_or_default();
    let message = format!("Could not find operation {name} for version {version}");
    ServiceError { message, ..ServiceError::unknown_operation() }
}
