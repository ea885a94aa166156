//! All keys, by where they work.
//!
//! ```text
//! List
//!   j ↓          one image down
//!   Enter l →    go to the detail of the image
//!
//! /detail
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, HelpPage, KeyEntry, Shown, layout};
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::frame::prompt;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::help_search::Search;

/// Keys that take more cells than this stand above their words.
const WIDEST: usize = 18;

/// Draws the help in its frame and tells how far it can be scrolled.
pub fn draw(
    app: &App,
    page: &HelpPage,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = cells::padded(layout::inside(area));
    let has_prompt = page.is_typing || !page.search.text().is_empty();
    let prompt = u16::from(has_prompt).min(inner.height);
    let rows = Rect { height: inner.height - prompt, ..inner };
    let mut lines = Lines::new(inner.width);
    let search = Search::of(page.search.text());
    write(app, &search, theme, &mut lines);
    cells::clear(buffer, area);
    let viewport = lines.draw(rows, page.scroll, buffer);
    let line = Rect { y: rows.bottom(), height: prompt, ..inner };
    let caret = prompt::draw("/", &page.search, theme, line, shown, buffer).filter(|_| page.is_typing);
    let frame = Border {
        focused: true,
        title: Line::styled("Help", theme.strong()),
        more: Line::styled(viewport.words(), theme.dim()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    Viewport { caret, ..viewport }
}

/// What works where the help was called comes first. Of what is searched for, only what was found.
fn write(app: &App, search: &Search, theme: Theme, lines: &mut Lines) {
    let keymap = &app.keymap;
    let widest = keymap.all().map(|binding| cells::width(&binding.keys_words())).max().unwrap_or_default();
    let widest = widest.min(WIDEST).min(lines.width() / 3);
    let (here, _) = app.scopes_below_help();
    for section in app.key_list(here) {
        let mut has_head = false;
        for entry in section.entries {
            let (keys, name, help) = match entry {
                KeyEntry::Key(binding) => {
                    (binding.keys_words(), binding.words.as_str(), binding.help.as_str())
                }
                KeyEntry::Command(command) => {
                    (format!("{} {}", command.word(), command.argument()), command.word(), command.help())
                }
            };
            if !search.finds(&[&keys, name, help, &section.title]) {
                continue;
            }
            if !has_head {
                has_head = true;
                lines.gap();
                lines.row(Line::styled(section.title.clone(), theme.accent().patch(theme.strong())));
            }
            write_entry((&keys, help), search, widest, theme, lines);
        }
    }
    if !search.is_blank() {
        if lines.len() == 0 {
            lines.text(0, &format!("Nothing in the help matches ‘{}’.", search.words()), theme.strong());
        }
        return;
    }
    write_mouse(app, theme, lines);
}

/// What the mouse does, and how text is selected: with the mouse on, the terminal leaves that to a key that is held.
fn write_mouse(app: &App, theme: Theme, lines: &mut Lines) {
    lines.gap();
    lines.row(Line::styled("Mouse", theme.accent().patch(theme.strong())));
    let key = app.keymap.first_key(Action::ToggleMouse);
    if !app.pointer.is_on {
        let words = format!("The mouse is off: select and copy text as usual. {key} turns it on.");
        return lines.text(2, &words, theme.plain());
    }
    for words in [
        "Click to select or push a button, double-click to open, scroll what is under the pointer, drag the \
         divider between list and detail.",
        "To select text, hold Shift while you drag; in iTerm2 hold Option, in Terminal.app Fn.",
        &format!("{key} turns the mouse off."),
    ] {
        lines.text(2, words, theme.plain());
    }
}

fn write_entry((keys, help): (&str, &str), search: &Search, widest: usize, theme: Theme, lines: &mut Lines) {
    let used = cells::width(keys);
    let mut lead = keys.to_owned();
    if used > widest {
        // Keys that need more get a row of their own.
        lines.text(2, keys, theme.strong());
        lead.clear();
    }
    let blanks = widest + 2 - cells::width(&lead);
    let lead = Span::styled(format!("  {lead}{}", " ".repeat(blanks)), theme.strong());
    lines.runs(lead, &search.marked(help, theme), Break::Blanks);
}
