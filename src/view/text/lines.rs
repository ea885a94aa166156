//! Rows of text that may be longer than their window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::app::wrap::{self, Break};
use crate::app::{Clickables, Links, Target};

use super::cells;
use super::viewport::Viewport;

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

    /// Writes text behind `lead`; the rows that follow the first are as far in as the first.
    pub fn runs(&mut self, lead: Span<'static>, runs: &[Run], at: Break) {
        self.runs_with(lead, runs, at, &[]);
    }

    /// The same with parts that can be clicked, by the bytes of all runs together.
    pub fn runs_with(
        &mut self,
        lead: Span<'static>,
        runs: &[Run],
        at: Break,
        targets: &[(Range<usize>, Target)],
    ) {
        let Span { content, style } = lead;
        self.write_runs((&content, style), 0, runs, at, targets);
    }

    /// Writes a value behind its label, which takes `room` cells.
    pub fn value(&mut self, label: (&str, Style), room: usize, value: (&str, Style), at: Break) {
        let blanks = room.saturating_sub(cells::width(label.0));
        self.write_runs(label, blanks, &[value], at, &[]);
    }

    /// Writes runs behind `lead` and so many blanks.
    fn write_runs<T: AsRef<str>>(
        &mut self,
        lead: (&str, Style),
        blanks: usize,
        runs: &[(T, Style)],
        at: Break,
        targets: &[(Range<usize>, Target)],
    ) {
        let indent = cells::width(lead.0) + blanks;
        let text = match runs {
            [(only, _)] => Cow::Borrowed(only.as_ref()),
            all => all.iter().map(|(text, _)| text.as_ref()).collect(),
        };
        let mut ranges = std::mem::take(&mut self.ranges);
        wrap::rows_into(&text, self.width.saturating_sub(indent), at, &mut ranges);
        for (number, range) in ranges.iter().enumerate() {
            if number == 0 {
                self.push(lead.0, lead.1);
                self.push_blanks(blanks, lead.1);
            } else {
                self.push_blanks(indent, Style::new());
            }
            let mut start = 0;
            for (run, style) in runs {
                let run = run.as_ref();
                let (from, to) = (range.start.max(start), range.end.min(start + run.len()));
                if from < to {
                    let letters = text[from..to].chars();
                    self.text.extend(letters.map(|c| if c == FIRM_BLANK { ' ' } else { c }));
                    self.pieces.push(Piece { end: self.text.len(), style: *style });
                }
                start += run.len();
            }
            if at == Break::Blanks {
                self.trim_end();
            }
            self.mark_parts((&text, range), indent, targets);
            self.end_row();
        }
        self.ranges = ranges;
    }

    /// What of a text can be clicked, of which a part stands in the row that is begun.
    fn mark_parts(
        &mut self,
        (text, range): (&str, &Range<usize>),
        indent: usize,
        targets: &[(Range<usize>, Target)],
    ) {
        for (part, target) in targets {
            let (from, to) = (range.start.max(part.start), range.end.min(part.end));
            if from < to {
                let begin = indent + cells::width(&text[range.start..from]);
                let columns = begin..begin + cells::width(text[from..to].trim_end_matches(' '));
                self.mark_cells(self.rows.len(), columns, target.clone());
            }
        }
    }

    /// Blanks at which a row was broken hang over the edge: they are not drawn.
    fn trim_end(&mut self) {
        let begin = self.pieces.len().checked_sub(2).map_or(0, |before| self.pieces[before].end);
        if let Some(last) = self.pieces.last_mut() {
            last.end = begin + self.text[begin..].trim_end_matches(' ').len();
            self.text.truncate(last.end);
        }
    }

    /// Draws as much as `area` has room for, from row `scroll` on or as far down as makes sense.
    pub fn draw(&self, area: Rect, scroll: usize, buffer: &mut Buffer) -> Viewport {
        let window = usize::from(area.height);
        let above = scroll.min(self.rows.len().saturating_sub(window));
        for (row, y) in (above..self.rows.len()).zip(area.top()..area.bottom()) {
            cells::put_pieces(buffer, (area.x, y), self.pieces_of(row), area.width);
        }
        Viewport { above, below: self.rows.len().saturating_sub(above + window), window, caret: None }
    }

    /// Tells which cells are links, once it was drawn at `area`.
    pub fn tell_links(&self, area: Rect, viewport: Viewport, links: &mut Links) {
        for LinkedCells { row, columns, address } in &self.links {
            let Some(down) = row.checked_sub(viewport.above) else { continue };
            let left = area.x.saturating_add(cells::short(columns.start));
            let width = cells::short(columns.len());
            let y = area.y.saturating_add(cells::short(down));
            links.add(Rect { x: left, y, width, height: 1 }.intersection(area), address);
        }
    }

    /// The same, and tells what of it can be clicked.
    pub fn draw_clickable(
        &self,
        area: Rect,
        scroll: usize,
        clickables: &mut Clickables,
        buffer: &mut Buffer,
    ) -> Viewport {
        let viewport = self.draw(area, scroll, buffer);
        for Mark { rows, columns, target } in &self.marks {
            let y = |row: usize| area.y.saturating_add(cells::short(row.saturating_sub(viewport.above)));
            let x = |column: usize| area.x.saturating_add(cells::short(column));
            let (left, top) = (x(columns.start), y(rows.start));
            let (width, height) = (x(columns.end).saturating_sub(left), y(rows.end).saturating_sub(top));
            clickables.add(Rect { x: left, y: top, width, height }.intersection(area), target.clone());
        }
        viewport
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Action;

    #[test]
    fn what_can_be_clicked_moves_with_its_rows() {
        let target = || Target::Action(Action::Help);
        let part = |lines: &mut Lines| {
            let runs = [("go 機械 on and on".to_owned(), Style::new())];
            lines.runs_with("> ".into(), &runs, Break::Blanks, &[(3..12, target())]);
        };
        let shown = |lines: &Lines, area: Rect, scroll: usize| {
            let (mut clickables, mut buffer) = (Clickables::default(), Buffer::empty(Rect::new(0, 0, 30, 6)));
            lines.draw_clickable(area, scroll, &mut clickables, &mut buffer);
            clickables.iter().map(|it| it.area).collect::<Vec<_>>()
        };
        let mut lines = Lines::new(20);
        part(&mut lines);
        let area = Rect::new(3, 1, 20, 5);
        assert_eq!(shown(&lines, area, 0), [Rect::new(8, 1, 7, 1)]);
        // Broken over rows, a part each; the blank at which it was broken is none of it.
        let mut narrow = Lines::new(9);
        part(&mut narrow);
        assert_eq!(shown(&narrow, area, 0), [Rect::new(8, 1, 4, 1), Rect::new(5, 2, 2, 1)]);
        let mut below = Lines::new(20);
        below.text(0, "one", Style::new());
        below.behind(&"| ".into(), narrow);
        below.take(lines, 1);
        below.mark_from(3, target());
        let all =
            [Rect::new(10, 2, 4, 1), Rect::new(7, 3, 2, 1), Rect::new(3, 4, 20, 2), Rect::new(8, 5, 7, 1)];
        assert_eq!(shown(&below, area, 0), all);
        // What is out of the window can't be clicked, and what is clipped only where it is seen.
        let low = Rect { width: 6, height: 2, ..area };
        assert_eq!(shown(&below, low, 2), [Rect::new(7, 1, 2, 1), Rect::new(3, 2, 6, 1)]);
    }

    #[test]
    fn links_move_with_their_rows_and_are_as_long_as_what_stands_there() {
        let address: Arc<str> = "https://console.aws.amazon.com/".into();
        let mut inner = Lines::new(9);
        inner.runs("> ".into(), &[("go 機械 on".to_owned(), Style::new())], Break::Blanks);
        inner.link_from(0, 2, &address);
        let mut lines = Lines::new(20);
        lines.text(0, "one", Style::new());
        lines.behind(&"| ".into(), inner);
        let area = Rect::new(3, 1, 20, 5);
        let shown = |lines: &Lines, area: Rect, scroll: usize| {
            let mut found = Links::default();
            let viewport = lines.draw(area, scroll, &mut Buffer::empty(Rect::new(0, 0, 30, 6)));
            lines.tell_links(area, viewport, &mut found);
            found.iter().map(|link| link.area).collect::<Vec<_>>()
        };
        assert_eq!(shown(&lines, area, 0), [Rect::new(7, 2, 7, 1), Rect::new(7, 3, 2, 1)]);
        let low = Rect { width: 6, height: 2, ..area };
        assert_eq!(shown(&lines, low, 1), [Rect::new(7, 1, 2, 1), Rect::new(7, 2, 2, 1)]);
        assert_eq!(shown(&lines, Rect { height: 1, ..low }, 2), [Rect::new(7, 1, 2, 1)]);
    }

    #[test]
    fn rows_that_are_left_out_take_what_can_be_clicked_with_them() {
        let mut long = Lines::new(20);
        for _ in 0..4 {
            let begin = long.len();
            long.text(0, "row", Style::new());
            long.mark_from(begin, Target::Page);
        }
        let (mut lines, mut clickables) = (Lines::new(20), Clickables::default());
        lines.take(long, 2);
        let area = Rect::new(0, 0, 20, 6);
        lines.draw_clickable(area, 0, &mut clickables, &mut Buffer::empty(area));
        assert_eq!(clickables.iter().count(), 2);
    }
}
