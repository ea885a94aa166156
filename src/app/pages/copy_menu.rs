//! The menu of what can be copied.

use std::collections::BTreeSet;

use crate::domain::ImageName;
use crate::keys::Scope;

use super::{Listed, Moves, Page, Position};

/// What is copied from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopySubject {
    /// An image.
    Image(ImageName),
    /// A version of one.
    Version(ImageName, u32),
    /// The marked images.
    Marked(BTreeSet<ImageName>),
}

impl CopySubject {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Image(name) => name.to_string(),
            Self::Version(name, number) => format!("{name} version {number}"),
            Self::Marked(names) if names.len() == 1 => "1 marked image".into(),
            Self::Marked(names) => format!("{} marked images", names.len()),
        }
    }
}

/// The menu of what can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyMenu {
    /// What is copied from.
    pub subject: CopySubject,
    /// The row under the cursor.
    pub at: usize,
}

pub(super) fn page(menu: &CopyMenu) -> Page<'_> {
    let most = match menu.subject {
        CopySubject::Image(_) => 11,
        CopySubject::Version(..) => 12,
        CopySubject::Marked(_) => 3,
    };
    Page {
        scopes: &[Scope::Copy, Scope::Everywhere],
        // All that there may be, and the frame.
        height: most + 2,
        moves: Moves::Cursor { over: Listed::Copies, has_lower_part: false },
        ..Page::default()
    }
}

pub(super) fn position(menu: &mut CopyMenu) -> Position<'_> {
    Position::At(&mut menu.at)
}
