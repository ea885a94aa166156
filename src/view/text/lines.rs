//! Rows of text that may be longer than their window.

mod drawing;
mod written;

use std::ops::Range;
use std::sync::Arc;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Target;
use crate::app::wrap::Break;

use super::cells;

/// A piece of text in one style.
pub type Run = (String, Style);

/// A blank at which no row ends.
const FIRM_BLANK: char = '\u{a0}';

/// Words that stay in one row wherever that has room for them, as a mark and what it says.
#[must_use]
pub fn together(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// Rows, wrapped to a width as they are written. All of them share their memory: there are many, in each frame.
#[derive(Debug)]
pub struct Lines {
    width: usize,
    /// What the rows say, one behind the other.
    text: String,
    pieces: Vec<Piece>,
    /// How many pieces there are up to the end of each row.
    rows: Vec<usize>,
    /// Where a text is broken, while it is.
    ranges: Vec<Range<usize>>,
    /// Whether no row is left free.
    is_dense: bool,
    marks: Vec<Mark>,
    links: Vec<LinkedCells>,
}

/// A part of the text that has one style, from where the one before it ends.
#[derive(Debug, Clone, Copy)]
struct Piece {
    end: usize,
    style: Style,
}

/// Cells of some rows that can be clicked.
#[derive(Debug)]
struct Mark {
    rows: Range<usize>,
    columns: Range<usize>,
    target: Target,
}

/// Cells of one row that are a link.
#[derive(Debug)]
struct LinkedCells {
    row: usize,
    columns: Range<usize>,
    address: Arc<str>,
}

impl Lines {
    /// No lines yet.
    #[must_use]
    pub fn new(width: u16) -> Self {
        Self::empty(usize::from(width).max(1), false)
    }

    fn empty(width: usize, is_dense: bool) -> Self {
        Self {
            width,
            text: String::new(),
            pieces: Vec::new(),
            rows: Vec::new(),
            ranges: Vec::new(),
            is_dense,
            marks: Vec::new(),
            links: Vec::new(),
        }
    }

    /// The same without free rows.
    #[must_use]
    pub fn dense(self, is_dense: bool) -> Self {
        Self { is_dense, ..self }
    }

    /// The same with memory for as much as most details say.
    #[must_use]
    pub fn with_room(mut self) -> Self {
        self.text.reserve(2048);
        self.pieces.reserve(64);
        self.rows.reserve(32);
        self
    }

    /// None yet, of the same width.
    #[must_use]
    pub fn beside(&self) -> Self {
        self.within(0)
    }

    /// None yet, narrower by `indent` cells.
    #[must_use]
    pub fn within(&self, indent: usize) -> Self {
        Self::empty(self.width.saturating_sub(indent).max(1), self.is_dense)
    }

    /// How many cells a row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many cells the longest row takes.
    #[must_use]
    pub fn widest(&self) -> u16 {
        cells::short((0..self.rows.len()).map(|row| self.row_width(row)).max().unwrap_or_default())
    }

    fn row_width(&self, row: usize) -> usize {
        self.pieces_of(row).map(|(text, _)| cells::width(text)).sum()
    }

    /// What stands in a row.
    fn pieces_of(&self, row: usize) -> impl Iterator<Item = (&str, Style)> + Clone {
        let first = row.checked_sub(1).map_or(0, |before| self.rows[before]);
        let end_of = |piece: usize| self.pieces[piece].end;
        let begin = move |piece: usize| piece.checked_sub(1).map_or(0, end_of);
        (first..self.rows[row])
            .map(move |piece| (&self.text[begin(piece)..end_of(piece)], self.pieces[piece].style))
    }

    /// Adds to the row that is begun.
    fn push(&mut self, text: &str, style: Style) {
        self.text.push_str(text);
        self.pieces.push(Piece { end: self.text.len(), style });
    }

    fn push_blanks(&mut self, count: usize, style: Style) {
        self.text.extend(std::iter::repeat_n(' ', count));
        self.pieces.push(Piece { end: self.text.len(), style });
    }

    fn push_line(&mut self, line: Line<'_>) {
        for span in line.spans {
            self.push(&span.content, line.style.patch(span.style));
        }
    }

    /// Ends the row that is begun.
    fn end_row(&mut self) {
        self.rows.push(self.pieces.len());
    }

    /// Leaves no more than the first `rows`.
    fn truncate(&mut self, rows: usize) {
        self.rows.truncate(rows);
        self.pieces.truncate(self.rows.last().copied().unwrap_or(0));
        self.text.truncate(self.pieces.last().map_or(0, |piece| piece.end));
    }

    /// Takes over other rows, at most so many; the last of them ends in `…` if that
    /// is not all.
    pub fn take(&mut self, mut other: Self, most: usize) {
        if other.rows.len() > most {
            let is_free = |row: &usize| other.row_width(*row) == 0;
            let kept = most - (0..most).rev().take_while(is_free).count();
            other.truncate(kept);
            if other.rows.pop().is_some() {
                other.push(" …", Style::new());
                other.end_row();
            }
        }
        self.behind(&Span::raw(""), other);
    }

    /// Takes over what can be clicked of the first `rows` of rows that are to stand below these, further
    /// in by `indent`.
    fn take_marks(&mut self, marks: Vec<Mark>, rows: usize, indent: usize) {
        let above = self.rows.len();
        self.marks.extend(marks.into_iter().map(|mark| Mark {
            rows: above + mark.rows.start.min(rows)..above + mark.rows.end.min(rows),
            columns: mark.columns.start + indent..mark.columns.end + indent,
            target: mark.target,
        }));
    }

    /// The same of links.
    fn take_links(&mut self, links: Vec<LinkedCells>, rows: usize, indent: usize) {
        let above = self.rows.len();
        self.links.extend(links.into_iter().filter(|link| link.row < rows).map(|link| LinkedCells {
            row: above + link.row,
            columns: link.columns.start + indent..link.columns.end + indent,
            address: link.address,
        }));
    }

    /// Takes over other rows, each behind `lead`.
    pub fn behind(&mut self, lead: &Span<'_>, mut other: Self) {
        let indent = cells::width(&lead.content);
        self.take_marks(std::mem::take(&mut other.marks), other.rows.len(), indent);
        self.take_links(std::mem::take(&mut other.links), other.rows.len(), indent);
        for row in 0..other.rows.len() {
            if !lead.content.is_empty() {
                self.push(&lead.content, lead.style);
            }
            other.pieces_of(row).for_each(|(text, style)| self.push(text, style));
            self.end_row();
        }
    }

    /// Leaves a row free, unless these are the first lines or one is free already.
    pub fn gap(&mut self) {
        let is_last_free = match self.rows.as_slice() {
            [] => true,
            [only] => *only == 0,
            [.., before, last] => before == last,
        };
        if !self.is_dense && !is_last_free {
            self.end_row();
        }
    }

    /// Writes one row, clipped where it is too long.
    pub fn row(&mut self, row: Line<'_>) {
        self.push_line(row);
        self.end_row();
    }

    /// Writes a row whose end stands at the right edge, if both ends fit.
    pub fn ends(&mut self, left: Line<'_>, right: Line<'_>) {
        let free = self.width.checked_sub(cells::line_width(&left) + cells::line_width(&right));
        let style = left.style;
        self.push_line(left);
        if let Some(free) = free {
            self.push_blanks(free, style);
            self.push_line(Line { style: style.patch(right.style), ..right });
        }
        self.end_row();
    }

    /// Writes text behind `indent` blanks.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) {
        self.write_runs(("", Style::new()), indent, &[(text, style)], Break::Blanks, &[]);
    }

    /// The rows from `begin` on can be clicked, over their whole width. What of them was marked before lies within.
    pub fn mark_from(&mut self, begin: usize, target: Target) {
        let within = self.marks.iter().position(|mark| mark.rows.start >= begin).unwrap_or(self.marks.len());
        self.marks.insert(within, Mark { rows: begin..self.rows.len(), columns: 0..self.width, target });
    }

    /// Cells of a row can be clicked.
    pub fn mark_cells(&mut self, row: usize, columns: Range<usize>, target: Target) {
        self.marks.push(Mark { rows: row..row + 1, columns, target });
    }

    /// What stands in the rows from `begin` on behind `indent` cells is a link.
    pub fn link_from(&mut self, begin: usize, indent: usize, address: &Arc<str>) {
        for row in begin..self.rows.len() {
            let columns = indent..self.row_width(row).max(indent);
            self.links.push(LinkedCells { row, columns, address: Arc::clone(address) });
        }
    }
}

#[cfg(test)]
mod tests;
