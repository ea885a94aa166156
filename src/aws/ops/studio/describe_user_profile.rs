//! DescribeUserProfile.

use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::operation::describe_user_profile::builders::DescribeUserProfileFluentBuilder;

use super::image_uses::ImageUses;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_USER_PROFILE;
use crate::domain::{StudioStatus, Text, UserProfile, UserProfileKey};
use crate::service::{Answer, Reply};

/// What is asked of one user profile.
pub(in crate::aws::ops) fn request(
    client: &Client,
    key: &UserProfileKey,
) -> DescribeUserProfileFluentBuilder {
    let request = client.describe_user_profile().domain_id(key.domain.as_str());
    request.user_profile_name(key.name.as_str())
}

/// The user profile of this key, as an answer.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, key: UserProfileKey) -> Reply {
    let output = request(&session.sagemaker, &key).send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.user_profile_name.is_none() && output.user_profile_arn.is_none() && output.status.is_none() {
        return Err(body::empty(DESCRIBE_USER_PROFILE, "user profile"));
    }
    let uses = ImageUses::of_user_profile(output.user_settings.as_ref());
    Ok(Answer::UserProfile(Box::new(UserProfile {
        key,
        arn: output.user_profile_arn.map(Text::from),
        status: output.status.map(|word| StudioStatus::from_word(word.as_str())),
        failure_reason: output.failure_reason.map(Text::from),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
        uses: Some(uses),
    })))
}
