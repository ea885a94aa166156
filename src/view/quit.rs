//! Whether to quit all the same.
//!
//! ```text
//! ╭ Quit? ──────────────────────────────────────────╮
//! │ Drafts stay on disk and come back:              │
//! │   pytorch-2.4-gpu                               │
//! │ Under way, looked up at next start:             │
//! │   tf-2.17-cpu                                   │
//! │                                                 │
//! │ y quits, n stays                                │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;

use super::page::{Page, View};
use super::question::Question;
use super::theme::Theme;

/// Draws the question in its frame.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> View {
    let question = Question { title: "Quit?", yes: "quits", no: "stays" };
    question.draw(theme, area, buffer, |page| write(app, theme, page))
}

fn write(app: &App, theme: Theme, page: &mut Page) {
    let place = app.place();
    let drafts: Vec<_> = place.drafts().map(|form| form.image.to_string()).collect();
    let (not_sent, under_way): (Vec<_>, Vec<_>) =
        place.writes.values().partition(|write| write.can_be_called_off());
    let names = |writes: &[&crate::app::Write]| -> Vec<String> {
        writes.iter().map(|write| write.update.image.to_string()).collect()
    };
    let drafts_words = match place.key(app.mode) {
        Some(_) => "Drafts stay on disk and come back:",
        // What drafts go by on disk is not known yet.
        None => "Account not known, drafts not kept:",
    };
    named(page, theme, drafts_words, &drafts);
    named(page, theme, "Being checked, would not be sent:", &names(&not_sent));
    named(page, theme, "Under way, looked up at next start:", &names(&under_way));
    if page.len() == 0 {
        page.text(0, "Nothing is left behind.", theme.plain());
    }
}

fn named(page: &mut Page, theme: Theme, words: &str, names: &[String]) {
    if !names.is_empty() {
        page.text(0, words, theme.plain());
        page.text(2, &names.join(", "), theme.strong());
    }
}
