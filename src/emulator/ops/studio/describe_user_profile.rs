//! `DescribeUserProfile`.

use super::name_in_domain::{NameInDomain, described};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::InputMembers,
    store::{Account, ImageStore, StudioKind},
};

/// `DescribeUserProfile`: everything about one user profile of a domain.
pub(in crate::emulator::ops) fn describe_user_profile(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = NameInDomain::read(&mut members, "UserProfileName")?;
    members.finish()?;
    described(account, StudioKind::UserProfile, &named.path("userProfileName")?)
}
