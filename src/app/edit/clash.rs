//! A field that two hands changed.

/// A field that was typed in and that another hand has changed to something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What the field held when the edit began.
    pub base: Option<String>,
    /// What the other hand made of it.
    pub theirs: Option<String>,
    /// What the person wants; nothing goes out before that is said.
    pub choice: Option<Choice>,
    /// What stood in the field when theirs was chosen.
    pub(super) mine: Option<Mine>,
}

/// What the person wants of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mine {
    /// What was typed.
    pub(super) text: String,
    /// Whether it was typed by the person.
    pub(super) touched: bool,
    /// Whether the entry was to be taken away.
    pub(super) removed: bool,
}

/// Whose value is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What is typed in the form.
    Mine,
    /// What the other hand wrote.
    Theirs,
}

impl Choice {
    /// Mine, or else theirs.
    #[must_use]
    pub fn of(is_mine: bool) -> Self {
        if is_mine { Self::Mine } else { Self::Theirs }
    }
}
