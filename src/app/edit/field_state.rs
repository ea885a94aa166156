//! What a field of a form can stand for.

/// What a field of the form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldState {
    /// As the subject has it.
    Unchanged,
    /// Gets a new value.
    Set,
    /// Held a value and is emptied.
    Clear,
    /// What the subject has is not known yet.
    Unknown,
}
