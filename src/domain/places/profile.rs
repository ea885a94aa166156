//! A profile of the shared AWS configuration files, as a person chooses it.

use crate::domain::Text;

/// Where a profile's keys come from, as the files say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeySource {
    /// IAM Identity Center: a token that a log-in in a browser gives.
    Sso,
    /// A role that is assumed with the keys of another profile or source.
    Role,
    /// A role that is assumed with a token in a file, as in Kubernetes.
    WebIdentity,
    /// A program that prints keys (`credential_process`).
    Process,
    /// Keys that stand in the file.
    Static,
    /// A session of `aws login`.
    Console,
    /// None of its own: what the environment, the container or the instance gives.
    Elsewhere,
}

impl KeySource {
    /// What it is called, short enough for a column.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sso => "SSO",
            Self::Role => "assume-role",
            Self::WebIdentity => "web identity",
            Self::Process => "process",
            Self::Static => "static keys",
            Self::Console => "aws login",
            Self::Elsewhere => "no credentials",
        }
    }
}

/// One profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its name, without the word `profile`.
    pub name: Text,
    /// Its `region`, where it has one.
    pub region: Option<Text>,
    /// Where its keys come from.
    pub source: KeySource,
    /// The account that the files name (`sso_account_id`, or that of the role). Good for choosing;
    /// the header never believes it.
    pub account: Option<Text>,
    /// Why it can't be used, as a sentence that names file and line, or the setting.
    pub trouble: Option<Text>,
}
