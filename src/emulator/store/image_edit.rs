//! A change to an image, whoever makes it.

/// What an [`Edit`] does to a member that can be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change {
    /// Leave it.
    #[default]
    Keep,
    /// Give it this value.
    Set(String),
    /// Take its value away.
    Clear,
}

/// A change to an image, made by `UpdateImage` or by someone else.
///
/// Nothing is validated here: an edit made through the handle can hold what the service would refuse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// What happens to `DisplayName`.
    pub display_name: Change,
    /// What happens to `Description`.
    pub description: Change,
    /// The new `RoleArn`, if any: a role can be replaced, never cleared.
    pub role_arn: Option<String>,
}

impl Edit {
    /// An edit that sets `DisplayName`.
    pub fn display_name(text: impl Into<String>) -> Self {
        Self { display_name: Change::Set(text.into()), ..Self::default() }
    }

    /// An edit that sets `Description`.
    pub fn description(text: impl Into<String>) -> Self {
        Self { description: Change::Set(text.into()), ..Self::default() }
    }

    /// An edit that sets `RoleArn`.
    pub fn role_arn(arn: impl Into<String>) -> Self {
        Self { role_arn: Some(arn.into()), ..Self::default() }
    }
}

impl Change {
    pub(in crate::emulator) fn apply(self, member: &mut Option<Box<str>>) {
        match self {
            Self::Keep => {}
            Self::Set(text) => *member = Some(text.into_boxed_str()),
            Self::Clear => *member = None,
        }
    }
}
