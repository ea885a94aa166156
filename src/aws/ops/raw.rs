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
use super::studio::{
    describe_app, describe_app_image_config, describe_domain, describe_space, describe_user_profile,
};
use crate::aws::failure;
use crate::aws::session::SdkSession;
use crate::domain::{Holder, RawBody};
use crate::service::{Answer, RawOf, Reply};

/// Sends a request, whatever its type, and keeps the body of what is answered.
macro_rules! as_it_came {
    ($request:expr) => {{
        let kept = KeepsBody::default();
        kept.answer($request.customize().interceptor(kept.clone()).send().await)
    }};
}

/// The answer about `of`, as it came.
pub(super) async fn ask(session: &SdkSession, of: &RawOf) -> Reply {
    let client = &session.sagemaker;
    match of {
        RawOf::Image(name) => as_it_came!(client.describe_image().image_name(name.as_str())),
        RawOf::Version(image, number) => {
            let request = client.describe_image_version().image_name(image.as_str());
            as_it_came!(request.version(version(*number)))
        }
        RawOf::Holder(Holder::Domain(id)) => as_it_came!(describe_domain::request(client, id)),
        RawOf::Holder(Holder::UserProfile(key)) => as_it_came!(describe_user_profile::request(client, key)),
        RawOf::Holder(Holder::Space(key)) => as_it_came!(describe_space::request(client, key)),
        RawOf::Holder(Holder::App(key)) => as_it_came!(describe_app::request(client, key)),
        RawOf::AppImageConfig(name) => as_it_came!(describe_app_image_config::request(client, name)),
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
