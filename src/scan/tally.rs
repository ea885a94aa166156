//! How far a scan has come.

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
