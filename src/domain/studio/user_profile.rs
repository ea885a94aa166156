//! What the service knows of a user profile of Studio.

use jiff::Timestamp;

use super::domain::DomainId;
use super::image_use::ImageUse;
use super::status::StudioStatus;
use crate::domain::Text;

/// Which user profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserProfileKey {
    /// The domain that it is in.
    pub domain: DomainId,
    /// `UserProfileName`, its own name there.
    pub name: Text,
}

/// A user profile. Every member but its key may be absent in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserProfile {
    /// Domain and name.
    pub key: UserProfileKey,
    /// `UserProfileArn`; absent from what a list gives.
    pub arn: Option<Text>,
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

impl UserProfile {
    /// A user profile of which nothing but the key is known.
    #[must_use]
    pub fn of(key: UserProfileKey) -> Self {
        Self { key, arn: None, status: None, failure_reason: None, created: None, modified: None, uses: None }
    }
}
