//! How far a scan has come.

use std::fmt;

/// The same of one kind of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are listed.
    pub listed: usize,
    /// Whether those are all: their list came to its end.
    pub is_counted: bool,
    /// How many were read.
    pub read: usize,
    /// How many were gone when they were to be read.
    pub vanished: usize,
    /// How many could not be read.
    pub unread: usize,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many things are done with.
    pub done: usize,
    /// How many are known of.
    pub all: usize,
    /// Whether there are no more than those.
    pub is_counted: bool,
}

/// `312 of 1050`, or `312 of at least 900` as long as more is being listed.
impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = if self.is_counted { "of" } else { "of at least" };
        write!(f, "{} {of} {}", self.done, self.all)
    }
}
