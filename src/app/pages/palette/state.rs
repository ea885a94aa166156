//! The page on the screen.

use crate::app::Input;
use crate::app::pages::{Closing, Listed, Moves, Page, Position, Typed};
use crate::keys::Scope;

/// The page on which a command is found by its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// What is typed.
    pub input: Input,
    /// The row under the cursor.
    pub at: usize,
    /// What was typed, and which of the earlier lines stands in its place, the latest being 0.
    pub recalled: Option<(String, usize)>,
    /// Why what is under the cursor was not run: of that row, a sentence.
    pub refused: Option<(usize, String)>,
}

pub(in crate::app::pages) fn page(_: &Palette) -> Page<'_> {
    Page {
        scopes: &[Scope::Palette, Scope::Text, Scope::Everywhere],
        typed: Some(Typed::Command),
        width: 100,
        height: 26,
        moves: Moves::Cursor { over: Listed::Commands, has_lower_part: false },
        closing: Closing::KeepLine,
        ..Page::default()
    }
}

pub(in crate::app::pages) fn position(palette: &mut Palette) -> Position<'_> {
    Position::At(&mut palette.at)
}
