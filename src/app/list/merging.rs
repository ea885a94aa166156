//! Rows that are put in their places among others, which are in order.

/// Puts `new` in its places in `all`. Both are in order; `is_before` tells whether one of `all` comes before one
/// of `new`. Few new ones cost little, however many there are.
pub fn merge_in(all: &mut Vec<u32>, new: &[u32], is_before: impl Fn(u32, u32) -> bool) {
    let mut end = all.len();
    all.resize(end + new.len(), 0);
    for (before, &row) in new.iter().enumerate().rev() {
        let at = all[..end].partition_point(|&known| is_before(known, row));
        all.copy_within(at..end, at + before + 1);
        all[at + before] = row;
        end = at;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_merged_is_what_is_sorted(
            mut all in prop::collection::vec(0u32..50, 0..40),
            mut new in prop::collection::vec(0u32..50, 0..20),
        ) {
            let mut sorted = [all.clone(), new.clone()].concat();
            sorted.sort_unstable();
            all.sort_unstable();
            new.sort_unstable();
            merge_in(&mut all, &new, |known, row| known <= row);
            prop_assert_eq!(all, sorted);
        }
    }
}
