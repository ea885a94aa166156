//! The picker on the screen.

use crate::app::Input;

/// What is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A profile.
    Profile,
    /// A region.
    Region,
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
