//! The role that SageMaker takes on for an image.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ArnParts, Text};

/// A `RoleArn` as the service gave it or as a person typed it; the field that it is typed in judges it.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleArn(Text);

impl RoleArn {
    /// Takes an ARN, cleaned, not judged.
    #[must_use]
    pub fn received(raw: &str) -> Self {
        Self(Text::clean(raw))
    }

    /// Whether it came otherwise, as [`Text::is_altered`].
    #[must_use]
    pub fn is_altered(&self) -> bool {
        self.0.is_altered()
    }

    /// The ARN.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What is wrong with the shape of `raw`, in plain words, or nothing.
    ///
    /// The service's rule: `^arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`.
    #[must_use]
    pub fn shape_problem(raw: &str) -> Option<&'static str> {
        const BEGIN: &str = "a role ARN must begin with arn:aws:iam::";
        let Some(arn) = ArnParts::of(raw) else { return Some(BEGIN) };
        let is_partition = arn
            .partition
            .strip_prefix("aws")
            .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        if !is_partition {
            return Some(BEGIN);
        }
        if arn.service != "iam" {
            return Some("this is not an IAM ARN: a role ARN must begin with arn:aws:iam::");
        }
        if !arn.region.is_empty() {
            return Some("IAM has no region: put two colons between iam and the account");
        }
        if arn.account_id().is_none() {
            return Some("the account in a role ARN must have 12 digits");
        }
        let Some(path) = arn.resource.strip_prefix("role") else {
            return Some("after the account, role/ and the role's name must follow");
        };
        let path = path.strip_prefix('/').unwrap_or(path);
        if path.is_empty() {
            return Some("the role's name is missing after role/");
        }
        let fits = |b: u8| b.is_ascii_alphanumeric() || b"_+=,.@-/".contains(&b);
        if !path.bytes().all(fits) {
            return Some("a role's path and name can contain letters, digits and _ + = , . @ - /");
        }
        None
    }
}

impl fmt::Display for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
