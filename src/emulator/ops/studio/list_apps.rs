//! `ListApps`.

use super::{
    narrowing::Narrowing,
    query::{BY_CREATION, StudioList, StudioQuery},
};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::ServiceError,
    store::{Account, ImageStore, StudioKind},
};

const LIST: StudioList = StudioList {
    kind: StudioKind::App,
    answered: "Apps",
    sort_by: &[BY_CREATION],
    narrowings: &[
        Narrowing::DOMAIN,
        Narrowing::name("SpaceNameEquals", "SpaceName"),
        Narrowing::name("UserProfileNameEquals", "UserProfileName"),
    ],
};

/// `ListApps`: one page of apps, of one owner, of one domain or of all; deleted ones too, for a day.
///
/// A request can't name a user profile and a space; in which words the service refuses that is not published.
pub(in crate::emulator::ops) fn list_apps(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let query = StudioQuery::read(&LIST, input.body)?;
    if query.wanted("SpaceNameEquals").is_some() && query.wanted("UserProfileNameEquals").is_some() {
        let words = "UserProfileNameEquals and SpaceNameEquals cannot both be specified in the same request.";
        return Err(ServiceError::invalid(words));
    }
    query.answer(account)
}
