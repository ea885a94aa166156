//! What the service knows of a space of Studio.

use jiff::Timestamp;

use super::domain::DomainId;
use super::image_use::ImageUse;
use super::status::StudioStatus;
use crate::domain::Text;

/// Which space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpaceKey {
    /// The domain that it is in.
    pub domain: DomainId,
    /// `SpaceName`, its own name there.
    pub name: Text,
}

/// A space. Every member but its key may be absent in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Domain and name.
    pub key: SpaceKey,
    /// `SpaceArn`; absent from what a list gives.
    pub arn: Option<Text>,
    /// `SpaceDisplayName`.
    pub display_name: Option<Text>,
    /// `OwnerUserProfileName`.
    pub owner: Option<Text>,
    /// `SharingType`, as `Private`.
    pub sharing: Option<Text>,
    /// `AppType`: what runs in it, as `JupyterLab`.
    pub app_type: Option<Text>,
    /// `Status`.
    pub status: Option<StudioStatus>,
    /// `FailureReason`, when a change failed; absent from what a list gives.
    pub failure_reason: Option<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
    /// Where its settings point to images; not known from what a list gives.
    pub uses: Option<Vec<ImageUse>>,
}

impl Space {
    /// A space of which nothing but the key is known.
    #[must_use]
    pub fn of(key: SpaceKey) -> Self {
        Self {
            key,
            arn: None,
            display_name: None,
            owner: None,
            sharing: None,
            app_type: None,
            status: None,
            failure_reason: None,
            created: None,
            modified: None,
            uses: None,
        }
    }
}
