//! Text that is typed: wrapped, with a caret.

use ratatui::text::Line;

use crate::app::Input;
use crate::app::wrap::{self, Break};
use crate::view::theme::Theme;

use super::cells;

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
    pub fn of(input: &Input, width: usize) -> Self {
        let (text, caret) = (input.text(), input.caret());
        let ranges = wrap::rows(text, width, Break::Typed);
        let row = wrap::row_of(&ranges, caret);
        let column = cells::width(&text[ranges[row].start..caret]);
        let rows = ranges.into_iter().map(|row| Line::raw(text[row].to_owned())).collect();
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
