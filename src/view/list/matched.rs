//! The letters that the filter found.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::app::{Filter, Within, matcher};
use crate::view::text::cells::Cut;
use crate::view::text::letters;
use crate::view::theme::Theme;

/// What marks the letters that a filter found.
pub struct Marker<'a> {
    filter: &'a Filter,
    /// Made with the first text in which letters are looked for: it takes more than 100 KiB.
    matcher: Option<nucleo_matcher::Matcher>,
    theme: Theme,
}

impl<'a> Marker<'a> {
    /// What marks the letters that `filter` found.
    pub fn new(filter: &'a Filter, theme: Theme) -> Self {
        Self { filter, matcher: None, theme }
    }

    /// Marks them in `text`, as `drawn` of it has just been drawn from a cell on: the whole of it, or
    /// with a `…` for its middle or its end.
    pub fn mark(
        &mut self,
        buffer: &mut Buffer,
        (x, y): (u16, u16),
        (text, of): (&str, Within),
        drawn: Cut<'_>,
    ) {
        if self.filter.is_open() {
            return;
        }
        let letters = self.filter.letters(text, of, self.matcher.get_or_insert_with(matcher));
        if letters.is_empty() {
            return;
        }
        letters::mark(buffer, (x, y), &letters, (text, &Cow::from(drawn)), self.theme);
    }
}
