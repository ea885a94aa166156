//! What the service knows of a domain of Studio.

use jiff::Timestamp;

use super::image_use::ImageUse;
use super::status::StudioStatus;
use crate::domain::Text;

/// A `DomainId`, as `d-8xk2m1q0zzst`: the key of a domain within an account and region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainId(Text);

impl DomainId {
    /// Takes an id as the service gave it: cleaned, not judged.
    #[must_use]
    pub fn received(raw: &str) -> Self {
        Self(Text::clean(raw))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A domain of Studio. Every member but the id may be absent in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudioDomain {
    /// `DomainId`.
    pub id: DomainId,
    /// `DomainName`.
    pub name: Option<Text>,
    /// `DomainArn`.
    pub arn: Option<Text>,
    /// `Status`.
    pub status: Option<StudioStatus>,
    /// `FailureReason`, when a change failed; absent from what a list gives.
    pub failure_reason: Option<Text>,
    /// Whether it belongs to SageMaker Unified Studio; not known from what a list gives.
    pub is_unified: Option<bool>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
    /// Where its settings point to images; not known from what a list gives.
    pub uses: Option<Vec<ImageUse>>,
}

impl StudioDomain {
    /// A domain of which nothing but the id is known.
    #[must_use]
    pub fn of(id: DomainId) -> Self {
        Self {
            id,
            name: None,
            arn: None,
            status: None,
            failure_reason: None,
            is_unified: None,
            created: None,
            modified: None,
            uses: None,
        }
    }
}
