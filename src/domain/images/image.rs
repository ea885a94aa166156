//! What the service knows of an image.

use jiff::Timestamp;

use crate::domain::{ImageName, ImageStatus, RoleArn, Text};

/// The nine members of DescribeImage. Every one but the name may be absent in an answer, and
/// ListImages never gives the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// `ImageName`, the key.
    pub name: ImageName,
    /// `ImageArn`.
    pub arn: Option<Text>,
    /// `DisplayName`.
    pub display_name: Option<Text>,
    /// `Description`.
    pub description: Option<Text>,
    /// `RoleArn`; absent from what ListImages gives.
    pub role: Option<RoleArn>,
    /// `ImageStatus`.
    pub status: Option<ImageStatus>,
    /// `FailureReason`, when a create, update or delete failed.
    pub failure_reason: Option<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
}

impl Image {
    /// The ARN of `self`, where that shows that it is another image than `base`: one of the same name
    /// in another account or region.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        let before = base.arn.as_ref()?;
        self.arn.as_ref().filter(|arn| *arn != before)
    }

    /// An image of which nothing but the name is known.
    #[must_use]
    pub fn named(name: ImageName) -> Self {
        Self {
            name,
            arn: None,
            display_name: None,
            description: None,
            role: None,
            status: None,
            failure_reason: None,
            created: None,
            modified: None,
        }
    }

    /// The display name, where it says more than the name.
    #[must_use]
    pub fn own_display_name(&self) -> Option<&str> {
        let display_name = self.display_name.as_ref().map(Text::as_str);
        display_name.filter(|display_name| *display_name != self.name.as_str())
    }

    /// Whether a change to the image is under way.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        self.status.as_ref().is_some_and(ImageStatus::is_changing)
    }
}
