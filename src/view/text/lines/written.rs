//! Text, broken into rows as it is written.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::Target;
use crate::app::wrap::{self, Break};
use crate::view::text::cells;

use super::{FIRM_BLANK, Lines, Piece, Run};

impl Lines {
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
    pub(super) fn write_runs<T: AsRef<str>>(
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
}
