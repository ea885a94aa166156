//! Where something stands in a shared file.

use std::fmt;
use std::sync::Arc;

/// A line of a shared file, as a person is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The file, with `~` for the home folder.
    pub file: Arc<str>,
    /// The line, counted from 1.
    pub line: usize,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)
    }
}
