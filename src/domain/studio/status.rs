//! Where something of Studio stands in its life.

use std::fmt;

use crate::domain::Text;

/// The `Status` of a domain, a user profile, a space or an app, as the service spells it: `InService`. The service may
/// have learnt new words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StudioStatus(Text);

impl StudioStatus {
    /// Takes the service's word, cleaned.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self(Text::clean(word))
    }

    /// The service's word.
    #[must_use]
    pub fn word(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is no more: an app is listed for a day after its end, and uses nothing.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.word() == "Deleted"
    }

    /// Whether it is being deleted.
    #[must_use]
    pub fn is_deleting(&self) -> bool {
        self.word() == "Deleting"
    }

    /// Whether the last change ended badly: `Failed`, `Update_Failed`, `Delete_Failed`.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        self.word().ends_with("Failed")
    }
}

impl fmt::Display for StudioStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl fmt::Debug for StudioStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
