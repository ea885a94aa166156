//! Whether to send what can't be noted.
//!
//! ```text
//! ╭ Send without a note? ───────────────────────────╮
//! │ Once you quit it can't be undone, unless the    │
//! │ journal could be written by then.               │
//! │                                                 │
//! │ y sends it, n goes back                         │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, AskUnnoted, Shown};
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::question::QuestionPage;

/// Draws the question in its frame.
pub fn draw(
    app: &App,
    asked: &AskUnnoted,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    shown.question = Some(asked.viewing);
    let question = QuestionPage { title: "Send unrecorded?", yes: "send it", no: "go back" };
    question.draw(&app.keymap, theme, area, shown, buffer, |lines| {
        let words = "It can't be undone after you quit, unless the journal is written by then.";
        lines.text(0, words, theme.plain());
    })
}
