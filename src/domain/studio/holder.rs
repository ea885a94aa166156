//! What can point to an image.

use crate::domain::operation;

use super::{DomainId, SpaceKey, StudioAppKey, UserProfileKey};

/// What kinds of things can point to an image. In the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderKind {
    /// Domains.
    Domain,
    /// User profiles.
    UserProfile,
    /// Spaces.
    Space,
    /// Apps.
    App,
}

impl HolderKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Domain, Self::UserProfile, Self::Space, Self::App];

    /// What a person calls one.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::UserProfile => "user profile",
            Self::Space => "space",
            Self::App => "app",
        }
    }

    /// What a person reads: `1 domain`, `2 domains`.
    #[must_use]
    pub fn counted(self, count: usize) -> String {
        format!("{count} {}{}", self.word(), if count == 1 { "" } else { "s" })
    }

    /// The operation that lists them.
    #[must_use]
    pub fn listing(self) -> &'static str {
        match self {
            Self::Domain => operation::LIST_DOMAINS,
            Self::UserProfile => operation::LIST_USER_PROFILES,
            Self::Space => operation::LIST_SPACES,
            Self::App => operation::LIST_APPS,
        }
    }

    /// The operation that describes one.
    #[must_use]
    pub fn describing(self) -> &'static str {
        match self {
            Self::Domain => operation::DESCRIBE_DOMAIN,
            Self::UserProfile => operation::DESCRIBE_USER_PROFILE,
            Self::Space => operation::DESCRIBE_SPACE,
            Self::App => operation::DESCRIBE_APP,
        }
    }

    /// Whether each one has to be described to know which images it uses. A list of apps says it.
    #[must_use]
    pub fn has_to_be_described(self) -> bool {
        match self {
            Self::Domain | Self::UserProfile | Self::Space => true,
            Self::App => false,
        }
    }
}

/// One thing that can point to an image.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// A domain.
    Domain(DomainId),
    /// A user profile.
    UserProfile(UserProfileKey),
    /// A space.
    Space(SpaceKey),
    /// An app.
    App(StudioAppKey),
}

impl Holder {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(&self) -> HolderKind {
        match self {
            Self::Domain(_) => HolderKind::Domain,
            Self::UserProfile(_) => HolderKind::UserProfile,
            Self::Space(_) => HolderKind::Space,
            Self::App(_) => HolderKind::App,
        }
    }

    /// What a person reads: `space weekly`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.kind().word(), self.label())
    }

    /// The same without what it is: `weekly`.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Domain(id) => id.as_str().to_owned(),
            Self::UserProfile(key) => key.name.to_string(),
            Self::Space(key) => key.name.to_string(),
            Self::App(key) => format!("{} {}", key.app_type, key.name),
        }
    }
}
