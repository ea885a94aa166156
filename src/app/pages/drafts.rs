//! The list of drafts, and the one under the cursor.

use crate::keys::Scope;

use super::{Listed, Moves, Page, Position};

/// The list of drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftsPage {
    /// The draft under the cursor.
    pub at: usize,
}

pub(super) fn page(_: &DraftsPage) -> Page<'_> {
    Page {
        scopes: &[Scope::Drafts, Scope::Everywhere],
        moves: Moves::Cursor { over: Listed::Drafts, has_lower_part: true },
        ..Page::default()
    }
}

pub(super) fn position(page: &mut DraftsPage) -> Position<'_> {
    Position::At(&mut page.at)
}
