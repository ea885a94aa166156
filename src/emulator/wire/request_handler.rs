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
    api_request::{Call, Protocol},
    api_response::Answer,
    connections::Seat,
    request_body::{self, Body},
};
use crate::emulator::{
    faults::FaultKind,
    ops::{Operation, serve},
    rules::Refusal,
    store::{Arrival, State},
};

/// A connection that ends without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emulator) enum Cut {
    /// It is closed in good order.
    Closed,
    /// It is reset.
    Reset,
}

impl fmt::Display for Cut {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the connection is cut off")
    }
}

impl Error for Cut {}

/// Takes one request to its answer. Whatever ends it, the record knows.
pub(in crate::emulator) async fn exchange(
    state: &State,
    seat: &Seat,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Cut> {
    let (head, incoming) = request.into_parts();
    let body = match request_body::read(incoming, state.limits.body).await {
        Body::Broken => return Err(Cut::Closed),
        body => body,
    };
    let _service = seat.serve();
    let call = Call::of(&head, body);
    let visit = Visit::begin(state, &call);
    let answer = match &call.verdict {
        Ok(operation) => answer(state, &call, *operation).await?,
        Err(refusal) => Answer::refused(call.protocol, refusal),
    };
    hold_back(state.latency).await;
    visit.answer(&answer);
    Ok(answer.into_response())
}

/// Serves a call that can be served, unless a fault is in the way.
async fn answer(state: &State, call: &Call, operation: Operation) -> Result<Answer, Cut> {
    let fault = state.faults().take(operation);
    let Some(kind) = fault else { return Ok(ordinary(state, call, operation)) };
    if let Some(refusal) = refusal(state, call, operation, kind) {
        return Ok(Answer::refused(call.protocol, &refusal));
    }
    match kind {
        FaultKind::Reset => Err(Cut::Reset),
        FaultKind::Hang => pending().await,
        FaultKind::Html => Ok(Answer::html()),
        FaultKind::Empty => Ok(Answer::empty()),
        FaultKind::Skew => Ok(skewed(call)),
        FaultKind::LostAnswer => {
            ordinary(state, call, operation);
            Err(Cut::Closed)
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

fn ordinary(state: &State, call: &Call, operation: Operation) -> Answer {
    match serve(state, operation, call) {
        Ok(members) => Answer::served(call.protocol, operation, &members),
        Err(refusal) => Answer::refused(call.protocol, &refusal),
    }
}

/// The refusal that a fault amounts to, if it is one and no more.
fn refusal(state: &State, call: &Call, operation: Operation, kind: FaultKind) -> Option<Refusal> {
    let arn = |name: &str| state.place.image_arn(name);
    match kind {
        FaultKind::Throttle => Some(Refusal::throttled()),
        FaultKind::Failure(status) => Some(Refusal::failure(status)),
        FaultKind::Denied => {
            let resource = match operation {
                Operation::GetCallerIdentity => "*".to_owned(),
                Operation::AssumeRole => call.body["RoleArn"].as_str().unwrap_or_default().to_owned(),
                Operation::ListImages => arn("*"),
                Operation::DescribeImage | Operation::UpdateImage => arn(named_image(call)),
            };
            Some(Refusal::denied(&state.place, &operation.action(), &resource))
        }
        FaultKind::Expired => Some(Refusal::expired_token()),
        FaultKind::InUse => {
            Some(Refusal::in_use(&arn(named_image(call)), crate::emulator::ImageStatus::Updating))
        }
        FaultKind::BadKey => Some(Refusal::bad_key()),
        _ => None,
    }
}

/// The service's clock is one hour ahead of the client's, so that its signature is too old.
fn skewed(call: &Call) -> Answer {
    let format = "%Y%m%dT%H%M%SZ";
    let now = Timestamp::now();
    let ahead = now.checked_add(SignedDuration::from_hours(1)).unwrap_or(now);
    let oldest = ahead.checked_sub(SignedDuration::from_mins(5)).unwrap_or(ahead);
    let signed_at = call.signed_at.clone().unwrap_or_else(|| now.strftime(format).to_string());
    let (ahead_text, oldest) = (ahead.strftime(format), oldest.strftime(format));
    let message =
        format!("Signature expired: {signed_at} is now earlier than {oldest} ({ahead_text} - 5 min.)");
    let answer = Answer::refused(call.protocol, &Refusal::invalid_signature(message));
    match DateTimePrinter::new().timestamp_to_rfc9110_string(&ahead) {
        Ok(date) => answer.dated(date),
        Err(_) => answer,
    }
}

/// An ordinary page, but with the token the request came with; the first page has a good one.
fn repeating(state: &State, call: &Call, operation: Operation) -> Answer {
    match serve(state, operation, call) {
        Ok(mut members) => {
            if let Some(token @ Value::String(_)) = call.body.get("NextToken") {
                members["NextToken"] = token.clone();
            }
            Answer::served(Protocol::Json, operation, &members)
        }
        Err(refusal) => Answer::refused(Protocol::Json, &refusal),
    }
}

fn named_image(call: &Call) -> &str {
    call.body["ImageName"].as_str().unwrap_or_default()
}

async fn hold_back(span: Duration) {
    // Even a sleep of nothing waits for the timer's next tick.
    if !span.is_zero() {
        tokio::time::sleep(span).await;
    }
}

/// A request's entry in the record, closed when the exchange ends in whatever way.
struct Visit<'state> {
    state: &'state State,
    number: usize,
}

impl<'state> Visit<'state> {
    fn begin(state: &'state State, call: &Call) -> Self {
        let signer = call.signer.as_ref();
        let number = state.journal().enter(Arrival {
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

    fn answer(&self, answer: &Answer) {
        self.state.journal().answer(self.number, answer.status.as_u16(), answer.error);
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.state.journal().close(self.number);
    }
}
