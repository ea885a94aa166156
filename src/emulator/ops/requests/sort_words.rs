//! The words that say how a list is sorted.

use crate::emulator::store::SortOrder;

/// The words for the order, in the order of the service's model.
pub(super) const SORT_ORDER: [(&str, SortOrder); 2] =
    [("ASCENDING", SortOrder::Ascending), ("DESCENDING", SortOrder::Descending)];

/// What a validated word means; nothing where none was sent.
pub(in crate::emulator::ops) fn meaning<T: Copy>(word: Option<&str>, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(named, _)| Some(*named) == word).map(|(_, meaning)| *meaning)
}
