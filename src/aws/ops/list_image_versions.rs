//! ListImageVersions.

use std::collections::BTreeSet;

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::{ImageVersionSortBy, ImageVersionSortOrder};

use super::image_version;
use super::page_guard::{PageGuard, next_page};
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_IMAGE_VERSIONS;
use crate::domain::{Failure, ImageName, ImageVersion, Text};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of the versions of `image`, the newest first, from where the page before ended.
pub(super) async fn ask(session: &SdkSession, image: &ImageName, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let (versions, next) = page(session, image, after.clone()).await?;
    let next = next_page(LIST_IMAGE_VERSIONS, after.as_deref(), next)?;
    Ok(Answer::Versions { versions, next: next.map(PageToken) })
}

/// The numbers of all versions of `image`, and its ARN where one of them has it.
pub(super) async fn numbers(
    session: &SdkSession,
    image: &ImageName,
) -> Result<(BTreeSet<u32>, Option<Text>), Failure> {
    let mut guard = PageGuard::new(LIST_IMAGE_VERSIONS);
    let (mut numbers, mut arn, mut after) = (BTreeSet::new(), None, None);
    loop {
        let (versions, next) = page(session, image, after).await?;
        for version in versions {
            numbers.insert(version.number);
            arn = arn.or(version.image_arn);
        }
        after = guard.after(next)?;
        if after.is_none() {
            return Ok((numbers, arn));
        }
    }
}

async fn page(
    session: &SdkSession,
    image: &ImageName,
    after: Option<String>,
) -> Result<(Vec<ImageVersion>, Option<String>), Failure> {
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = session
        .sagemaker
        .list_image_versions()
        .image_name(image.as_str())
        .max_results(MAX_RESULTS)
        .sort_by(ImageVersionSortBy::Version)
        .sort_order(ImageVersionSortOrder::Descending)
        .set_next_token(after);
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    let Some(versions) = output.image_versions else {
        return Err(body::empty(LIST_IMAGE_VERSIONS, "ImageVersions"));
    };
    let versions =
        versions.into_iter().filter_map(|summary| image_version::of_summary(summary, image)).collect();
    Ok((versions, output.next_token))
}
