//! The page of all keys.

use crate::app::Input;
use crate::keys::Scope;

use super::{Moves, Page, Position, Typed};

/// The page of all keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HelpPage {
    /// Scrolled by so many rows.
    pub scroll: usize,
    /// What is searched for: only what has all of these words is shown.
    pub search: Input,
    /// Whether that is being typed.
    pub is_typing: bool,
}

pub(super) fn page(page: &HelpPage) -> Page<'_> {
    let (scopes, typed): (&[Scope], _) = if page.is_typing {
        (&[Scope::HelpSearch, Scope::Text, Scope::Everywhere], Some(Typed::Help))
    } else {
        (&[Scope::Help, Scope::Everywhere], None)
    };
    Page { scopes, typed, moves: Moves::Rows, ..Page::default() }
}

pub(super) fn position(page: &mut HelpPage) -> Position<'_> {
    Position::At(&mut page.scroll)
}
