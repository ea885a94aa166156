//! One request, from its first byte to its answer.

use http_body_util::Full;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
};
use jiff::Timestamp;

use super::{
    api_request::ApiRequest,
    api_response::ApiResponse,
    connections::Connection,
    disconnect::Disconnect,
    fault_injection::{Faulty, hold_back},
    request_body,
    server_state::ServerState,
};
use crate::emulator::{ops::Operation, store::Arrival};

/// Takes one request to its answer. Whatever ends it, the record knows.
pub(super) async fn handle(
    state: &ServerState,
    connection: &Connection,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Disconnect> {
    let (head, incoming) = request.into_parts();
    let body = request_body::read(incoming, state.limits.body).await.ok_or(Disconnect::Close)?;
    let _serving = connection.serve();
    let request = ApiRequest::of(&head, body);
    let entry = LogEntry::begin(state, &request);
    let response = match &request.operation {
        Ok(operation) => respond(state, &request, *operation).await?,
        Err(error) => ApiResponse::error(request.protocol, error),
    };
    hold_back(state.latency).await;
    entry.answer(&response);
    Ok(response.into_http())
}

/// Serves a request that can be served, unless a fault is in the way.
async fn respond(
    state: &ServerState,
    request: &ApiRequest,
    operation: Operation,
) -> Result<ApiResponse, Disconnect> {
    let account = &state.account;
    let fault = state.faults().take(operation);
    if let Some(kind) = fault {
        return Faulty { account, request, operation }.meet(kind).await;
    }
    let output = operation.perform(account, request.input());
    Ok(ApiResponse::of(request.protocol, operation, &output))
}

/// A request's entry in the record, closed when the exchange ends in whatever way.
struct LogEntry<'state> {
    state: &'state ServerState,
    number: usize,
}

impl<'state> LogEntry<'state> {
    fn begin(state: &'state ServerState, request: &ApiRequest) -> Self {
        let signer = request.signer.as_ref();
        let number = state.log().enter(Arrival {
            at: Timestamp::now(),
            operation: request.operation_name.clone(),
            body: request.body.clone(),
            access_key: signer.map(|signer| signer.access_key.clone()),
            region: signer.map(|signer| signer.region.clone()),
            status: None,
            error: None,
        });
        Self { state, number }
    }

    fn answer(&self, response: &ApiResponse) {
        self.state.log().answer(self.number, response.status.as_u16(), response.error);
    }
}

impl Drop for LogEntry<'_> {
    fn drop(&mut self) {
        self.state.log().close(self.number);
    }
}
