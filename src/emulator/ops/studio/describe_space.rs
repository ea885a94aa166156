//! `DescribeSpace`.

use super::name_in_domain::{NameInDomain, described};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::InputMembers,
    store::{Account, ImageStore, StudioKind},
};

/// `DescribeSpace`: everything about one space of a domain.
pub(in crate::emulator::ops) fn describe_space(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = NameInDomain::read(&mut members, "SpaceName")?;
    members.finish()?;
    described(account, StudioKind::Space, &named.path("spaceName")?)
}
