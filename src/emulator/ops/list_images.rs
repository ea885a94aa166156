//! `ListImages`.

use super::{
    handler::Output,
    requests::{ListQuery, OperationInput, Page},
};
use crate::emulator::store::{Account, ImageStore, Position};

/// `ListImages`: one page of summaries, and a `NextToken` where more images follow.
///
/// Only an image whose own sort key moved between two pages can be met twice or missed.
pub(super) fn list_images(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let query = ListQuery::read(input.body)?;
    let beyond = query.paging.beyond(query.fingerprint())?;
    let wanted = images.in_order(query.sort_by, query.sort_order, beyond).filter(|image| query.wants(image));
    let place = |image: &&_| Position::of(image, query.sort_by);
    let page = Page::of(wanted, query.paging.size(), query.fingerprint(), place);
    Ok(page.answer("Images", |image| image.summary(&account.arns)))
}
