//! What a scan could not read.

use std::fmt;

use crate::domain::{Failure, HolderKind};

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

/// `3 spaces can't be read (DescribeSpace)`, or `The spaces can't be listed (ListSpaces)`.
impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation;
        match (self.kind, self.lacking) {
            (HolderKind::App, Some(1)) => write!(f, "Couldn't read why 1 app failed ({operation})"),
            (HolderKind::App, Some(count)) => {
                write!(f, "Couldn't read why {count} apps failed ({operation})")
            }
            (kind, Some(count)) => write!(f, "Couldn't read {} ({operation})", kind.counted(count)),
            (kind, None) => write!(f, "Couldn't list {}s ({operation})", kind.word()),
        }
    }
}
