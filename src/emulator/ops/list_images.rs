//! `ListImages`.

use serde_json::{Value, json};

use super::{
    handler::Output, list_query::ListQuery, operation_input::OperationInput,
    pagination_token::PaginationToken,
};
use crate::emulator::{
    rules::ServiceError,
    store::{Account, ImageStore, Position},
};

/// `ListImages`: one page of summaries, and a `NextToken` where more images follow.
///
/// A page begins beyond the last image of the page before, by that image's sort key and name. So images that come and go
/// between pages lead to no doubles and no gaps among the others; only an image whose own sort key moved can be met twice
/// or missed.
pub(super) fn list_images(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let query = ListQuery::read(input.body)?;
    let beyond = query.next_token.as_deref().map(|token| resume(token, &query)).transpose()?;
    let mut wanted =
        images.in_order(query.sort_by(), query.sort_order(), beyond).filter(|image| query.wants(image));
    let page: Vec<_> = wanted.by_ref().take(query.page_size()).collect();
    let summaries: Vec<Value> = page.iter().map(|image| image.summary(&account.arns)).collect();
    let mut answer = json!({ "Images": summaries });
    if let (Some(last), true) = (page.last(), wanted.next().is_some()) {
        let position = Position::of(last, query.sort_by());
        answer["NextToken"] = json!(PaginationToken { query: query.fingerprint(), position }.token());
    }
    Ok(answer)
}

fn resume(token: &str, query: &ListQuery) -> Result<Position, ServiceError> {
    let token = PaginationToken::read(token).filter(|token| token.query == query.fingerprint());
    token.map(|token| token.position).ok_or_else(|| ServiceError::invalid("Invalid NextToken."))
}
