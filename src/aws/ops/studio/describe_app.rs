//! DescribeApp.

use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::operation::describe_app::builders::DescribeAppFluentBuilder;
use aws_sdk_sagemaker::types::AppType;

use super::image_uses::{instance_type, of_spec};
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_APP;
use crate::domain::{AppOwner, StudioApp, StudioAppKey, StudioStatus, Text};
use crate::service::{Answer, Reply};

/// What is asked of one app.
pub(in crate::aws::ops) fn request(client: &Client, key: &StudioAppKey) -> DescribeAppFluentBuilder {
    let request = client.describe_app().domain_id(key.domain.as_str());
    let request = match &key.owner {
        AppOwner::UserProfile(name) => request.user_profile_name(name.as_str()),
        AppOwner::Space(name) => request.space_name(name.as_str()),
    };
    request.app_type(AppType::from(key.app_type.as_str())).app_name(key.name.as_str())
}

/// The app of this key, as an answer.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, key: StudioAppKey) -> Reply {
    let output = request(&session.sagemaker, &key).send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.app_name.is_none() && output.app_arn.is_none() && output.status.is_none() {
        return Err(body::empty(DESCRIBE_APP, "app"));
    }
    let spec = output.resource_spec.as_ref();
    Ok(Answer::App(Box::new(StudioApp {
        instance_type: instance_type(spec),
        reference: spec.and_then(of_spec),
        key,
        arn: output.app_arn.map(Text::from),
        status: output.status.map(|word| StudioStatus::from_word(word.as_str())),
        failure_reason: output.failure_reason.map(Text::from),
        created: time(output.creation_time),
    })))
}
