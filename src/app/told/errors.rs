//! The failures of this session.

use jiff::Timestamp;

use crate::domain::Failure;

/// What a failure kept from being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Something was to be changed at the service: where no answer came, it may have been.
    Write,
    /// Something was to be read, or done on this machine.
    Other,
}

/// One failure, when and at what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorRecord {
    /// When it was reported last.
    pub at: Timestamp,
    /// What kind of thing was being done.
    pub attempt: Attempt,
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
    records: Vec<ErrorRecord>,
    /// Whether what processes wrote is shown: the person asked for it, and has not closed the page since.
    shows_process_output: bool,
}

/// Older ones are in the log.
const KEPT: usize = 100;

impl Errors {
    /// These, newest first, for tests to furnish.
    #[cfg(test)]
    pub(crate) fn for_tests(records: Vec<ErrorRecord>) -> Self {
        Self { records, shows_process_output: false }
    }

    /// All that are kept, newest first.
    #[must_use]
    pub fn records(&self) -> &[ErrorRecord] {
        &self.records
    }

    /// Whether some process that was to give keys wrote something that can be shown.
    #[must_use]
    pub fn has_process_output(&self) -> bool {
        self.records.iter().any(|record| !record.failure.process_said.is_empty())
    }

    /// Whether that is shown.
    #[must_use]
    pub fn shows_process_output(&self) -> bool {
        self.shows_process_output
    }

    /// Shows it, or hides it.
    pub(crate) fn show_process_output(&mut self, shows: bool) {
        self.shows_process_output = shows;
    }

    /// Adds one; the same again in a row only counts.
    pub(in crate::app) fn add(&mut self, at: Timestamp, attempt: Attempt, doing: String, failure: Failure) {
        if let Some(last) = self.records.first_mut() {
            let same = last.failure.class == failure.class && last.failure.code == failure.code;
            if same && last.attempt == attempt && last.doing == doing {
                *last = ErrorRecord { at, attempt, doing, failure, times: last.times + 1 };
                return;
            }
        }
        self.records.insert(0, ErrorRecord { at, attempt, doing, failure, times: 1 });
        self.records.truncate(KEPT);
    }
}
