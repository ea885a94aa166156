//! Where in settings of Studio an image is used.

use crate::domain::{ImageReference, Text};

/// A place in the settings of a domain, a user profile or a space that points to an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageUse {
    /// Whose settings.
    pub settings: SettingsOf,
    /// The type of the apps that they are for, as `AppType` spells it: `JupyterLab`.
    pub app_type: &'static str,
    /// What the image is there.
    pub role: ImageRole,
    /// Which image, and which version.
    pub reference: ImageReference,
}

/// Whose settings point to an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingsOf {
    /// Those of the user profile or space itself.
    Itself,
    /// A domain's, for its users: `DefaultUserSettings`.
    Users,
    /// A domain's, for its shared spaces: `DefaultSpaceSettings`.
    Spaces,
    /// A domain's, for its server of RStudio: `RStudioServerProDomainSettings`.
    RStudio,
}

/// What an image is in settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageRole {
    /// One of `CustomImages`: to choose from, run as this app image config says.
    Custom {
        /// `AppImageConfigName`.
        config: Text,
    },
    /// The one of `DefaultResourceSpec`: what starts where nothing is chosen.
    Default,
}
