//! Answers as they came: what the SDK makes of them is left aside, their body is kept.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::AfterDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::image_version::version;
use crate::aws::failure;
use crate::aws::session::SdkSession;
use crate::domain::RawBody;
use crate::service::{Answer, RawOf, Reply};

/// The answer about `of`, as it came.
pub(super) async fn ask(session: &SdkSession, of: &RawOf) -> Reply {
    let (client, kept) = (&session.sagemaker, KeepsBody::default());
    match of {
        RawOf::Image(name) => {
            let request = client.describe_image().image_name(name.as_str());
            kept.answer(request.customize().interceptor(kept.clone()).send().await)
        }
        RawOf::Version(image, number) => {
            let request = client.describe_image_version().image_name(image.as_str());
            let request = request.version(version(*number)).customize();
            kept.answer(request.interceptor(kept.clone()).send().await)
        }
    }
}

/// Keeps the body of the newest answer that went well.
#[derive(Debug, Clone, Default)]
struct KeepsBody(Arc<Mutex<Option<RawBody>>>);

impl KeepsBody {
    /// The body, also where the SDK could not read it: what it is then is for a person to see.
    fn answer<T, E>(&self, sent: Result<T, SdkError<E, HttpResponse>>) -> Reply
    where
        E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
    {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (body, sent) {
            (Some(body), Ok(_) | Err(SdkError::ResponseError(_))) => Ok(Answer::Raw(body)),
            (_, Err(error)) => Err(failure::of_call(&error)),
            // An answer that went well has a body, be it empty.
            (None, Ok(_)) => Ok(Answer::Raw(RawBody::received(&[]))),
        }
    }
}

#[dyn_dispatch_hint]
impl Intercept for KeepsBody {
    fn name(&self) -> &'static str {
        "KeepsBody"
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let answer = context.response();
        let bytes = answer.body().bytes().filter(|_| answer.status().is_success());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = bytes.map(RawBody::received);
        Ok(())
    }
}
