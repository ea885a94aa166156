//! The picker on the screen.

use crate::app::Input;
use crate::app::pages::{Listed, Moves, Page, Position, Typed};
use crate::keys::Scope;

/// What is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A profile.
    Profile,
    /// A region.
    Region,
}

impl Pick {
    /// A profile, or a region.
    #[must_use]
    pub fn of(is_profile: bool) -> Self {
        if is_profile { Self::Profile } else { Self::Region }
    }
}

/// The picker on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What it picks.
    pub pick: Pick,
    /// What was typed to narrow it.
    pub input: Input,
    /// The row under the cursor.
    pub at: usize,
}

impl Picker {
    /// A picker of all there is.
    #[must_use]
    pub fn new(pick: Pick) -> Self {
        Self { pick, input: Input::default(), at: 0 }
    }
}

pub(in crate::app::pages) fn page(_: &Picker) -> Page<'_> {
    Page {
        scopes: &[Scope::Picker, Scope::Text, Scope::Everywhere],
        typed: Some(Typed::Pick),
        moves: Moves::Cursor { over: Listed::Offers, has_lower_part: false },
        ..Page::default()
    }
}

pub(in crate::app::pages) fn position(picker: &mut Picker) -> Position<'_> {
    Position::At(&mut picker.at)
}
