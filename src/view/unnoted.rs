//! Whether to send what can't be noted.
//!
//! ```text
//! ╭ Send without a note? ───────────────────────────╮
//! │ Until the journal can be written, the change is │
//! │ noted in memory alone: once you quit, it can't  │
//! │ be undone.                                      │
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
        let words = "Until the journal can be written, the change is noted in memory alone: once you quit, it can't be undone.";
        page.text(0, words, theme.plain());
    })
}
