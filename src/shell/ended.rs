//! Why the loop ended.

/// Why the loop ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The person quit.
    Quit,
    /// What was begun for these lines has them; they are to be printed.
    Picked(Vec<String>),
    /// They are not to be had; why, as the second half of a sentence.
    GaveUp(String),
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
    /// The person wants the demo instead.
    Demo,
}
