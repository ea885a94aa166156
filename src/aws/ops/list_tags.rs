//! ListTags.

use aws_sdk_sagemaker::config::Builder;

use super::page_guard::PageGuard;
use super::{describe_image, tags};
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::{DESCRIBE_IMAGE, LIST_TAGS};
use crate::domain::{Failure, ImageName, Text};
use crate::service::{Answer, Reply};

/// The most that `MaxResults` may be; the least is 50.
const MAX_RESULTS: i32 = 100;

/// All tags of `image`, whose ARN is `arn`, or else is asked for.
pub(super) async fn ask(session: &SdkSession, image: &ImageName, arn: Option<Text>) -> Reply {
    let arn = match arn {
        Some(arn) => arn,
        None => arn_of(session, image).await?,
    };
    let mut guard = PageGuard::new(LIST_TAGS);
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let limits = Builder::new().timeout_config(session.limits.for_list());
        let request = session
            .sagemaker
            .list_tags()
            .resource_arn(arn.as_str())
            .max_results(MAX_RESULTS)
            .set_next_token(after);
        let sent = request.customize().config_override(limits).send().await;
        let output = sent.map_err(|error| failure::of_call(&error))?;
        let Some(tags) = output.tags else {
            return Err(body::empty(LIST_TAGS, "Tags"));
        };
        all.extend(tags);
        after = guard.after(output.next_token)?;
        if after.is_none() {
            return Ok(Answer::Tags(Box::new(tags::of_list(all, image, arn))));
        }
    }
}

async fn arn_of(session: &SdkSession, image: &ImageName) -> Result<Text, Failure> {
    let described = describe_image::image(session, image).await?;
    described.arn.ok_or_else(|| body::empty(DESCRIBE_IMAGE, "ImageArn"))
}
