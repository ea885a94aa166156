//! DescribeDomain.

use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::operation::describe_domain::builders::DescribeDomainFluentBuilder;

use super::image_uses::ImageUses;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_DOMAIN;
use crate::domain::{DomainId, StudioDomain, StudioStatus, Text};
use crate::service::{Answer, Reply};

/// What is asked of one domain.
pub(in crate::aws::ops) fn request(client: &Client, id: &DomainId) -> DescribeDomainFluentBuilder {
    client.describe_domain().domain_id(id.as_str())
}

/// The domain of this id, as an answer.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, id: DomainId) -> Reply {
    let output = request(&session.sagemaker, &id).send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.domain_id.is_none() && output.domain_arn.is_none() && output.status.is_none() {
        return Err(body::empty(DESCRIBE_DOMAIN, "domain"));
    }
    let own = output.domain_settings.as_ref();
    let uses = ImageUses::of_domain(
        output.default_user_settings.as_ref(),
        output.default_space_settings.as_ref(),
        own,
    );
    Ok(Answer::Domain(Box::new(StudioDomain {
        id,
        name: output.domain_name.map(Text::from),
        arn: output.domain_arn.map(Text::from),
        status: output.status.map(|word| StudioStatus::from_word(word.as_str())),
        failure_reason: output.failure_reason.map(Text::from),
        is_unified: Some(own.is_some_and(|own| own.unified_studio_settings.is_some())),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
        uses: Some(uses),
    })))
}
