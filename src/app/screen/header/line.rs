//! What the header is made of.

use crate::app::cells::width;

/// The program's name.
pub const BRAND: &str = "sagescope";

/// All of it, as it fits the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// One row or two.
    pub rows: Vec<HeaderRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeaderRow {
    /// From the left.
    pub parts: Vec<HeaderPart>,
    /// What stands between two of them.
    pub joint: &'static str,
    /// At the right edge.
    pub badges: Vec<&'static str>,
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderPart {
    /// The program's name.
    Brand,
    /// Whose keys are used.
    Profile {
        /// What goes before the name.
        lead: &'static str,
        /// The name; empty where there is room for the word alone.
        name: String,
        /// The word that marks it.
        word: Option<String>,
    },
    /// The account.
    Account(String),
    /// The region.
    Region(String),
    /// The endpoint, where it is not AWS's own.
    Endpoint(String),
}

impl HeaderPart {
    /// How many cells it takes. The word stands between blanks, a blank behind the name.
    #[must_use]
    pub fn width(&self) -> usize {
        match self {
            Self::Brand => BRAND.len(),
            Self::Profile { lead, name, word } => {
                let word = word.as_ref().map_or(0, |word| width(word) + 2);
                width(lead) + width(name) + word + usize::from(word > 0 && !name.is_empty())
            }
            Self::Account(words) | Self::Region(words) | Self::Endpoint(words) => width(words),
        }
    }
}

impl HeaderRow {
    /// The least that it takes, with a blank before, behind, and before each badge.
    #[must_use]
    pub fn width(&self) -> usize {
        let parts: usize = self.parts.iter().map(HeaderPart::width).sum();
        parts + self.parts.len().saturating_sub(1) * width(self.joint) + 2 + self.badges_width()
    }

    /// The badges, each with the blank that goes with it.
    #[must_use]
    pub fn badges_width(&self) -> usize {
        self.badges.iter().map(|badge| badge.len() + 1).sum()
    }
}
