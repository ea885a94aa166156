//! The middle of many, and nearly all of them.

/// The median; of an even number, the upper one. Nothing has the median of its default.
pub fn median<T: Ord + Copy + Default>(all: Vec<T>) -> T {
    percentile(all, 50)
}

/// What so many of a hundred do not exceed; nothing has its default.
pub fn percentile<T: Ord + Copy + Default>(mut all: Vec<T>, part: usize) -> T {
    all.sort_unstable();
    all.get((all.len() * part / 100).min(all.len().saturating_sub(1))).copied().unwrap_or_default()
}
