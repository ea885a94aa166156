//! What becomes of a request that meets a fault.

use std::{future::pending, time::Duration};

use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter};
use serde_json::Value;

use super::{api_request::ApiRequest, api_response::ApiResponse, disconnect::Disconnect};
use crate::emulator::{
    faults::FaultKind,
    ops::{Operation, OperationInput, Output},
    rules::ServiceError,
    store::{Account, ImageStatus, ResourceKind, StudioKind},
};

/// A request that can be served, and that meets a fault.
pub(super) struct Faulty<'request> {
    pub(super) account: &'request Account,
    pub(super) request: &'request ApiRequest,
    pub(super) operation: Operation,
}

impl Faulty<'_> {
    /// What becomes of it.
    pub(super) async fn meet(&self, kind: FaultKind) -> Result<ApiResponse, Disconnect> {
        match kind {
            FaultKind::Throttle => Ok(self.error(&ServiceError::throttled())),
            FaultKind::Failure(status) => Ok(self.error(&ServiceError::failure(status))),
            FaultKind::Slow(span) => {
                let response = self.served();
                hold_back(span).await;
                Ok(response)
            }
            FaultKind::LostAnswer => {
                self.served();
                Err(Disconnect::Close)
            }
            FaultKind::Reset => Err(Disconnect::Reset),
            FaultKind::Hang => pending().await,
            FaultKind::Html => Ok(ApiResponse::html()),
            FaultKind::Empty => Ok(ApiResponse::empty()),
            FaultKind::Truncated => Ok(self.served().truncated()),
            FaultKind::Denied => Ok(self.error(&self.denial())),
            FaultKind::Expired => Ok(self.error(&ServiceError::expired_token())),
            FaultKind::InUse => Ok(self.error(&self.in_use())),
            FaultKind::BadKey => Ok(self.error(&ServiceError::bad_key())),
            FaultKind::Skew => Ok(self.skewed()),
            FaultKind::RepeatToken => Ok(self.repeating_token()),
            FaultKind::ForeignEdit => {
                self.operation.edit_before(self.account, self.request.input());
                Ok(self.served())
            }
            FaultKind::RefuseMove => {
                let input = OperationInput { refuses_moves: true, ..self.request.input() };
                Ok(self.answer(&self.operation.perform(self.account, input)))
            }
        }
    }

    /// As it would be without the fault.
    fn served(&self) -> ApiResponse {
        self.answer(&self.operation.perform(self.account, self.request.input()))
    }

    fn answer(&self, output: &Output) -> ApiResponse {
        ApiResponse::of(self.request.protocol, self.operation, output)
    }

    fn error(&self, error: &ServiceError) -> ApiResponse {
        ApiResponse::error(self.request.protocol, error)
    }

    fn denial(&self) -> ServiceError {
        let arns = &self.account.arns;
        let resource = self.operation.resource_arn(arns, self.request.input());
        ServiceError::denied(arns, &self.operation.action(), &resource)
    }

    fn in_use(&self) -> ServiceError {
        let arn = self.operation.resource_arn(&self.account.arns, self.request.input());
        let (kind, _) = ResourceKind::of_arn(&arn).unwrap_or((ResourceKind::Image, ""));
        let status = match kind {
            ResourceKind::Image => ImageStatus::Updating.as_str(),
            // A version is never UPDATING, and an app never Updating.
            ResourceKind::ImageVersion => ImageStatus::Creating.as_str(),
            ResourceKind::InStudio(StudioKind::App) => "Pending",
            ResourceKind::InStudio(
                StudioKind::Domain | StudioKind::UserProfile | StudioKind::Space | StudioKind::AppImageConfig,
            ) => "Updating",
        };
        ServiceError::in_use(kind, &arn, status)
    }

    /// The service's clock is one hour ahead of the client's, so that its signature is too old.
    fn skewed(&self) -> ApiResponse {
        let format = "%Y%m%dT%H%M%SZ";
        let now = Timestamp::now();
        let ahead = now.checked_add(SignedDuration::from_hours(1)).unwrap_or(now);
        let oldest = ahead.checked_sub(SignedDuration::from_mins(5)).unwrap_or(ahead);
        let signed_at = self.request.signed_at.clone().unwrap_or_else(|| now.strftime(format).to_string());
        let (ahead_text, oldest) = (ahead.strftime(format), oldest.strftime(format));
        let message =
            format!("Signature expired: {signed_at} is now earlier than {oldest} ({ahead_text} - 5 min.)");
        let response = self.error(&ServiceError::invalid_signature(message));
        match DateTimePrinter::new().timestamp_to_rfc9110_string(&ahead) {
            Ok(date) => response.dated(date),
            Err(_) => response,
        }
    }

    /// An ordinary page, but with the token the request came with; the first page has a good one.
    fn repeating_token(&self) -> ApiResponse {
        let mut output = self.operation.perform(self.account, self.request.input());
        if let (Ok(members), Some(token @ Value::String(_))) =
            (&mut output, self.request.body.get("NextToken"))
        {
            members["NextToken"] = token.clone();
        }
        self.answer(&output)
    }
}

/// Waits, where there is anything to wait for.
pub(super) async fn hold_back(span: Duration) {
    // Even a sleep of nothing waits for the timer's next tick.
    if !span.is_zero() {
        tokio::time::sleep(span).await;
    }
}
