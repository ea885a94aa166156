//! `DescribeUserProfile`.

use super::{
    handler::Output,
    requests::{NameInDomain, OperationInput, described},
};
use crate::emulator::{
    rules::InputMembers,
    store::{Account, ImageStore, StudioKind},
};

/// `DescribeUserProfile`: everything about one user profile of a domain.
pub(super) fn describe_user_profile(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = NameInDomain::read(&mut members, "UserProfileName")?;
    members.finish()?;
    described(account, StudioKind::UserProfile, &named.path("userProfileName")?)
}
