//! The words that say how a list is sorted.

use crate::emulator::store::SortOrder;

/// The words for the order, in the order of the service's model.
pub(super) const SORT_ORDER: [(&str, SortOrder); 2] =
    [("ASCENDING", SortOrder::Ascending), ("DESCENDING", SortOrder::Descending)];

/// What a validated word means; the service's default where there is none.
pub(super) fn meaning<T: Copy + Default>(word: Option<&str>, words: &[(&str, T)]) -> T {
    let named = words.iter().find(|(named, _)| Some(*named) == word);
    named.map(|(_, meaning)| *meaning).unwrap_or_default()
}
