//! Text that is typed: wrapped, with a caret.

use std::ops::Range;

use ratatui::text::{Line, Span};

use crate::app::wrap::{self, Break};
use crate::app::{Input, Target};
use crate::edit::FieldKey;
use crate::view::theme::Theme;

use super::cells;
use super::lines::Lines;

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
    /// At which byte of the text each of them begins; nothing for one that only tells of others.
    pub starts: Vec<Option<usize>>,
    /// In which of them the caret stands.
    pub row: usize,
    /// Before which of its cells.
    pub column: usize,
}

impl Typed {
    /// No row at all.
    #[must_use]
    pub fn none() -> Self {
        Self { rows: Vec::new(), starts: Vec::new(), row: 0, column: 0 }
    }

    /// Wraps the text to `width` cells.
    #[must_use]
    pub fn of(input: &Input, width: usize, theme: Theme) -> Self {
        let (text, caret) = (input.text(), input.caret());
        let ranges = wrap::rows(text, width, Break::Typed);
        let row = wrap::row_of(&ranges, caret);
        let column = cells::width(&text[ranges[row].start..caret]);
        let starts = ranges.iter().map(|row| Some(row.start)).collect();
        let selection = input.selection().unwrap_or(caret..caret);
        let rows = ranges.into_iter().map(|row| line(text, row, &selection, theme)).collect();
        Self { rows, starts, row, column }
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
        self.starts.drain(..start);
        self.starts.truncate(most);
        let told =
            |arrow: char, rows: usize| Line::styled(format!("{arrow} {} more rows", rows + 1), theme.dim());
        if let (Some(first), Some(begins)) = (self.rows.first_mut(), self.starts.first_mut())
            && start > 0
        {
            (*first, *begins) = (told('↑', start), None);
        }
        if let (Some(last), Some(begins)) = (self.rows.last_mut(), self.starts.last_mut())
            && below > 0
        {
            (*last, *begins) = (told('↓', below), None);
        }
        self.row -= start;
        self
    }

    /// Marks the rows, of which the first is that row of `lines`, so that a click puts the caret of the field there.
    pub fn mark(
        starts: &[Option<usize>],
        key: &FieldKey,
        (row, columns): (usize, Range<usize>),
        lines: &mut Lines,
    ) {
        for (row, start) in (row..).zip(starts) {
            if let Some(start) = start {
                lines.mark_cells(row, columns.clone(), Target::FieldText(key.clone(), *start));
            }
        }
    }
}
