//! The menu of what can be copied.

use std::collections::BTreeSet;

use crate::domain::ImageName;
use crate::keys::{CopyAction, Scope};

use super::{Listed, Moves, Page, Position};

/// What is copied from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopySubject {
    /// An image.
    Image(ImageName),
    /// A version of one.
    Version(ImageName, u32),
    /// The marked images.
    Marked {
        /// All of them.
        names: BTreeSet<ImageName>,
        /// How many of them the filter hides.
        hidden: usize,
    },
}

impl CopySubject {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Image(name) => name.to_string(),
            Self::Version(name, number) => format!("{name} version {number}"),
            Self::Marked { names, hidden } => {
                let hides = match (names.len(), hidden) {
                    (_, 0) => String::new(),
                    (1, _) => ", hidden by the filter".into(),
                    (_, hidden) => format!(", {hidden} hidden by the filter"),
                };
                let images = if names.len() == 1 { "image" } else { "images" };
                format!("{} marked {images}{hides}", names.len())
            }
        }
    }
}

/// One thing that can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyOffer {
    /// What copies it.
    pub action: CopyAction,
    /// What it is called in the menu.
    pub label: String,
    /// What it is called anywhere else: `the ARN of pytorch-2.4-gpu`.
    pub name: String,
    /// The text.
    pub text: String,
    /// Whether it came otherwise: cleaning replaced something in it.
    pub is_altered: bool,
}

/// The menu of what can be copied. What stands in it is what is copied, whatever comes in meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyMenu {
    /// What is copied from.
    pub subject: CopySubject,
    /// What can be copied, a row each.
    pub offers: Vec<CopyOffer>,
    /// The row under the cursor.
    pub at: usize,
}

pub(super) fn page(menu: &CopyMenu) -> Page<'_> {
    Page {
        scopes: &[Scope::Copy, Scope::Everywhere],
        // The frame too.
        height: u16::try_from(menu.offers.len() + 2).unwrap_or(u16::MAX),
        moves: Moves::Cursor { over: Listed::Copies(menu.offers.len()), has_lower_part: false },
        ..Page::default()
    }
}

pub(super) fn position(menu: &mut CopyMenu) -> Position<'_> {
    Position::At(&mut menu.at)
}
