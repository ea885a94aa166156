//! `DescribeSpace`.

use super::{
    handler::Output,
    requests::{NameInDomain, OperationInput, described},
};
use crate::emulator::{
    rules::InputMembers,
    store::{Account, ImageStore, StudioKind},
};

/// `DescribeSpace`: everything about one space of a domain.
pub(super) fn describe_space(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = NameInDomain::read(&mut members, "SpaceName")?;
    members.finish()?;
    described(account, StudioKind::Space, &named.path("spaceName")?)
}
