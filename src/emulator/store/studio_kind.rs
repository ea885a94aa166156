//! The kinds of things that Studio has.

/// A kind of thing that Studio has. What follows it in an ARN is a path that names one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::emulator) enum StudioKind {
    /// By its id.
    Domain,
    /// By domain and name.
    UserProfile,
    /// By domain and name.
    Space,
    /// By domain, user profile or space, type and name.
    App,
    /// By its name; it belongs to no domain.
    AppImageConfig,
}

impl StudioKind {
    /// Every kind.
    pub(super) const ALL: [Self; 5] =
        [Self::Domain, Self::UserProfile, Self::Space, Self::App, Self::AppImageConfig];

    /// As the service names it in errors.
    pub(in crate::emulator) fn noun(self) -> &'static str {
        match self {
            Self::Domain => "Domain",
            Self::UserProfile => "UserProfile",
            Self::Space => "Space",
            Self::App => "App",
            Self::AppImageConfig => "AppImageConfig",
        }
    }

    /// As it stands in ARNs.
    pub(super) fn in_arns(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::UserProfile => "user-profile",
            Self::Space => "space",
            Self::App => "app",
            Self::AppImageConfig => "app-image-config",
        }
    }

    /// The member that holds its ARN.
    pub(super) fn arn_member(self) -> &'static str {
        match self {
            Self::Domain => "DomainArn",
            Self::UserProfile => "UserProfileArn",
            Self::Space => "SpaceArn",
            Self::App => "AppArn",
            Self::AppImageConfig => "AppImageConfigArn",
        }
    }

    /// The members that a list tells as they are.
    pub(super) fn listed_members(self) -> &'static [&'static str] {
        match self {
            Self::Domain => &["DomainArn", "DomainId", "DomainName", "Status", "Url"],
            Self::UserProfile => &["DomainId", "UserProfileName", "Status"],
            Self::Space => &["DomainId", "SpaceName", "Status", "SpaceDisplayName"],
            Self::App => {
                &["DomainId", "UserProfileName", "SpaceName", "AppType", "AppName", "Status", "ResourceSpec"]
            }
            // No list of them is served.
            Self::AppImageConfig => &[],
        }
    }

    /// Whether it can be changed, so that it has a time at which it was.
    pub(super) fn is_changed(self) -> bool {
        self != Self::App
    }
}
