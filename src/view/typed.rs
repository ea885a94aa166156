//! Text that is typed: wrapped, with a cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::app::Input;

use super::cells;
use super::theme::Theme;
use super::wrap::{self, Break};

/// The rows of an editor's text.
#[derive(Debug)]
pub struct Typed {
    /// One line each.
    pub rows: Vec<Line<'static>>,
    /// In which of them the cursor stands.
    pub cursor: usize,
}

impl Typed {
    /// Wraps the text to `width` cells, one of them kept for a cursor behind the end of a row.
    #[must_use]
    pub fn of(input: &Input, width: usize, is_focused: bool, theme: Theme) -> Self {
        let text = input.text();
        let width = width.saturating_sub(1).max(1);
        let ranges = wrap::rows(text, width, Break::Typed);
        if !is_focused {
            let rows = ranges.into_iter().map(|row| Line::raw(text[row].to_owned())).collect();
            return Self { rows, cursor: 0 };
        }
        tell_width(input, width);
        let at = text.char_indices().nth(input.area().cursor().1).map_or(text.len(), |(at, _)| at);
        let last = ranges.len() - 1;
        let cursor = ranges.iter().position(|row| at < row.end).unwrap_or(last);
        let row = |(row, range): (usize, std::ops::Range<usize>)| {
            let cursor = (row == cursor).then(|| at.saturating_sub(range.start));
            with_cursor(&text[range], cursor, theme)
        };
        Self { rows: ranges.into_iter().enumerate().map(row).collect(), cursor }
    }
}

impl Typed {
    /// At most so many of the rows, those around the cursor: however much is typed, what is said
    /// above and below it stays in sight. `most` is at least 3.
    #[must_use]
    pub fn within(mut self, most: usize, theme: Theme) -> Self {
        let (count, most) = (self.rows.len(), most.max(3));
        if count <= most {
            return self;
        }
        let start = self.cursor.saturating_sub(most / 2).min(count - most);
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
        self.cursor -= start;
        self
    }
}

fn with_cursor(text: &str, cursor: Option<usize>, theme: Theme) -> Line<'static> {
    let Some(cursor) = cursor else { return Line::raw(text.to_owned()) };
    let under = cells::graphemes(text).find(|(at, grapheme, _)| cursor < at + grapheme.len());
    let Some((at, grapheme, width)) = under else {
        return Line::from(vec![Span::raw(text.to_owned()), Span::styled(" ", theme.cursor())]);
    };
    let shown = if width == 0 { " " } else { grapheme };
    Line::from(vec![
        Span::raw(text[..at].to_owned()),
        Span::styled(shown.to_owned(), theme.cursor()),
        Span::raw(text[at + grapheme.len()..].to_owned()),
    ])
}

/// The editor moves its cursor up and down by rows as they were last drawn, so it has to be drawn
/// once as wide as here.
fn tell_width(input: &Input, width: usize) {
    let area = Rect { x: 0, y: 0, width: cells::short(width), height: 1 };
    input.area().render(area, &mut Buffer::empty(area));
}
