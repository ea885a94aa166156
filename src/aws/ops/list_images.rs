//! ListImages.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::operation::list_images::builders::ListImagesFluentBuilder;
use aws_sdk_sagemaker::types::{ImageSortBy, ImageSortOrder};
use aws_smithy_types::DateTime;
use jiff::Timestamp;

use super::image;
use super::page_guard::next_page;
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_IMAGES;
use crate::service::{Answer, ListEnd, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of images, by name from that end, from where the page before ended.
pub(super) async fn ask(session: &SdkSession, end: ListEnd, after: Option<PageToken>) -> Reply {
    let order = match end {
        ListEnd::Front => ImageSortOrder::Ascending,
        ListEnd::Back => ImageSortOrder::Descending,
    };
    let request = session.sagemaker.list_images();
    let request = request.sort_by(ImageSortBy::ImageName).sort_order(order);
    page(session, request, after).await
}

/// One page of the images that were changed at that time or later, the newest first, from where the page
/// before ended.
pub(super) async fn ask_changed(session: &SdkSession, since: Timestamp, after: Option<PageToken>) -> Reply {
    let since = DateTime::from_nanos(since.as_nanosecond()).ok();
    let request = session.sagemaker.list_images().set_last_modified_time_after(since);
    let request = request.sort_by(ImageSortBy::LastModifiedTime).sort_order(ImageSortOrder::Descending);
    page(session, request, after).await
}

async fn page(session: &SdkSession, request: ListImagesFluentBuilder, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = request.max_results(MAX_RESULTS).set_next_token(after.clone());
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    // An empty body parses too; a full list must not give way to silence.
    let Some(images) = output.images else {
        return Err(body::empty(LIST_IMAGES, "Images"));
    };
    let next = next_page(LIST_IMAGES, after.as_deref(), output.next_token)?;
    let images = images.into_iter().filter_map(image::of_summary).collect();
    Ok(Answer::Page { images, next: next.map(PageToken) })
}
