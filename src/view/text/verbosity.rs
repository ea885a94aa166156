//! How much is said.

/// How much is said where there may be little room. What each leaves out is for the page to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbosity {
    /// All of it.
    Full,
    /// Without what can be spared.
    Short,
    /// No more than has to be said.
    Least,
}
