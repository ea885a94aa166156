//! The page of all keys.

use crate::keys::Scope;

use super::{Moves, Page, Position};

/// The page of all keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HelpPage {
    /// Scrolled by so many rows.
    pub scroll: usize,
}

pub(super) fn page(_: &HelpPage) -> Page<'_> {
    Page { scopes: &[Scope::Help, Scope::Everywhere], moves: Moves::Rows, ..Page::default() }
}

pub(super) fn position(page: &mut HelpPage) -> Position<'_> {
    Position::At(&mut page.scroll)
}
