//! Which rows pass the filter, found out a part at a time.

use crate::app::list::filter::{Facts, Filter, Verdict, matcher};

use super::Images;

/// Rows with so many bytes of text are put to the filter at once, which takes some milliseconds at the most; the
/// rest is for the next time, so that keys need not wait.
const AT_ONCE: usize = 256 * 1024;

/// Which rows pass the filter. What was found of a row holds until the row or the filter is another.
#[derive(Debug, Default)]
pub struct Sifting {
    /// What was found of each row, by its index; nothing where it is not known yet.
    verdicts: Vec<Option<Verdict>>,
    /// Those that pass, in the order of the list, as far as it was gone through.
    passing: Vec<u32>,
    /// How many of those that were gone through could not be judged.
    unjudged: usize,
    /// How far the order was gone through.
    at: usize,
}

impl Sifting {
    /// The rows that pass, as far as they are known, as indices into the images.
    pub fn passing(&self) -> &[u32] {
        &self.passing
    }

    /// How many images could not be judged, as far as that is known.
    pub fn unjudged(&self) -> usize {
        self.unjudged
    }

    /// Whether there are rows of `order` that were not gone through.
    pub fn is_under_way(&self, order: &[u32]) -> bool {
        self.at < order.len()
    }

    /// Another filter is in force.
    pub fn forget(&mut self) {
        self.verdicts.clear();
    }

    /// Another filter is in force, which keeps out what the one before surely did.
    pub fn keep_failed(&mut self) {
        for verdict in &mut self.verdicts {
            *verdict = verdict.filter(|verdict| *verdict == Verdict::Fails);
        }
    }

    /// Rows have changed since the list had changed `since` times.
    pub fn forget_changed(&mut self, images: &Images, since: u64) {
        for (verdict, row) in self.verdicts.iter_mut().zip(images.rows()) {
            if row.changed > since {
                *verdict = None;
            }
        }
    }

    /// Begins to go through the order anew.
    pub fn begin(&mut self) {
        self.passing.clear();
        (self.at, self.unjudged) = (0, 0);
    }

    /// Goes through the next part of `order`.
    pub fn go_on(&mut self, order: &[u32], images: &Images, filter: &Filter, facts: &Facts<'_>) {
        if filter.is_open() {
            self.passing.extend_from_slice(&order[self.at.min(order.len())..]);
            self.at = order.len();
            return;
        }
        let rows = images.rows();
        self.verdicts.resize(rows.len(), None);
        let (mut matcher, mut left) = (matcher(), AT_ONCE);
        while let Some(&index) = order.get(self.at) {
            let (Some(row), Some(known)) = (rows.get(index as usize), self.verdicts.get_mut(index as usize))
            else {
                self.at += 1;
                continue;
            };
            if known.is_none() && left == 0 {
                return;
            }
            let verdict = *known.get_or_insert_with(|| {
                left = left.saturating_sub(row.text_size());
                filter.judge(&row.candidate(facts), &mut matcher)
            });
            match verdict {
                Verdict::Passes => self.passing.push(index),
                Verdict::NotKnown => self.unjudged += 1,
                Verdict::Nearly | Verdict::Fails => {}
            }
            self.at += 1;
        }
    }
}
