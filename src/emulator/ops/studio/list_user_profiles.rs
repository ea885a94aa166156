//! `ListUserProfiles`.

use super::query::{BY_CREATION, BY_MODIFICATION, Narrowing, StudioList, StudioQuery};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::studio_rule,
    store::{Account, ImageStore, StudioKind},
};

const LIST: StudioList = StudioList {
    kind: StudioKind::UserProfile,
    answered: "UserProfiles",
    sort_by: &[BY_CREATION, BY_MODIFICATION],
    narrowings: &[
        Narrowing {
            sent: ("DomainIdEquals", "domainIdEquals"),
            of: "DomainId",
            rule: studio_rule::DOMAIN_ID,
            is_part: false,
        },
        Narrowing {
            sent: ("UserProfileNameContains", "userProfileNameContains"),
            of: "UserProfileName",
            rule: studio_rule::STUDIO_NAME,
            is_part: true,
        },
    ],
};

/// `ListUserProfiles`: one page of user profiles, of one domain or of all.
pub(in crate::emulator::ops) fn list_user_profiles(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    StudioQuery::read(&LIST, input.body)?.answer(account)
}
