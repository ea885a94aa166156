//! The failures of this session.

use jiff::Timestamp;

use crate::domain::Failure;

/// One failure, when and at what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    /// When it was reported last.
    pub at: Timestamp,
    /// What was being done, as `DescribeImage pytorch-2.4-gpu`.
    pub doing: String,
    /// What went wrong.
    pub failure: Failure,
    /// How often it was reported in a row.
    pub times: u32,
}

/// The failures, newest first.
#[derive(Debug, Default)]
pub struct Errors {
    mishaps: Vec<Mishap>,
}

/// Older ones are in the log.
const KEPT: usize = 100;

impl Errors {
    /// These, newest first, for tests to furnish.
    #[cfg(test)]
    pub(crate) fn for_tests(mishaps: Vec<Mishap>) -> Self {
        Self { mishaps }
    }

    /// All that are kept, newest first.
    #[must_use]
    pub fn mishaps(&self) -> &[Mishap] {
        &self.mishaps
    }

    /// Adds one; the same again in a row only counts.
    pub(in crate::app) fn add(&mut self, at: Timestamp, doing: String, failure: Failure) {
        if let Some(last) = self.mishaps.first_mut() {
            let same = last.failure.class == failure.class && last.failure.code == failure.code;
            if same && last.doing == doing {
                *last = Mishap { at, doing, failure, times: last.times + 1 };
                return;
            }
        }
        self.mishaps.insert(0, Mishap { at, doing, failure, times: 1 });
        self.mishaps.truncate(KEPT);
    }
}
