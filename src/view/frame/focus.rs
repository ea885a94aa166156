//! The rows of a page that have the keys, and how far to scroll to see them.

/// The rows of what has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    /// The first.
    pub begin: usize,
    /// The one that has to be in sight, whatever else is.
    pub cursor: usize,
    /// The first that is not one of them.
    pub end: usize,
}

impl Focus {
    /// How far to scroll: no further than it takes to see all of it, or else its cursor.
    #[must_use]
    pub fn scroll(&self, window: usize) -> usize {
        let window = window.max(1);
        let whole = self.end.saturating_sub(window).min(self.begin);
        whole.max((self.cursor + 1).saturating_sub(window))
    }
}

/// The first row to show of a list of `count` rows in a window of `height`, the cursor being in the
/// middle where that can be.
#[must_use]
pub fn top(cursor: usize, count: usize, height: usize) -> usize {
    cursor.saturating_sub(height / 2).min(count.saturating_sub(height))
}
