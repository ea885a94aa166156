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

use super::page::View;
use super::question::Question;
use super::theme::Theme;

/// Draws the question in its frame.
pub fn draw(theme: Theme, area: Rect, buffer: &mut Buffer) -> View {
    let question = Question { title: "Send without a note?", yes: "sends it", no: "goes back" };
    question.draw(theme, area, buffer, |page| {
        let words = "Once you quit it can't be undone, unless the journal could be written by then.";
        page.text(0, words, theme.plain());
    })
}
