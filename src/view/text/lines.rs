//! Rows of text that may be longer than their window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::wrap::{self, Break};

use super::cells;
use super::viewport::Viewport;

/// A piece of text in one style.
pub type Run = (String, Style);

/// Rows, wrapped to a width as they are written.
#[derive(Debug)]
pub struct Lines {
    width: usize,
    rows: Vec<Line<'static>>,
    /// Whether no row is left free.
    is_dense: bool,
}

impl Lines {
    /// No lines yet.
    #[must_use]
    pub fn new(width: u16) -> Self {
        Self { width: usize::from(width).max(1), rows: Vec::new(), is_dense: false }
    }

    /// The same without free rows.
    #[must_use]
    pub fn dense(self, is_dense: bool) -> Self {
        Self { is_dense, ..self }
    }

    /// None yet, of the same width.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { rows: Vec::new(), ..*self }
    }

    /// None yet, narrower by `indent` cells.
    #[must_use]
    pub fn within(&self, indent: usize) -> Self {
        Self { width: self.width.saturating_sub(indent).max(1), rows: Vec::new(), ..*self }
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
        cells::short(self.rows.iter().map(cells::line_width).max().unwrap_or_default())
    }

    /// Takes over other rows, at most so many; the last of them ends in `…` if that
    /// is not all.
    pub fn take(&mut self, mut other: Self, most: usize) {
        if other.rows.len() > most {
            other.rows.truncate(most);
            while other.rows.pop_if(|row| cells::line_width(row) == 0).is_some() {}
            if let Some(last) = other.rows.last_mut() {
                last.spans.push(Span::raw(" …"));
            }
        }
        self.rows.append(&mut other.rows);
    }

    /// Takes over other rows, each behind `lead`.
    pub fn behind(&mut self, lead: &Span<'static>, other: Self) {
        for mut row in other.rows {
            row.spans.insert(0, lead.clone());
            self.rows.push(row);
        }
    }

    /// Leaves a row free, unless these are the first lines or one is free already.
    pub fn gap(&mut self) {
        if !self.is_dense && self.rows.last().is_some_and(|row| !row.spans.is_empty()) {
            self.rows.push(Line::default());
        }
    }

    /// Writes one row, clipped where it is too long.
    pub fn row(&mut self, row: Line<'static>) {
        self.rows.push(row);
    }

    /// Writes a row whose end stands at the right edge, if both ends fit.
    pub fn ends(&mut self, left: Line<'static>, right: Line<'static>) {
        let (mut row, used) = (left, cells::line_width(&right));
        if let Some(free) = self.width.checked_sub(cells::line_width(&row) + used) {
            row.spans.push(Span::raw(" ".repeat(free)));
            row.spans.extend(right.spans);
        }
        self.rows.push(row);
    }

    /// Writes text behind `indent` blanks.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) {
        self.runs(" ".repeat(indent).into(), &[(text.to_owned(), style)], Break::Blanks);
    }

    /// Writes text behind `lead`; the rows that follow the first are as far in as the first.
    pub fn runs(&mut self, lead: Span<'static>, runs: &[Run], at: Break) {
        let indent = cells::width(&lead.content);
        let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        let mut lead = Some(lead);
        for range in wrap::rows(&text, self.width.saturating_sub(indent), at) {
            let lead = lead.take().unwrap_or_else(|| Span::raw(" ".repeat(indent)));
            let mut row = Line::from(lead);
            let mut start = 0;
            for (run, style) in runs {
                let (from, to) = (range.start.max(start), range.end.min(start + run.len()));
                if from < to {
                    row.spans.push(Span::styled(text[from..to].to_owned(), *style));
                }
                start += run.len();
            }
            if at == Break::Blanks {
                trim_end(&mut row);
            }
            self.rows.push(row);
        }
    }

    /// Draws as much as `area` has room for, from row `scroll` on or as far down as makes sense.
    pub fn draw(&self, area: Rect, scroll: usize, buffer: &mut Buffer) -> Viewport {
        let window = usize::from(area.height);
        let above = scroll.min(self.rows.len().saturating_sub(window));
        for (row, y) in self.rows.iter().skip(above).zip(area.top()..area.bottom()) {
            cells::put_line(buffer, (area.x, y), row, area.width);
        }
        Viewport { above, below: self.rows.len().saturating_sub(above + window), window, caret: None }
    }
}

/// Blanks at which a row was broken hang over the edge: they are not drawn.
fn trim_end(row: &mut Line<'static>) {
    if let Some(last) = row.spans.last_mut() {
        let kept = last.content.trim_end_matches(' ').len();
        last.content.to_mut().truncate(kept);
    }
}
