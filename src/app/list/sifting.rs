//! Which rows pass the filter, found out a part at a time.

use crate::app::list::filter::{Candidate, Facts, Filter, Reader, Verdict};

use super::{Gaps, Images};

/// Rows with so many bytes of text are put to the filter at once, which takes some milliseconds at the most; the
/// rest is for the next time, so that keys need not wait.
const AT_ONCE: usize = 96 * 1024;

/// Which rows pass the filter. What was found of a row holds until the row or the filter is another.
#[derive(Debug, Default)]
pub struct Sifting {
    /// What was found of each row, by its index.
    found: Vec<Found>,
    /// Those that pass, in the order of the list; of what was not gone through, those that did before.
    passing: Vec<u32>,
    /// How many of these were gone through.
    sure: usize,
    /// How many of those that were gone through could not be judged.
    unjudged: usize,
    /// How far the order was gone through.
    at: usize,
}

/// What was found of a row.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    /// Nothing where it is not known yet.
    verdict: Option<Verdict>,
    /// Whether it passed before it was to be judged anew: until then it is shown as it was.
    passed: bool,
}

impl Found {
    fn doubt(&mut self) {
        if let Some(verdict) = self.verdict.take() {
            self.passed = verdict == Verdict::Passes;
        }
    }

    fn is_shown(self) -> bool {
        self.verdict.map_or(self.passed, |verdict| verdict == Verdict::Passes)
    }
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
        self.found.clear();
    }

    /// Every image passes from now on: what was found is of no use.
    pub fn drop_found(&mut self) {
        (self.found, self.passing) = (Vec::new(), Vec::new());
    }

    /// What else the filter asks for is not as it was.
    pub fn doubt(&mut self) {
        self.found.iter_mut().for_each(Found::doubt);
    }

    /// Another filter is in force, which keeps out what the one before surely did.
    pub fn keep_failed(&mut self) {
        for found in &mut self.found {
            let verdict = found.verdict.filter(|verdict| *verdict == Verdict::Fails);
            *found = Found { verdict, passed: false };
        }
    }

    /// These rows have changed.
    pub fn doubt_rows(&mut self, rows: &[u32]) {
        for row in rows {
            if let Some(found) = self.found.get_mut(*row as usize) {
                found.doubt();
            }
        }
    }

    /// Rows went, and others moved up.
    pub fn close(&mut self, gaps: &Gaps) {
        let mut indices = 0u32..;
        self.found.retain(|_| indices.next().is_some_and(|index| gaps.now_at(index).is_some()));
    }

    /// Begins to go through the order anew.
    pub fn begin(&mut self) {
        self.passing.clear();
        (self.at, self.sure, self.unjudged) = (0, 0, 0);
    }

    /// Goes through the next part of `order`. Where every image passes there is nothing to go through.
    pub fn go_on(&mut self, order: &[u32], images: &Images, filter: &Filter, facts: &Facts<'_>) {
        if filter.is_open() {
            self.at = order.len();
            return;
        }
        self.passing.truncate(self.sure);
        self.judge(order, images, filter, facts);
        self.sure = self.passing.len();
        let is_shown = |row: &&u32| self.found.get(**row as usize).is_some_and(|found| found.is_shown());
        self.passing.extend(order.iter().skip(self.at).filter(is_shown));
    }

    fn judge(&mut self, order: &[u32], images: &Images, filter: &Filter, facts: &Facts<'_>) {
        let rows = images.rows();
        self.found.resize(rows.len(), Found::default());
        let (mut reader, mut left) = (None, AT_ONCE);
        while let Some(&index) = order.get(self.at) {
            let (Some(listed), Some(known)) = (rows.get(index), self.found.get_mut(index as usize)) else {
                self.at += 1;
                continue;
            };
            if known.verdict.is_none() && left == 0 {
                return;
            }
            let verdict = *known.verdict.get_or_insert_with(|| {
                left = left.saturating_sub(listed.row().text_size());
                filter.judge(&Candidate { listed, facts: *facts }, reader.get_or_insert_with(Reader::default))
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
