//! What the header is made of.

use std::borrow::Cow;

use crate::app::cells::width;

/// The program's name.
pub const BRAND: &str = "sagescope";

/// All of it, as it fits the screen. It is made anew for each frame, and borrows what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header<'a> {
    /// The one row, or the upper of two.
    pub first: HeaderRow<'a>,
    /// The lower.
    pub second: Option<HeaderRow<'a>>,
}

impl<'a> Header<'a> {
    /// One row or two.
    pub fn rows(&self) -> impl Iterator<Item = &HeaderRow<'a>> {
        std::iter::once(&self.first).chain(&self.second)
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeaderRow<'a> {
    pub(super) parts: [Option<HeaderPart<'a>>; 5],
    /// What stands between two of them.
    pub joint: &'static str,
    pub(super) badges: [Option<&'static str>; 2],
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderPart<'a> {
    /// The program's name.
    Brand,
    /// Whose keys are used.
    Profile {
        /// What goes before the name.
        lead: &'static str,
        /// The name; empty where there is room for the word alone.
        name: Cow<'a, str>,
        /// The word that marks it.
        word: Option<Cow<'a, str>>,
    },
    /// The account.
    Account(Cow<'a, str>),
    /// The region.
    Region(&'a str),
    /// The endpoint, where it is not AWS's own.
    Endpoint {
        /// What goes before it.
        lead: &'static str,
        /// Where it is.
        name: Cow<'a, str>,
    },
}

impl HeaderPart<'_> {
    /// How many cells it takes. The word stands between blanks, a blank behind the name.
    #[must_use]
    pub fn width(&self) -> usize {
        match self {
            Self::Brand => BRAND.len(),
            Self::Profile { lead, name, word } => {
                let word = word.as_ref().map_or(0, |word| width(word) + 2);
                width(lead) + width(name) + word + usize::from(word > 0 && !name.is_empty())
            }
            Self::Account(words) => width(words),
            Self::Region(words) => width(words),
            Self::Endpoint { lead, name } => width(lead) + width(name),
        }
    }
}

impl<'a> HeaderRow<'a> {
    /// From the left.
    pub fn parts(&self) -> impl Iterator<Item = &HeaderPart<'a>> {
        self.parts.iter().flatten()
    }

    /// What stands at the right edge.
    pub fn badges(&self) -> impl Iterator<Item = &'static str> {
        self.badges.into_iter().flatten()
    }

    /// The least that it takes, with a blank before, behind, and before each badge.
    #[must_use]
    pub fn width(&self) -> usize {
        let parts: usize = self.parts().map(HeaderPart::width).sum();
        parts + self.parts().count().saturating_sub(1) * width(self.joint) + 2 + self.badges_width()
    }

    /// The badges, each with the blank that goes with it.
    #[must_use]
    pub fn badges_width(&self) -> usize {
        self.badges().map(|badge| badge.len() + 1).sum()
    }
}
