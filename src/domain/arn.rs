//! ARNs of any kind.

/// The parts of an ARN, as they stand; those that are missing are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArnParts<'a> {
    /// As `aws-cn`.
    pub partition: &'a str,
    /// As `iam`.
    pub service: &'a str,
    /// Empty for a service that has none.
    pub region: &'a str,
    /// The account's id.
    pub account: &'a str,
    /// All the rest.
    pub resource: &'a str,
}

impl<'a> ArnParts<'a> {
    /// Takes `raw` apart; nothing where it does not begin as ARNs do.
    #[must_use]
    pub fn of(raw: &'a str) -> Option<Self> {
        let mut parts = raw.splitn(6, ':');
        let mut next = || parts.next().unwrap_or_default();
        let (arn, partition, service, region, account, resource) =
            (next(), next(), next(), next(), next(), next());
        (arn == "arn").then_some(Self { partition, service, region, account, resource })
    }

    /// The account's id, if that is what stands there.
    #[must_use]
    pub fn account_id(self) -> Option<&'a str> {
        is_account(self.account).then_some(self.account)
    }

    /// What stands behind the path, as the name of a role.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.resource.rsplit('/').next().unwrap_or(self.resource)
    }
}

/// Whether `text` can be the id of an account: 12 digits.
#[must_use]
pub fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_told_and_so_is_what_is_none() {
        let role = ArnParts::of("arn:aws:iam::123456789012:role/team/Admin:x").unwrap();
        assert_eq!((role.partition, role.service, role.region), ("aws", "iam", ""));
        assert_eq!((role.account_id(), role.name()), (Some("123456789012"), "Admin:x"));
        let half = ArnParts::of("arn:aws:iam").unwrap();
        assert_eq!((half.service, half.account_id(), half.resource, half.name()), ("iam", None, "", ""));
        for text in ["", "role/Admin", "ARN:aws:iam", " arn:aws"] {
            assert_eq!(ArnParts::of(text), None, "{text}");
        }
        assert!(!is_account("12345678901") && !is_account("12345678901x"));
    }
}
