//! What can be set for a profile.

use crate::domain::Colour;

/// Longer words would push account and region out of the header.
pub const LONGEST_WORD: usize = 12;

/// One thing that can be set for a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileKey {
    ReadOnly,
    Word,
    Colour,
}

impl ProfileKey {
    pub const ALL: [Self; 3] = [Self::ReadOnly, Self::Word, Self::Colour];

    /// How it is written, and how else it may be.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::ReadOnly => &["read_only"],
            Self::Word => &["word"],
            Self::Colour => &["colour", "color"],
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.names().contains(&name))
    }

    /// The default; an example of what has none.
    pub fn example(self) -> &'static str {
        match self {
            Self::ReadOnly => "false",
            Self::Word => "\"PROD\"",
            Self::Colour => "\"red\"",
        }
    }

    /// What it is about.
    pub fn help(self) -> String {
        match self {
            Self::ReadOnly => "nothing can be changed with this profile".into(),
            Self::Word => {
                format!("shown next to the profile in the header; 1 to {LONGEST_WORD} characters, no default")
            }
            Self::Colour => {
                format!("of the word: {}; no default", Colour::ALL.map(|(name, _)| name).join(", "))
            }
        }
    }
}
