//! `ListImageVersions`.

use serde_json::{Value, json};

use super::{
    handler::Output,
    requests::{OperationInput, VersionQuery, page},
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
    let (page, token) = page(wanted.into_iter(), query.paging.size(), query.fingerprint(), place);
    let summaries: Vec<Value> = page.iter().map(|version| version.summary(name, &account.arns)).collect();
    let mut answer = json!({ "ImageVersions": summaries });
    if let Some(token) = token {
        answer["NextToken"] = json!(token);
    }
    Ok(answer)
}
