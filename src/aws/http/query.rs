//! What follows the path of an endpoint.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::endpoint::Endpoint;

/// Puts the query of an endpoint into each request, as the AWS CLI does; the SDK leaves it out.
#[derive(Debug)]
struct Query {
    query: String,
    /// Whether the path that it follows ends without a slash. The SDK puts one there.
    is_bare: bool,
}

/// What keeps the query of `endpoint` in requests to it.
pub(in crate::aws) fn interceptor(endpoint: Option<&Endpoint>) -> Option<SharedInterceptor> {
    let endpoint = endpoint?;
    let (_, place) = endpoint.url.split_once("://")?;
    let is_bare = place.contains('/') && !place.ends_with('/');
    Some(SharedInterceptor::new(Query { query: endpoint.query.clone()?, is_bare }))
}

#[dyn_dispatch_hint]
impl Intercept for Query {
    fn name(&self) -> &'static str {
        "Query"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let join = if request.uri().contains('?') { '&' } else { '?' };
        let before = if self.is_bare { request.uri().trim_end_matches('/') } else { request.uri() };
        let uri = format!("{before}{join}{}", self.query);
        request.set_uri(uri)?;
        Ok(())
    }
}
