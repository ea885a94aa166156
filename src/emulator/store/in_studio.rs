//! Which thing of Studio is meant.

use super::studio_kind::StudioKind;

/// Which thing of Studio is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InStudio<'name> {
    /// The domain of this id.
    Domain(&'name str),
    /// A user profile, by the domain's id and its own name.
    UserProfile(&'name str, &'name str),
    /// A space, by the domain's id and its own name.
    Space(&'name str, &'name str),
    /// An app, by the domain's id, the name of the user profile or space, `AppType` and `AppName`.
    App(&'name str, &'name str, &'name str, &'name str),
    /// The app image config of this name.
    AppImageConfig(&'name str),
}

impl InStudio<'_> {
    pub(in crate::emulator) fn kind(self) -> StudioKind {
        match self {
            Self::Domain(_) => StudioKind::Domain,
            Self::UserProfile(..) => StudioKind::UserProfile,
            Self::Space(..) => StudioKind::Space,
            Self::App(..) => StudioKind::App,
            Self::AppImageConfig(_) => StudioKind::AppImageConfig,
        }
    }

    /// What names it among those of its kind, as in its ARN.
    pub(in crate::emulator) fn path(self) -> String {
        match self {
            Self::Domain(name) | Self::AppImageConfig(name) => name.to_owned(),
            Self::UserProfile(domain, name) | Self::Space(domain, name) => [domain, name].join("/"),
            Self::App(domain, owner, app_type, name) => [domain, owner, app_type, name].join("/"),
        }
    }
}
