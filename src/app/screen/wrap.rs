//! Where text is broken into rows.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{cells, cluster};

/// Where a row may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// At blanks, which then hang over the edge: for what is read. A word that is longer than a row, as an
    /// ARN may be, behind `:` and `/`.
    Blanks,
    /// Anywhere: for names and what is read letter by letter.
    Anywhere,
    /// Behind `/` and `@`: for addresses of containers, of which each part says something.
    Address,
    /// Between words, blanks and punctuation: for what is typed.
    Typed,
}

/// The rows of `text`, each at most `width` cells wide. There is always one.
#[must_use]
pub fn rows(text: &str, width: usize, at: Break) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    rows_into(text, width, at, &mut rows);
    rows
}

/// The same in the place of what is in `rows`.
pub fn rows_into(text: &str, width: usize, at: Break, rows: &mut Vec<Range<usize>>) {
    rows.clear();
    match at {
        Break::Blanks => {
            let blanks = text.match_indices(' ').map(|(at, _)| at + 1);
            fill(text, chunks(text, blanks), (width, at), rows);
        }
        Break::Anywhere => fill(text, text.graphemes(true), (width, at), rows),
        Break::Address => {
            let parts = text.match_indices(['/', '@']).map(|(at, _)| at + 1);
            fill(text, chunks(text, parts), (width, at), rows);
        }
        Break::Typed => fill(text, words(text), (width, at), rows),
    }
}

/// Words, and what is between them. By Unicode's rules a word can end within what a reader takes for
/// one character, as within Thai `ำ`; here none does.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    chunks(text, text.split_word_bound_indices().map(|(at, _)| at))
}

fn chunks<'a>(text: &'a str, breaks: impl Iterator<Item = usize> + 'a) -> impl Iterator<Item = &'a str> + 'a {
    let mut start = 0;
    breaks.chain([text.len()]).filter_map(move |at| {
        let is_break = at > start && cluster::is_boundary(text, at);
        is_break.then(|| &text[std::mem::replace(&mut start, at)..at])
    })
}

/// In which of the rows that [`rows`] made a caret stands that is at `at`.
#[must_use]
pub fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.iter().position(|row| at < row.end).unwrap_or(rows.len().saturating_sub(1))
}

fn fill<'a>(
    text: &str,
    chunks: impl Iterator<Item = &'a str>,
    (width, at): (usize, Break),
    rows: &mut Vec<Range<usize>>,
) {
    let hang = at == Break::Blanks;
    // What is read goes on behind a word that was longer than a row; the editor begins a row.
    let goes_on = match at {
        Break::Blanks | Break::Address => true,
        Break::Anywhere | Break::Typed => false,
    };
    let width = width.max(1);
    let (mut start, mut end, mut used) = (0, 0, 0);
    for chunk in chunks {
        let word = if hang { chunk.trim_end_matches(' ') } else { chunk };
        let counted = cells::width(word);
        if end > start && counted > 0 && used + counted > width {
            rows.push(start..end);
            (start, used) = (end, 0);
        }
        let next = end + chunk.len();
        if counted > width {
            split(text, end..end + word.len(), (width, at), rows);
            (start, end, used) = (next, next, 0);
            if let Some(last) = rows.pop_if(|_| goes_on) {
                (start, used) = (last.start, cells::width(&text[last.start..next]));
            }
            continue;
        }
        end = next;
        used += cells::width(chunk);
    }
    if end > start || rows.is_empty() {
        rows.push(start..end);
    }
}

/// Breaks a word that is longer than a row.
fn split(text: &str, word: Range<usize>, (width, way): (usize, Break), rows: &mut Vec<Range<usize>>) {
    let has_parts = match way {
        Break::Blanks => true,
        Break::Anywhere | Break::Address | Break::Typed => false,
    };
    let (mut start, mut used) = (word.start, 0);
    // Behind the last part that is whole in this row.
    let mut part = start;
    for (at, grapheme, cells) in cells::graphemes(&text[word.clone()]) {
        let at = word.start + at;
        if used + cells > width && at > start {
            let end = if part > start { part } else { at };
            rows.push(start..end);
            (start, used) = (end, cells::width(&text[end..at]));
        }
        used += cells;
        if has_parts && matches!(grapheme, ":" | "/") {
            part = at + grapheme.len();
        }
    }
    rows.push(start..word.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: usize, at: Break) -> Vec<&str> {
        rows(text, width, at).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_end_where_they_may() {
        assert_eq!(broken("", 5, Break::Blanks), [""]);
        assert_eq!(broken("one two three", 7, Break::Blanks), ["one two ", "three"]);
        assert_eq!(broken("one two three", 7, Break::Typed), ["one two", " three"]);
        assert_eq!(broken("arn:aws:iam", 4, Break::Anywhere), ["arn:", "aws:", "iam"]);
        assert_eq!(broken("a longerword b", 5, Break::Blanks), ["a ", "longe", "rword ", "b"]);
        let role = "role arn:aws:iam::1234:role/service-role/Sage ok";
        let rows = ["role ", "arn:aws:iam::", "1234:role/", "service-role/", "Sage ok"];
        assert_eq!(broken(role, 15, Break::Blanks), rows);
        let rows = ["arn:", "123456", "7890:", "image/"];
        assert_eq!(broken("arn:1234567890:image/", 6, Break::Blanks), rows);
        let address = "1.dkr.ecr.aws/team/base@sha256:123456";
        let rows = ["1.dkr.e", "cr.aws/", "team/", "base@", "sha256:", "123456"];
        assert_eq!(broken(address, 7, Break::Address), rows);
        let rows = ["1.dkr.ecr.", "aws/team/", "base@", "sha256:123", "456"];
        assert_eq!(broken(address, 10, Break::Address), rows);
        assert_eq!(broken("機械学習", 5, Break::Blanks), ["機械", "学習"]);
        assert_eq!(broken("機械", 1, Break::Anywhere), ["機", "械"]);
    }
}
