//! Why the loop ended.

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person quit.
    Quit,
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
    /// The person wants the demo instead.
    Demo,
}
