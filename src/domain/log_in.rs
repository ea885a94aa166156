//! How a person gets new keys.

use std::fmt;

use super::Text;

/// What a person can do where keys are missing or have expired, as the configuration says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogIn {
    /// A log-in in the browser, which the AWS CLI begins: `aws sso login --profile PROFILE`.
    Sso {
        /// The profile that has the SSO settings; a role's source may be another than the role's.
        profile: Text,
    },
    /// A log-in to the AWS console in the browser, whose keys the AWS CLI keeps: `aws login --profile PROFILE`.
    Console {
        /// The profile that has the `login_session`; a role's source may be another than the role's.
        profile: Text,
    },
    /// The six digits that a device shows, typed here.
    Mfa {
        /// The device's `mfa_serial`.
        device: Text,
        /// The role that wants it.
        role: Text,
    },
}

impl LogIn {
    /// Whether it is one in a browser, begun by the AWS CLI.
    #[must_use]
    pub fn is_in_browser(&self) -> bool {
        match self {
            Self::Sso { .. } | Self::Console { .. } => true,
            Self::Mfa { .. } => false,
        }
    }
}

/// A code that is good for one log-in. It is never shown and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(pub String);

impl Code {
    /// Whether it is six ASCII digits, which is what STS takes as a `TokenCode`.
    #[must_use]
    pub fn is_six_digits(&self) -> bool {
        self.0.len() == 6 && self.0.bytes().all(|byte| byte.is_ascii_digit())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}
