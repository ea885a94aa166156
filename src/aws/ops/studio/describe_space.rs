//! DescribeSpace.

use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::operation::describe_space::builders::DescribeSpaceFluentBuilder;

use super::image_uses::ImageUses;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_SPACE;
use crate::domain::{Space, SpaceKey, StudioStatus, Text};
use crate::service::{Answer, Reply};

/// What is asked of one space.
pub(in crate::aws::ops) fn request(client: &Client, key: &SpaceKey) -> DescribeSpaceFluentBuilder {
    client.describe_space().domain_id(key.domain.as_str()).space_name(key.name.as_str())
}

/// The space of this key, as an answer.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, key: SpaceKey) -> Reply {
    let output = request(&session.sagemaker, &key).send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.space_name.is_none() && output.space_arn.is_none() && output.status.is_none() {
        return Err(body::empty(DESCRIBE_SPACE, "space"));
    }
    let settings = output.space_settings;
    let uses = ImageUses::of_space(settings.as_ref());
    let sharing = output.space_sharing_settings.and_then(|sharing| sharing.sharing_type);
    let owner = output.ownership_settings.and_then(|owner| owner.owner_user_profile_name);
    Ok(Answer::Space(Box::new(Space {
        key,
        arn: output.space_arn.map(Text::from),
        display_name: output.space_display_name.map(Text::from),
        owner: owner.map(Text::from),
        sharing: sharing.map(|word| Text::clean(word.as_str())),
        app_type: settings.and_then(|settings| settings.app_type).map(|word| Text::clean(word.as_str())),
        status: output.status.map(|word| StudioStatus::from_word(word.as_str())),
        failure_reason: output.failure_reason.map(Text::from),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
        uses: Some(uses),
    })))
}
