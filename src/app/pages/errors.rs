//! The session's errors.

use crate::keys::Scope;

use super::{Closing, Moves, Page, Position};

/// The session's errors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorsPage {
    /// Scrolled by so many rows.
    pub scroll: usize,
}

pub(super) fn page(_: &ErrorsPage) -> Page<'_> {
    Page {
        scopes: &[Scope::Errors, Scope::Everywhere],
        moves: Moves::Rows,
        closing: Closing::HideProcessOutput,
        ..Page::default()
    }
}

pub(super) fn position(page: &mut ErrorsPage) -> Position<'_> {
    Position::At(&mut page.scroll)
}
