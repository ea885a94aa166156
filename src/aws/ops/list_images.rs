//! ListImages.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::{ImageSortBy, ImageSortOrder};

use super::image;
use super::page_guard::next_page;
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_IMAGES;
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of images, by name, from where the page before ended.
pub(super) async fn ask(session: &SdkSession, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = session
        .sagemaker
        .list_images()
        .max_results(MAX_RESULTS)
        .sort_by(ImageSortBy::ImageName)
        .sort_order(ImageSortOrder::Ascending)
        .set_next_token(after.clone());
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
