//! `DescribeUserProfile`.

use super::{described::described, name_in_domain::NameInDomain};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    store::{Account, ImageStore, InStudio},
};

/// `DescribeUserProfile`: everything about one user profile of a domain.
pub(in crate::emulator::ops) fn describe_user_profile(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let NameInDomain { domain, name } = NameInDomain::read(input.body, "UserProfileName")?;
    described(account, InStudio::UserProfile(&domain, &name))
}
