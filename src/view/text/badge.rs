//! The word that marks a profile.

use ratatui::text::Span;

use crate::domain::Colour;
use crate::view::theme::Theme;

/// The word as a badge, a blank at either side.
#[must_use]
pub fn of_word(word: &str, colour: Option<Colour>, theme: Theme) -> Span<'static> {
    Span::styled(format!(" {word} "), theme.mark(colour))
}
