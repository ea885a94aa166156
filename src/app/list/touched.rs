//! Which rows have changed lately.

use std::collections::VecDeque;

use super::Gaps;

/// The changes of the rows, counted, and what the last of them touched.
#[derive(Debug, Default)]
pub struct Touched {
    changes: u64,
    /// What was touched since there were so many changes is known.
    since: u64,
    /// Which row, and with which change.
    rows: VecDeque<(u64, u32)>,
}

/// So many are remembered: some pages of a list.
const MOST: usize = 4096;

impl Touched {
    /// How many changes there were.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Another change, of these rows.
    pub fn change(&mut self, rows: impl IntoIterator<Item = u32>) {
        self.changes += 1;
        self.rows.extend(rows.into_iter().map(|row| (self.changes, row)));
        while self.rows.len() > MOST {
            if let Some((change, _)) = self.rows.pop_front() {
                self.since = change;
            }
        }
    }

    /// The rows that were touched since there had been so many changes, in order; nothing where that is not
    /// known any more.
    pub fn since(&self, changes: u64) -> Option<Vec<u32>> {
        let newer = self.rows.iter().rev().take_while(|(change, _)| *change > changes);
        let mut rows: Vec<_> = newer.map(|(_, row)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        (changes >= self.since).then_some(rows)
    }

    /// Rows went, and others moved up.
    pub fn close(&mut self, gaps: &Gaps) {
        self.changes += 1;
        let moved = std::mem::take(&mut self.rows).into_iter();
        self.rows = moved.filter_map(|(change, row)| Some((change, gaps.now_at(row)?))).collect();
    }
}
