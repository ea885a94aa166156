//! Where an image, or a version of one, stands in its life.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::Text;

/// `ImageStatus`, as DescribeImage gives it, and `ImageVersionStatus`, which has no words for an update.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ImageStatus {
    /// Being made.
    Creating,
    /// Ready: the settled state after a create or an update that went well.
    Created,
    /// The create ended badly; `FailureReason` says why.
    CreateFailed,
    /// An update is under way; another is refused until it ends.
    Updating,
    /// The last update ended badly; `FailureReason` says why.
    UpdateFailed,
    /// Being deleted.
    Deleting,
    /// The delete ended badly; `FailureReason` says why.
    DeleteFailed,
    /// A word this program does not know yet.
    Other(Text),
}

impl ImageStatus {
    /// Those that this program knows.
    pub const KNOWN: [Self; 7] = [
        Self::Creating,
        Self::Created,
        Self::CreateFailed,
        Self::Updating,
        Self::UpdateFailed,
        Self::Deleting,
        Self::DeleteFailed,
    ];

    /// Reads the service's word.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "CREATING" => Self::Creating,
            "CREATED" => Self::Created,
            "CREATE_FAILED" => Self::CreateFailed,
            "UPDATING" => Self::Updating,
            "UPDATE_FAILED" => Self::UpdateFailed,
            "DELETING" => Self::Deleting,
            "DELETE_FAILED" => Self::DeleteFailed,
            other => Self::Other(Text::clean(other)),
        }
    }

    /// Whether it came otherwise, as [`Text::is_altered`].
    #[must_use]
    pub fn is_altered(&self) -> bool {
        matches!(self, Self::Other(word) if word.is_altered())
    }

    /// The service's word.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Creating => "CREATING",
            Self::Created => "CREATED",
            Self::CreateFailed => "CREATE_FAILED",
            Self::Updating => "UPDATING",
            Self::UpdateFailed => "UPDATE_FAILED",
            Self::Deleting => "DELETING",
            Self::DeleteFailed => "DELETE_FAILED",
            Self::Other(word) => word.as_str(),
        }
    }

    /// Whether a change is under way, so that the service refuses another.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        match self {
            Self::Creating | Self::Updating | Self::Deleting => true,
            Self::Created | Self::CreateFailed | Self::UpdateFailed | Self::DeleteFailed => false,
            Self::Other(word) => word.as_str().ends_with("ING"),
        }
    }

    /// Whether the last change ended badly.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        match self {
            Self::CreateFailed | Self::UpdateFailed | Self::DeleteFailed => true,
            Self::Creating | Self::Created | Self::Updating | Self::Deleting => false,
            Self::Other(word) => word.as_str().ends_with("FAILED"),
        }
    }
}

impl From<String> for ImageStatus {
    fn from(word: String) -> Self {
        Self::from_word(&word)
    }
}

impl From<ImageStatus> for String {
    fn from(status: ImageStatus) -> Self {
        status.word().to_owned()
    }
}

impl fmt::Display for ImageStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
