//! The background of a theme that has one of its own.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use crate::view::theme::Theme;

/// Gives each cell the theme's text and background, unless it has others. At the end, so that nothing that
/// was cleared is left out; a theme on the terminal's own background costs nothing.
pub fn fill(theme: Theme, buffer: &mut Buffer) {
    let Some((text, background)) = theme.ground() else { return };
    for cell in &mut buffer.content {
        if cell.fg == Color::Reset {
            cell.fg = text;
        }
        if cell.bg == Color::Reset {
            cell.bg = background;
        }
    }
}
