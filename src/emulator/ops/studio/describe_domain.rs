//! `DescribeDomain`.

use super::described::described;
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::{InputMembers, Violations, studio_rule},
    store::{Account, ImageStore, InStudio},
};

/// `DescribeDomain`: everything about one domain.
pub(in crate::emulator::ops) fn describe_domain(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let named = members.text("DomainId")?;
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("domainId", named.as_deref(), &studio_rule::DOMAIN_ID);
    violations.into_result()?;
    described(account, InStudio::Domain(&named.unwrap_or_default()))
}
