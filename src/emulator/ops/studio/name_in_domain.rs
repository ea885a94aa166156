//! The names that requests for one thing of Studio give.

use crate::emulator::{
    ops::handler::Output,
    rules::{InputMembers, ServiceError, Violations, studio_rule},
    store::{Account, StudioKind},
};

/// The domain that a request names, and what in it by a name.
pub(super) struct NameInDomain {
    domain: Option<String>,
    name: Option<String>,
}

impl NameInDomain {
    /// Reads `DomainId` and the member of the name.
    pub(super) fn read(members: &mut InputMembers, member: &str) -> Result<Self, ServiceError> {
        Ok(Self { domain: members.text("DomainId")?, name: members.text(member)? })
    }

    /// What it names, as a path; `member` is the name's as errors have it.
    pub(super) fn path(self, member: &str) -> Result<String, ServiceError> {
        let mut violations = Violations::default();
        violations.required_text("domainId", self.domain.as_deref(), &studio_rule::DOMAIN_ID);
        violations.required_text(member, self.name.as_deref(), &studio_rule::STUDIO_NAME);
        violations.into_result()?;
        Ok(format!("{}/{}", self.domain.unwrap_or_default(), self.name.unwrap_or_default()))
    }
}

/// What describes one thing of Studio.
pub(super) fn described(account: &Account, kind: StudioKind, path: &str) -> Output {
    let studio = account.studio();
    let record = studio.get(kind, path).ok_or_else(|| ServiceError::no_such(kind.noun(), path))?;
    Ok(record.described(&account.arns))
}
