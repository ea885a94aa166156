//! An order that is being put in force, a part at a time.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// So many comparisons are done at once, by and large, which takes some milliseconds at the most; the rest is for
/// the next time, so that keys need not wait.
const AT_ONCE: usize = 32 * 1024;
/// So many rows are sorted in one go, before they are merged with others.
const RUN: usize = 1024;

/// Rows that are being sorted. Those that are equal stay in the order in which they were given.
#[derive(Debug)]
pub struct Sorting {
    rows: Vec<u32>,
    /// The rows of the pass over them that is under way, as far as it came.
    merged: Vec<u32>,
    /// How many rows in a row are in order; 0 where runs are still being sorted.
    width: usize,
    /// How many rows the runs have that are sorted.
    sorted: usize,
    /// How far the two that are being merged were taken.
    taken: (usize, usize),
    /// The rows that came or changed since it began. They are let through wherever they are met: what is behind
    /// one of them must not wait for it.
    late: BTreeSet<u32>,
}

impl Sorting {
    /// Begins to sort these rows.
    pub fn of(rows: Vec<u32>) -> Self {
        Self { rows, merged: Vec::new(), width: 0, sorted: 0, taken: (0, 0), late: BTreeSet::new() }
    }

    /// These came or changed since: where they stand is not known.
    pub fn doubt(&mut self, rows: &[u32]) {
        self.late.extend(rows);
    }

    /// Goes on; tells whether it is done.
    pub fn go_on(&mut self, compare: impl Fn(u32, u32) -> Ordering) -> bool {
        let mut left = AT_ONCE;
        while left > 0 && !self.is_done() {
            left = left.saturating_sub(if self.width == 0 {
                self.sort_run(&compare)
            } else {
                self.merge(left, &compare)
            });
        }
        self.is_done()
    }

    /// The rows in order, without those that came or changed meanwhile, and these.
    pub fn end(mut self) -> (Vec<u32>, Vec<u32>) {
        self.rows.retain(|row| !self.late.contains(row));
        (self.rows, self.late.into_iter().collect())
    }

    fn is_done(&self) -> bool {
        self.rows.is_empty() || self.width >= self.rows.len()
    }

    /// Sorts a run; gives the comparisons that took, by and large.
    fn sort_run(&mut self, compare: &impl Fn(u32, u32) -> Ordering) -> usize {
        let end = self.rows.len().min(self.sorted + RUN);
        let run = &mut self.rows[self.sorted..end];
        let late = &self.late;
        run.sort_by(|a, b| match (late.contains(a), late.contains(b)) {
            (false, false) => compare(*a, *b),
            (a, b) => b.cmp(&a),
        });
        let comparisons = run.len() * RUN.ilog2() as usize;
        self.sorted = end;
        if end == self.rows.len() {
            self.begin_pass(RUN);
        }
        comparisons
    }

    fn begin_pass(&mut self, width: usize) {
        self.width = width;
        self.merged.clear();
        self.taken = (0, 0);
    }

    /// Merges the next rows of two runs, as many as `most`; gives how many it were.
    fn merge(&mut self, most: usize, compare: &impl Fn(u32, u32) -> Ordering) -> usize {
        let start = self.merged.len() - self.taken.0 - self.taken.1;
        let middle = self.rows.len().min(start + self.width);
        let end = self.rows.len().min(middle + self.width);
        let (left, right) = (&self.rows[start..middle], &self.rows[middle..end]);
        let (mut of_left, mut of_right) = self.taken;
        let before = self.merged.len();
        while self.merged.len() - before < most {
            let takes_left = match (left.get(of_left), right.get(of_right)) {
                (Some(a), Some(_)) if self.late.contains(a) => true,
                (Some(_), Some(b)) if self.late.contains(b) => false,
                (Some(&a), Some(&b)) => compare(a, b) != Ordering::Greater,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            if takes_left {
                self.merged.push(left[of_left]);
                of_left += 1;
            } else {
                self.merged.push(right[of_right]);
                of_right += 1;
            }
        }
        self.taken = (of_left, of_right);
        let merged = self.merged.len() - before;
        if start + of_left + of_right == end {
            self.taken = (0, 0);
        }
        if self.merged.len() == self.rows.len() {
            std::mem::swap(&mut self.rows, &mut self.merged);
            self.begin_pass(self.width * 2);
        }
        merged.max(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_are_sorted_and_equals_stay_as_they_were(
            keys in prop::collection::vec(0u8..50, 0..9000),
        ) {
            let key = |row: u32| keys[row as usize];
            let rows: Vec<u32> = (0u32..).take(keys.len()).collect();
            let mut expected = rows.clone();
            expected.sort_by_key(|&row| key(row));
            let mut sorting = Sorting::of(rows);
            while !sorting.go_on(|a, b| key(a).cmp(&key(b))) {}
            prop_assert_eq!(sorting.end().0, expected);
        }
    }

    #[test]
    fn many_rows_are_sorted_a_part_at_a_time() {
        let mut sorting = Sorting::of((0..100_000).rev().collect());
        let parts = (0..1000).find(|_| sorting.go_on(|a, b| a.cmp(&b))).unwrap();
        assert!(parts > 20, "{parts}");
        sorting.doubt(&[7, 3, 7]);
        let (rows, late) = sorting.end();
        assert_eq!((rows.len(), late), (99_998, vec![3, 7]));
        assert!(rows.is_sorted());
    }
}
