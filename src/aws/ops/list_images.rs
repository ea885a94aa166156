//! ListImages.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::{ImageSortBy, ImageSortOrder};

use super::image;
use crate::aws::failure;
use crate::aws::failure::body;
use crate::aws::session::Session;
use crate::domain::{Failure, FailureClass};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const PAGE: i32 = 100;

/// One page of images, by name, from where the page before ended.
pub(in crate::aws) async fn page(session: &Session, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let patient = Builder::new().timeout_config(session.pace.for_list());
    let call = session
        .sagemaker
        .list_images()
        .max_results(PAGE)
        .sort_by(ImageSortBy::ImageName)
        .sort_order(ImageSortOrder::Ascending)
        .set_next_token(after.clone());
    let output =
        call.customize().config_override(patient).send().await.map_err(|error| failure::of_call(&error))?;
    // An empty body parses too; a full list must not give way to silence.
    let Some(images) = output.images else {
        return Err(body::empty("ListImages", "Images"));
    };
    let next = output.next_token.filter(|token| !token.is_empty());
    if next.is_some() && next == after {
        let said = "ListImages gave the token of this page for the next one, which would never end.";
        return Err(Failure::new(FailureClass::Unreadable, said));
    }
    let images = images.into_iter().filter_map(image::of_summary).collect();
    Ok(Answer::Page { images, next: next.map(PageToken) })
}
