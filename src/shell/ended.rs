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

impl Ended {
    /// Whether the process ends with it: then nothing is gained by taking apart what it holds.
    #[must_use]
    pub fn is_end_of_process(&self) -> bool {
        match self {
            Self::Quit | Self::Picked(_) | Self::GaveUp(_) | Self::Signal(_) | Self::TerminalGone => true,
            Self::Demo => false,
        }
    }
}
