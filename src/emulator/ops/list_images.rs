//! `ListImages`.

use serde_json::{Value, json};

use super::{
    handler::Output,
    requests::{ListQuery, OperationInput, page},
};
use crate::emulator::store::{Account, ImageStore, Position};

/// `ListImages`: one page of summaries, and a `NextToken` where more images follow.
///
/// Only an image whose own sort key moved between two pages can be met twice or missed.
pub(super) fn list_images(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let query = ListQuery::read(input.body)?;
    let beyond = query.paging.beyond(query.fingerprint())?;
    let wanted =
        images.in_order(query.sort_by(), query.sort_order(), beyond).filter(|image| query.wants(image));
    let place = |image: &&_| Position::of(image, query.sort_by());
    let (page, token) = page(wanted, query.paging.size(), query.fingerprint(), place);
    let summaries: Vec<Value> = page.iter().map(|image| image.summary(&account.arns)).collect();
    let mut answer = json!({ "Images": summaries });
    if let Some(token) = token {
        answer["NextToken"] = json!(token);
    }
    Ok(answer)
}
