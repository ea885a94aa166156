//! The journal, and the entry under the cursor.

use crate::domain::ImageName;
use crate::keys::Scope;

use super::{Listed, Moves, Page, Position};

/// The journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryPage {
    /// Of this image, or of all.
    pub image: Option<ImageName>,
    /// The entry under the cursor, the newest being 0.
    pub at: usize,
}

pub(super) fn page(history: &HistoryPage) -> Page<'_> {
    Page {
        scopes: &[Scope::History, Scope::Everywhere],
        moves: Moves::Cursor { over: Listed::Entries(history.image.as_ref()), has_lower_part: true },
        ..Page::default()
    }
}

pub(super) fn position(history: &mut HistoryPage) -> Position<'_> {
    Position::At(&mut history.at)
}
