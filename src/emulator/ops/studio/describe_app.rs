//! `DescribeApp`.

use super::described::described;
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    rules::{InputMembers, ServiceError, Violations, studio_rule, words},
    store::{Account, ImageStore, InStudio},
};

/// `DescribeApp`: everything about one app of a user profile or of a space.
///
/// What the service does where both or neither are sent is not documented: here it is refused.
pub(in crate::emulator::ops) fn describe_app(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let (name, kind) = (members.text("AppName")?, members.text("AppType")?);
    let domain = members.text("DomainId")?;
    let (space, profile) = (members.text("SpaceName")?, members.text("UserProfileName")?);
    members.finish()?;
    let mut violations = Violations::default();
    violations.required_text("appName", name.as_deref(), &studio_rule::STUDIO_NAME);
    violations.word("appType", kind.as_deref(), &words::APP_TYPE);
    violations.required("appType", kind.as_deref());
    violations.required_text("domainId", domain.as_deref(), &studio_rule::DOMAIN_ID);
    violations.text("spaceName", space.as_deref(), &studio_rule::STUDIO_NAME);
    violations.text("userProfileName", profile.as_deref(), &studio_rule::STUDIO_NAME);
    violations.into_result()?;
    let (owner, member) = match (space, profile) {
        (Some(space), None) => (space, "SpaceName"),
        (None, Some(profile)) => (profile, "UserProfileName"),
        (Some(_), Some(_)) => {
            return Err(ServiceError::invalid("UserProfileName and SpaceName cannot both be specified."));
        }
        (None, None) => {
            return Err(ServiceError::invalid("Either UserProfileName or SpaceName must be specified."));
        }
    };
    let (domain, kind, name) =
        (domain.unwrap_or_default(), kind.unwrap_or_default(), name.unwrap_or_default());
    let what = InStudio::App(&domain, &owner, &kind, &name);
    let is_theirs = account.studio().get(what).is_some_and(|app| app.text(member) == owner);
    if is_theirs { described(account, what) } else { Err(ServiceError::no_such(what)) }
}
