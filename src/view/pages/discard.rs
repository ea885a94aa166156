//! Whether to throw a draft away.
//!
//! ```text
//! ╭ Discard? ───────────────────────────────────────╮
//! │ Discard the draft of pytorch-2.4-gpu? What   │
//! │ was typed can't be brought back.                │
//! │                                                 │
//! │ y throws it away, n keeps it                    │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::wrap::Break;
use crate::app::{App, Shown};
use crate::edit::Subject;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::question::QuestionPage;

/// Draws the question in its frame.
pub fn draw(
    app: &App,
    subject: &Subject,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let question = QuestionPage { title: "Discard?", yes: "discard", no: "keep" };
    question.draw(&app.keymap, theme, area, shown, buffer, |lines| {
        let words = [
            ("Discard the draft of ".into(), theme.plain()),
            (subject.to_string(), theme.strong()),
            ("? This can't be undone.".into(), theme.plain()),
        ];
        lines.runs("".into(), &words, Break::Blanks);
    })
}
