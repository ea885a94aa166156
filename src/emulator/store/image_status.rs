//! Where an image is in its life.

use std::{error::Error, fmt, str::FromStr};

use serde::Deserialize;

/// Where an image is in its life, as the service's model names it (`ImageStatus`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ImageStatus {
    /// It is being made; it can't be updated yet.
    Creating,
    /// It is at rest and can be updated.
    #[default]
    Created,
    /// It could not be made; there is nothing to update.
    CreateFailed,
    /// An update is under way; another one is refused.
    Updating,
    /// The last update failed; the next good one clears the reason.
    UpdateFailed,
    /// It is being deleted.
    Deleting,
    /// It could not be deleted, and is still there.
    DeleteFailed,
}

impl ImageStatus {
    /// Every status, in the order of the service's model.
    pub const ALL: [Self; 7] = [
        Self::Creating,
        Self::Created,
        Self::CreateFailed,
        Self::Updating,
        Self::UpdateFailed,
        Self::Deleting,
        Self::DeleteFailed,
    ];

    /// The word on the wire, as `UPDATE_FAILED`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "CREATING",
            Self::Created => "CREATED",
            Self::CreateFailed => "CREATE_FAILED",
            Self::Updating => "UPDATING",
            Self::UpdateFailed => "UPDATE_FAILED",
            Self::Deleting => "DELETING",
            Self::DeleteFailed => "DELETE_FAILED",
        }
    }

    /// Whether the last change failed, so that there is a reason.
    #[must_use]
    pub fn has_failed(self) -> bool {
        match self {
            Self::CreateFailed | Self::UpdateFailed | Self::DeleteFailed => true,
            Self::Creating | Self::Created | Self::Updating | Self::Deleting => false,
        }
    }
}

impl fmt::Display for ImageStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A word that is no image status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownStatus(pub String);

impl fmt::Display for UnknownStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = ImageStatus::ALL.map(ImageStatus::as_str).join(", ");
        write!(out, "\"{}\" is no image status; one of {words}", self.0)
    }
}

impl Error for UnknownStatus {}

impl FromStr for ImageStatus {
    type Err = UnknownStatus;

    fn from_str(word: &str) -> Result<Self, UnknownStatus> {
        let named = Self::ALL.into_iter().find(|status| status.as_str() == word);
        named.ok_or_else(|| UnknownStatus(word.to_owned()))
    }
}
