//! All keys, by where they work.
//!
//! ```text
//! List
//!   j ↓          one image down
//!   Enter l →    go to the detail of the image
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, layout};
use crate::keys::{Binding, Scope};
use crate::view::frame::border::Border;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

/// Keys that take more cells than this stand above their words.
const WIDEST: usize = 18;

/// Draws the help in its frame and tells how far it can be scrolled.
pub fn draw(app: &App, scroll: usize, theme: Theme, area: Rect, buffer: &mut Buffer) -> Viewport {
    let inner = cells::padded(layout::inside(area));
    let mut lines = Lines::new(inner.width);
    write(app, theme, &mut lines);
    cells::clear(buffer, area);
    let viewport = lines.draw(inner, scroll, buffer);
    let frame = Border {
        focused: true,
        title: Line::styled("Help", theme.strong()),
        more: Line::styled(viewport.words(), theme.dim()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    viewport
}

/// What works where the help was called comes first.
fn write(app: &App, theme: Theme, lines: &mut Lines) {
    let keymap = &app.keymap;
    let widest = keymap.all().map(|binding| cells::width(&binding.keys_words())).max().unwrap_or_default();
    let widest = widest.min(WIDEST).min(lines.width() / 3);
    let (here, _) = app.scopes_below_help();
    let elsewhere = Scope::ALL.iter().filter(|scope| !here.contains(scope));
    for &scope in here.iter().chain(elsewhere) {
        lines.gap();
        lines.row(Line::styled(scope.title(), theme.accent().patch(theme.strong())));
        for binding in keymap.of(scope) {
            write_binding(binding, widest, theme, lines);
        }
    }
    lines.gap();
    lines.row(Line::styled("Mouse", theme.accent().patch(theme.strong())));
    let words = "The mouse is left to the terminal: select and copy text as you do elsewhere.";
    lines.text(2, words, theme.plain());
}

fn write_binding(binding: &Binding, widest: usize, theme: Theme, lines: &mut Lines) {
    let keys = binding.keys_words();
    let used = cells::width(&keys);
    let mut lead = keys.clone();
    if used > widest {
        // Keys that need more get a row of their own.
        lines.text(2, &keys, theme.strong());
        lead.clear();
    }
    let blanks = widest + 2 - cells::width(&lead);
    let lead = Span::styled(format!("  {lead}{}", " ".repeat(blanks)), theme.strong());
    lines.runs(lead, &[(binding.help.clone(), theme.plain())], Break::Blanks);
}
