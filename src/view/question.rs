//! Whether to quit all the same.
//!
//! ```text
//! ╭ Quit? ──────────────────────────────────────────╮
//! │ This would be left behind:                      │
//! │   not sent   pytorch-2.4-gpu                    │
//! │   under way  tf-2.17-cpu                        │
//! │                                                 │
//! │ y quits all the same, n stays                   │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, layout};
use crate::keys::Action;

use super::page::{Page, View};
use super::theme::Theme;
use super::wrap::Break;
use super::{cells, hint, pane};

/// Draws the question in its frame.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> View {
    let inner = cells::padded(layout::inside(area));
    let mut page = Page::new(inner.width);
    write(app, theme, inner.height.into(), &mut page);
    cells::clear(buffer, area);
    let view = page.draw(inner, 0, buffer);
    let frame =
        pane::Pane { focused: true, title: Line::styled("Quit?", theme.strong()), ..pane::Pane::default() };
    frame.draw(theme, area, buffer);
    view
}

fn write(app: &App, theme: Theme, height: usize, page: &mut Page) {
    let drafts: Vec<_> = app.place().drafts().map(|form| form.image.to_string()).collect();
    let writes: Vec<_> = app.place().writes.keys().map(ToString::to_string).collect();
    let mut head = page.beside();
    head.text(0, "This would be left behind:", theme.plain());
    named(&mut head, theme, "  not sent   ", &drafts);
    named(&mut head, theme, "  under way  ", &writes);
    // However many names there are, the answers stay in sight.
    page.take(head, height.saturating_sub(2));
    page.gap();
    let (yes, no) = (hint::key(Action::AnswerYes), hint::key(Action::AnswerNo));
    let answers = [
        (yes, theme.strong()),
        (" quits all the same, ".into(), theme.plain()),
        (no, theme.strong()),
        (" stays".into(), theme.plain()),
    ];
    page.runs("".into(), &answers, Break::Blanks);
}

fn named(page: &mut Page, theme: Theme, label: &'static str, names: &[String]) {
    if !names.is_empty() {
        let lead = Span::styled(label, theme.dim());
        page.runs(lead, &[(names.join(", "), theme.strong())], Break::Blanks);
    }
}
