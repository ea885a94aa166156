//! What a scan could not read.

use crate::domain::Failure;

use crate::domain::HolderKind;

/// What could not be read by one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The operation.
    pub operation: &'static str,
    /// What it is about.
    pub kind: HolderKind,
    /// How many of them it is lacking for; nothing where it is their list that broke off.
    pub lacking: Option<usize>,
    /// Why, the first time.
    pub failure: Failure,
}

impl Trouble {
    /// Whether images may be used where nobody knows for it. What an app failed for is good to know and no
    /// more.
    #[must_use]
    pub fn hides_uses(&self) -> bool {
        self.lacking.is_none() || self.kind.has_to_be_described()
    }
}
