//! Text that is typed: wrapped, with a caret.

use std::ops::Range;

use ratatui::text::{Line, Span};

use crate::app::Input;
use crate::app::wrap::{self, Break};
use crate::view::theme::Theme;

use super::cells;

/// One row, with what is selected of it.
fn line(text: &str, row: Range<usize>, selection: &Range<usize>, theme: Theme) -> Line<'static> {
    let [from, to] = [selection.start, selection.end].map(|at| at.clamp(row.start, row.end));
    if from == to {
        return Line::raw(text[row].to_owned());
    }
    let parts =
        [(row.start..from, theme.plain()), (from..to, theme.selection()), (to..row.end, theme.plain())];
    let parts = parts.into_iter().filter(|(part, _)| !part.is_empty());
    parts.map(|(part, style)| Span::styled(text[part].to_owned(), style)).collect()
}

/// The rows of an editor's text.
#[derive(Debug)]
pub struct Typed {
    /// One line each.
    pub rows: Vec<Line<'static>>,
    /// In which of them the caret stands.
    pub row: usize,
    /// Before which of its cells.
    pub column: usize,
}

impl Typed {
    /// No row at all.
    #[must_use]
    pub fn none() -> Self {
        Self { rows: Vec::new(), row: 0, column: 0 }
    }

    /// Wraps the text to `width` cells.
    #[must_use]
    pub fn of(input: &Input, width: usize, theme: Theme) -> Self {
        let (text, caret) = (input.text(), input.caret());
        let ranges = wrap::rows(text, width, Break::Typed);
        let row = wrap::row_of(&ranges, caret);
        let column = cells::width(&text[ranges[row].start..caret]);
        let selection = input.selection().unwrap_or(caret..caret);
        let rows = ranges.into_iter().map(|row| line(text, row, &selection, theme)).collect();
        Self { rows, row, column }
    }

    /// At most so many of the rows, those around the caret: however much is typed, what is said
    /// above and below it stays in sight. `most` is at least 3.
    #[must_use]
    pub fn within(mut self, most: usize, theme: Theme) -> Self {
        let (count, most) = (self.rows.len(), most.max(3));
        if count <= most {
            return self;
        }
        let start = self.row.saturating_sub(most / 2).min(count - most);
        let below = count - start - most;
        self.rows.drain(..start);
        self.rows.truncate(most);
        let told =
            |arrow: char, rows: usize| Line::styled(format!("{arrow} {} more rows", rows + 1), theme.dim());
        if let Some(first) = self.rows.first_mut().filter(|_| start > 0) {
            *first = told('↑', start);
        }
        if let Some(last) = self.rows.last_mut().filter(|_| below > 0) {
            *last = told('↓', below);
        }
        self.row -= start;
        self
    }
}
