//! `ListImageVersions`.

use super::{
    handler::Output,
    requests::{OperationInput, Page, VersionQuery},
};
use crate::emulator::{
    rules::ServiceError,
    store::{Account, ImageStore, StoredVersion},
};

/// `ListImageVersions`: one page of summaries of an image's versions, and a `NextToken` where more follow.
pub(super) fn list_image_versions(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let query = VersionQuery::read(input.body)?;
    let name = &query.image;
    let contents = images.contents(name, &account.arns).ok_or_else(|| ServiceError::not_found(name))?;
    let beyond = query.paging.beyond(query.fingerprint())?;
    let is_wanted = |version: &&StoredVersion| {
        query.wants(version) && beyond.as_ref().is_none_or(|last| query.is_beyond(version, last))
    };
    let mut wanted: Vec<&StoredVersion> = contents.versions.values().filter(is_wanted).collect();
    wanted.sort_by(|one, other| query.order(one, other));
    let place = |version: &&StoredVersion| query.place(version);
    let page = Page::of(wanted.into_iter(), query.paging.size(), query.fingerprint(), place);
    Ok(page.answer("ImageVersions", |version| version.summary(name, &account.arns)))
}
