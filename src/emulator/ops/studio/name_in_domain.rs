//! What requests for one thing in a domain name.

use serde_json::Value;

use crate::emulator::rules::{InputMembers, ServiceError, Violations, lower_camel, studio_rule};

/// The domain that a request names, and what in it by a name.
pub(super) struct NameInDomain {
    pub(super) domain: String,
    pub(super) name: String,
}

impl NameInDomain {
    /// Reads and validates a request's body; `member` holds the name.
    pub(super) fn read(body: &Value, member: &str) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let (domain, name) = (members.text("DomainId")?, members.text(member)?);
        members.finish()?;
        let mut violations = Violations::default();
        violations.required_text("domainId", domain.as_deref(), &studio_rule::DOMAIN_ID);
        violations.required_text(&lower_camel(member), name.as_deref(), &studio_rule::STUDIO_NAME);
        violations.into_result()?;
        Ok(Self { domain: domain.unwrap_or_default(), name: name.unwrap_or_default() })
    }
}
