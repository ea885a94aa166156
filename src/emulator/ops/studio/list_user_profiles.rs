//! `ListUserProfiles`.

use super::{
    narrowing::Narrowing,
    query::{BY_CREATION, BY_MODIFICATION, StudioList, StudioQuery},
};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    store::{Account, ImageStore, StudioKind},
};

const LIST: StudioList = StudioList {
    kind: StudioKind::UserProfile,
    answered: "UserProfiles",
    sort_by: &[BY_CREATION, BY_MODIFICATION],
    narrowings: &[Narrowing::DOMAIN, Narrowing::part_of_name("UserProfileNameContains", "UserProfileName")],
};

/// `ListUserProfiles`: one page of user profiles, of one domain or of all.
pub(in crate::emulator::ops) fn list_user_profiles(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    StudioQuery::read(&LIST, input.body)?.answer(account)
}
