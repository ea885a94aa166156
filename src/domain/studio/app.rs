//! What the service knows of an app of Studio.

use jiff::Timestamp;

use super::domain::DomainId;
use super::status::StudioStatus;
use crate::domain::{ImageReference, Text};

/// Which app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StudioAppKey {
    /// The domain that it is in.
    pub domain: DomainId,
    /// Whose it is.
    pub owner: AppOwner,
    /// `AppType`, as `JupyterLab`. The service may have learnt new ones.
    pub app_type: Text,
    /// `AppName`, its own name among the apps of its type and owner.
    pub name: Text,
}

/// Whose an app is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AppOwner {
    /// The user profile of this name.
    UserProfile(Text),
    /// The space of this name.
    Space(Text),
}

/// An app: what runs, or ran until it ended within the last day. Every member but its key may be absent in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudioApp {
    /// Domain, owner, type and name.
    pub key: StudioAppKey,
    /// `AppArn`; absent from what a list gives.
    pub arn: Option<Text>,
    /// `Status`.
    pub status: Option<StudioStatus>,
    /// `FailureReason`, when it failed; absent from what a list gives.
    pub failure_reason: Option<Text>,
    /// `InstanceType`, as `ml.t3.medium`.
    pub instance_type: Option<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// The image that it runs on, where its `ResourceSpec` says so.
    pub reference: Option<ImageReference>,
}

impl StudioApp {
    /// An app of which nothing but the key is known.
    #[must_use]
    pub fn of(key: StudioAppKey) -> Self {
        Self {
            key,
            arn: None,
            status: None,
            failure_reason: None,
            instance_type: None,
            created: None,
            reference: None,
        }
    }

    /// The image that it uses: an app that is no more uses none.
    #[must_use]
    pub fn used(&self) -> Option<&ImageReference> {
        let is_deleted = self.status.as_ref().is_some_and(StudioStatus::is_deleted);
        self.reference.as_ref().filter(|_| !is_deleted)
    }
}
