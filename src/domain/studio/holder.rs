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

    /// What a person reads: `1 domain`, `2 domains`.
    #[must_use]
    pub fn counted(self, count: usize) -> String {
        let (one, many) = match self {
            Self::Domain => ("domain", "domains"),
            Self::UserProfile => ("user profile", "user profiles"),
            Self::Space => ("space", "spaces"),
            Self::App => ("app", "apps"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
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
        match self {
            Self::Domain(id) => format!("domain {}", id.as_str()),
            Self::UserProfile(key) => format!("user profile {}", key.name),
            Self::Space(key) => format!("space {}", key.name),
            Self::App(key) => format!("app {} {}", key.app_type, key.name),
        }
    }
}
