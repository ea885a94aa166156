//! DeleteTags.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::AfterDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;
use serde_json::{Map, Value};

use crate::aws::failure;
use crate::aws::session::Writer;
use crate::domain::operation::DELETE_TAGS;
use crate::edit::kind::tags::DeleteTags;
use crate::service::{Answer, Reply};

/// Sends the keys of tags that are to go.
pub(super) async fn send(writer: &Writer, update: &DeleteTags) -> Reply {
    let keys = update.keys().map(str::to_owned).collect();
    let request = writer.client().delete_tags().resource_arn(update.arn.as_str()).set_tag_keys(Some(keys));
    let sent = request.customize().interceptor(OfTheService).send().await;
    sent.map_err(|error| failure::of_call(&error))?;
    Ok(Answer::Accepted)
}

/// Takes an answer for the service's only if it may be one. It has no member, so that the SDK takes any
/// body for it, even a page on which one is to log in to the network.
#[derive(Debug)]
struct OfTheService;

#[dyn_dispatch_hint]
impl Intercept for OfTheService {
    fn name(&self) -> &'static str {
        "OfTheService"
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let answer = context.response();
        if !answer.status().is_success() || is_of_service(answer) {
            return Ok(());
        }
        Err(format!("the response to {DELETE_TAGS} is not the service's").into())
    }
}

/// An object, or nothing at all under a request id, as operations without members are answered too.
fn is_of_service(answer: &HttpResponse) -> bool {
    let body = answer.body().bytes().unwrap_or_default();
    let is_empty = body.is_empty() && answer.request_id().is_some();
    is_empty || serde_json::from_slice::<Map<String, Value>>(body).is_ok()
}
