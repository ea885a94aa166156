//! An answer, laid out in rows.

use std::ops::Range;

use jiff::tz::TimeZone;

use crate::app::cells;
use crate::app::wrap::{self, Break};
use crate::domain::RawBody;
use crate::export::{RawFormat, RawText, raw_text};

use super::Found;

/// How an answer is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Laying {
    /// As what.
    pub format: RawFormat,
    /// To how many cells lines are wrapped; nothing where they are not.
    pub width: Option<usize>,
    /// In which zone times are.
    pub zone: TimeZone,
}

/// An answer, laid out in rows: that takes time where it is long, and so is done once.
#[derive(Debug)]
pub struct RawPage {
    body: RawBody,
    laying: Laying,
    laid: RawText,
    /// The bytes of each row, without the end of its line.
    rows: Vec<Range<usize>>,
    /// How many cells the longest row takes, where lines are not wrapped.
    widest: usize,
    wanted: String,
    found: Found,
}

impl RawPage {
    /// Lays out `body`, and finds `wanted` in it.
    #[must_use]
    pub fn of(body: &RawBody, laying: Laying, wanted: &str) -> Self {
        let laid = raw_text(body, laying.format, &laying.zone);
        let rows = rows(&laid.text, laying.width);
        let widest = match laying.width {
            Some(_) => 0,
            None => rows.iter().map(|row| cells::width(&laid.text[row.clone()])).max().unwrap_or(0),
        };
        let found = Found::of(&laid.text, wanted);
        Self { body: body.clone(), laying, laid, rows, widest, wanted: wanted.to_owned(), found }
    }

    /// Whether it is of this body, laid out like that.
    #[must_use]
    pub fn is_of(&self, body: &RawBody, laying: &Laying) -> bool {
        self.body.is_copy_of(body) && self.laying == *laying
    }

    /// All of it, as a person copies it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.laid.text
    }

    /// Why it stands as it came; a sentence.
    #[must_use]
    pub fn flaw(&self) -> Option<&'static str> {
        self.laid.flaw
    }

    /// Whether times in it were seconds.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.laid.has_times
    }

    /// As what it is laid out.
    #[must_use]
    pub fn format(&self) -> RawFormat {
        self.laying.format
    }

    /// Its rows: the bytes of the text that each holds.
    #[must_use]
    pub fn rows(&self) -> &[Range<usize>] {
        &self.rows
    }

    /// How many cells the longest row takes, where lines are not wrapped.
    #[must_use]
    pub fn widest(&self) -> usize {
        self.widest
    }

    /// What the search finds.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// Which row holds that byte.
    #[must_use]
    pub fn row_of(&self, byte: usize) -> usize {
        self.rows.partition_point(|row| row.start <= byte).saturating_sub(1)
    }

    /// Which member or item stands in a row, by its number in the answer; where none begins there, the one before.
    #[must_use]
    pub fn member_in(&self, row: usize) -> Option<usize> {
        let end = self.rows.get(row)?.end;
        self.laid.begins.partition_point(|begin| *begin < end).checked_sub(1)
    }

    /// In which row a member or item begins.
    #[must_use]
    pub fn row_of_member(&self, member: usize) -> Option<usize> {
        self.laid.begins.get(member).map(|begin| self.row_of(*begin))
    }

    /// In which cells of its row the match stands that the person is at.
    #[must_use]
    pub fn columns_of_match(&self) -> Option<Range<usize>> {
        let found = self.found.current()?;
        let row = self.rows.get(self.row_of(found.start))?;
        let text = self.text();
        let start = cells::width(&text[row.start..found.start]);
        Some(start..start + cells::width(&text[found.start..found.end.min(row.end)]))
    }

    /// Searches for `wanted`, from that row on.
    pub(in crate::app) fn search(&mut self, wanted: &str, from_row: usize) {
        if self.wanted != wanted {
            wanted.clone_into(&mut self.wanted);
            self.found = Found::of(&self.laid.text, wanted);
            let from = self.rows.get(from_row).map_or(0, |row| row.start);
            self.found.go_to(from);
        }
    }

    /// Stays at the match where the person was, if what was laid out before has the same text.
    pub(in crate::app) fn keep_place(&mut self, before: &Self) {
        if self.wanted == before.wanted && self.text() == before.text() {
            self.found = before.found.clone();
        }
    }

    /// To the next match, or the one before.
    pub(in crate::app) fn step(&mut self, forward: bool) {
        self.found.step(forward);
    }
}

fn rows(text: &str, width: Option<usize>) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        match width {
            None => rows.push(start..start + line.len()),
            // Nothing that can't be seen is in it, so that each of these takes a cell.
            Some(width) if line.is_ascii() => {
                let width = width.max(1);
                let begins = (0..line.len().max(1)).step_by(width);
                rows.extend(begins.map(|at| start + at..start + (at + width).min(line.len())));
            }
            Some(width) => {
                let wrapped = wrap::rows(line, width, Break::Anywhere);
                rows.extend(wrapped.into_iter().map(|row| start + row.start..start + row.end));
            }
        }
        start += line.len() + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Rows are lines, whole and in order, and none is wider than it may be.
        #[test]
        fn rows_hold_the_text_and_fit(text in "([a-z\n ]|\\PC){0,60}", width in 1_usize..12) {
            let joined = |rows: &[Range<usize>]| rows.iter().map(|row| &text[row.clone()]).collect::<String>();
            let wrapped = rows(&text, Some(width));
            proptest::prop_assert_eq!(joined(&wrapped), text.replace('\n', ""));
            let fits = |row: &Range<usize>| {
                let row = &text[row.clone()];
                cells::width(row) <= width || cells::graphemes(row).count() == 1
            };
            proptest::prop_assert!(wrapped.iter().all(fits));
            let lines: Vec<&str> = text.split('\n').collect();
            let unwrapped: Vec<&str> = rows(&text, None).into_iter().map(|row| &text[row]).collect();
            proptest::prop_assert_eq!(unwrapped, lines);
        }
    }
}
