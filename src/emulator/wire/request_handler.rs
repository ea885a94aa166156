//! One request, from its first byte to its answer.

use std::{error::Error, fmt, future::pending, time::Duration};

use http_body_util::Full;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
};
use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter};
use serde_json::Value;

use super::{
    api_request::{ApiRequest, Protocol},
    api_response::ApiResponse,
    connections::Connection,
    request_body::{self, RequestBody},
};
use crate::emulator::{
    faults::FaultKind,
    ops::{Operation, serve},
    rules::ServiceError,
    store::{Arrival, State},
};

/// A connection that ends without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emulator) enum Disconnect {
    /// It is closed in good order.
    Close,
    /// It is reset.
    Reset,
}

impl fmt::Display for Disconnect {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the connection is cut off")
    }
}

impl Error for Disconnect {}

/// Takes one request to its answer. Whatever ends it, the record knows.
pub(in crate::emulator) async fn handle(
    state: &State,
    connection: &Connection,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Disconnect> {
    let (head, incoming) = request.into_parts();
    let body = match request_body::read(incoming, state.limits.body).await {
        RequestBody::Broken => return Err(Disconnect::Close),
        body => body,
    };
    let _serving = connection.serve();
    let call = ApiRequest::of(&head, body);
    let entry = RecordEntry::begin(state, &call);
    let answer = match &call.verdict {
        Ok(operation) => answer(state, &call, *operation).await?,
        Err(error) => ApiResponse::error(call.protocol, error),
    };
    hold_back(state.latency).await;
    entry.answer(&answer);
    Ok(answer.into_response())
}

/// Serves a call that can be served, unless a fault is in the way.
async fn answer(state: &State, call: &ApiRequest, operation: Operation) -> Result<ApiResponse, Disconnect> {
    let fault = state.faults().take(operation);
    let Some(kind) = fault else { return Ok(ordinary(state, call, operation)) };
    if let Some(error) = error_of(state, call, operation, kind) {
        return Ok(ApiResponse::error(call.protocol, &error));
    }
    match kind {
        FaultKind::Reset => Err(Disconnect::Reset),
        FaultKind::Hang => pending().await,
        FaultKind::Html => Ok(ApiResponse::html()),
        FaultKind::Empty => Ok(ApiResponse::empty()),
        FaultKind::Skew => Ok(skewed(call)),
        FaultKind::LostAnswer => {
            ordinary(state, call, operation);
            Err(Disconnect::Close)
        }
        FaultKind::Truncated => Ok(ordinary(state, call, operation).truncated()),
        FaultKind::Slow(span) => {
            let answer = ordinary(state, call, operation);
            hold_back(span).await;
            Ok(answer)
        }
        FaultKind::RepeatToken => Ok(repeating(state, call, operation)),
        _ => {
            state.foreign_edit(named_image(call));
            Ok(ordinary(state, call, operation))
        }
    }
}

fn ordinary(state: &State, call: &ApiRequest, operation: Operation) -> ApiResponse {
    match serve(state, operation, call) {
        Ok(members) => ApiResponse::success(call.protocol, operation, &members),
        Err(error) => ApiResponse::error(call.protocol, &error),
    }
}

/// The error that a fault amounts to, if it is one and no more.
fn error_of(state: &State, call: &ApiRequest, operation: Operation, kind: FaultKind) -> Option<ServiceError> {
    let arn = |name: &str| state.arns.image(name);
    match kind {
        FaultKind::Throttle => Some(ServiceError::throttled()),
        FaultKind::Failure(status) => Some(ServiceError::failure(status)),
        FaultKind::Denied => {
            let resource = match operation {
                Operation::GetCallerIdentity => "*".to_owned(),
                Operation::AssumeRole => call.body["RoleArn"].as_str().unwrap_or_default().to_owned(),
                Operation::ListImages => arn("*"),
                Operation::DescribeImage | Operation::UpdateImage => arn(named_image(call)),
            };
            Some(ServiceError::denied(&state.arns, &operation.action(), &resource))
        }
        FaultKind::Expired => Some(ServiceError::expired_token()),
        FaultKind::InUse => {
            Some(ServiceError::in_use(&arn(named_image(call)), crate::emulator::ImageStatus::Updating))
        }
        FaultKind::BadKey => Some(ServiceError::bad_key()),
        _ => None,
    }
}

/// The service's clock is one hour ahead of the client's, so that its signature is too old.
fn skewed(call: &ApiRequest) -> ApiResponse {
    let format = "%Y%m%dT%H%M%SZ";
    let now = Timestamp::now();
    let ahead = now.checked_add(SignedDuration::from_hours(1)).unwrap_or(now);
    let oldest = ahead.checked_sub(SignedDuration::from_mins(5)).unwrap_or(ahead);
    let signed_at = call.signed_at.clone().unwrap_or_else(|| now.strftime(format).to_string());
    let (ahead_text, oldest) = (ahead.strftime(format), oldest.strftime(format));
    let message =
        format!("Signature expired: {signed_at} is now earlier than {oldest} ({ahead_text} - 5 min.)");
    let answer = ApiResponse::error(call.protocol, &ServiceError::invalid_signature(message));
    match DateTimePrinter::new().timestamp_to_rfc9110_string(&ahead) {
        Ok(date) => answer.dated(date),
        Err(_) => answer,
    }
}

/// An ordinary page, but with the token the request came with; the first page has a good one.
fn repeating(state: &State, call: &ApiRequest, operation: Operation) -> ApiResponse {
    match serve(state, operation, call) {
        Ok(mut members) => {
            if let Some(token @ Value::String(_)) = call.body.get("NextToken") {
                members["NextToken"] = token.clone();
            }
            ApiResponse::success(Protocol::Json, operation, &members)
        }
        Err(error) => ApiResponse::error(Protocol::Json, &error),
    }
}

fn named_image(call: &ApiRequest) -> &str {
    call.body["ImageName"].as_str().unwrap_or_default()
}

async fn hold_back(span: Duration) {
    // Even a sleep of nothing waits for the timer's next tick.
    if !span.is_zero() {
        tokio::time::sleep(span).await;
    }
}

/// A request's entry in the record, closed when the exchange ends in whatever way.
struct RecordEntry<'state> {
    state: &'state State,
    number: usize,
}

impl<'state> RecordEntry<'state> {
    fn begin(state: &'state State, call: &ApiRequest) -> Self {
        let signer = call.signer.as_ref();
        let number = state.log().enter(Arrival {
            at: Timestamp::now(),
            operation: call.operation.clone(),
            body: call.body.clone(),
            access_key: signer.map(|signer| signer.access_key.clone()),
            region: signer.map(|signer| signer.region.clone()),
            status: None,
            error: None,
        });
        Self { state, number }
    }

    fn answer(&self, answer: &ApiResponse) {
        self.state.log().answer(self.number, answer.status.as_u16(), answer.error);
    }
}

impl Drop for RecordEntry<'_> {
    fn drop(&mut self) {
        self.state.log().close(self.number);
    }
}
