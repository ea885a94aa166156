//! `DescribeSpace`.

use super::{described::described, name_in_domain::NameInDomain};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    store::{Account, ImageStore, InStudio},
};

/// `DescribeSpace`: everything about one space of a domain.
pub(in crate::emulator::ops) fn describe_space(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let NameInDomain { domain, name } = NameInDomain::read(input.body, "SpaceName")?;
    described(account, InStudio::Space(&domain, &name))
}
