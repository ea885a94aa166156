//! State in, cells out.

use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::layout::Shown;

/// Draws the whole screen.
#[must_use]
pub fn view(_app: &App, _theme: &Theme, _buffer: &mut Buffer) -> Shown {
    Shown::default()
}

/// How things are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {}
