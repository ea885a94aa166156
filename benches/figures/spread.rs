//! The middle of many.

/// The median; of an even number, the upper one. Nothing has the median of its default.
pub fn median<T: Ord + Copy + Default>(mut all: Vec<T>) -> T {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}
