//! The list from which a theme is picked. The one under the cursor is shown at once.

use crate::keys::Scope;

use super::{Listed, Moves, Page, Position};

/// The list from which a theme is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemesPage {
    /// The row under the cursor.
    pub at: usize,
}

pub(super) fn page(_: &ThemesPage) -> Page<'_> {
    Page {
        scopes: &[Scope::Themes, Scope::Everywhere],
        moves: Moves::Cursor { over: Listed::Themes, has_lower_part: false },
        is_beside_list: true,
        ..Page::default()
    }
}

pub(super) fn position(page: &mut ThemesPage) -> Position<'_> {
    Position::At(&mut page.at)
}
