//! Whether to quit all the same.
//!
//! ```text
//! ╭ Quit? ──────────────────────────────────────────╮
//! │ Drafts, saved for next time:              │
//! │   pytorch-2.4-gpu                               │
//! │ Under way, looked up at next start:             │
//! │   production eu-west-1: tf-2.17-cpu             │
//! │                                                 │
//! │ y quits, n stays                                │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Place, Shown};
use crate::flow::Write;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::question::QuestionPage;

/// Draws the question in its frame.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Viewport {
    let question = QuestionPage { title: "Quit?", yes: "quit", no: "stay" };
    question.draw(&app.keymap, theme, area, shown, buffer, |lines| write(app, theme, lines))
}

fn write(app: &App, theme: Theme, lines: &mut Lines) {
    let headings = [
        "Drafts, saved for next time:",
        // What drafts go by on disk is not known yet.
        "Account unknown, drafts not saved:",
        "Being checked, won't be sent:",
        "In progress, checked again next time:",
    ];
    let before = lines.len();
    write_not_noted(app, theme, lines);
    for (at, words) in headings.into_iter().enumerate() {
        let places = app.places().filter_map(|place| {
            let images = names(app, place).into_iter().nth(at)?;
            // Of one place alone, everybody knows which.
            let label = if app.places().count() > 1 { place.label() } else { String::new() };
            (!images.is_empty()).then(|| (label, images.join(", ")))
        });
        for (at, (label, images)) in places.enumerate() {
            if at == 0 {
                lines.text(0, words, theme.plain());
            }
            if label.is_empty() {
                lines.text(2, &images, theme.strong());
            } else {
                lines.text(2, &label, theme.plain());
                lines.text(4, &images, theme.strong());
            }
        }
    }
    if lines.len() == before {
        lines.text(0, "Nothing unsent or in progress.", theme.plain());
    }
}

/// The changes that could not be noted: they are tried once more, and then forgotten.
fn write_not_noted(app: &App, theme: Theme, lines: &mut Lines) {
    let images: Vec<_> = app.notes.lacking_of_sent().map(|entry| entry.subject().to_string()).collect();
    if !images.is_empty() {
        lines.text(0, "Sent, not in the journal yet (one more try):", theme.plain());
        lines.text(2, &images.join(", "), theme.strong());
    }
}

/// The images of a place that are in the way, as the headings have them.
fn names(app: &App, place: &Place) -> [Vec<String>; 4] {
    let drafts = place.drafts().filter(|form| !form.is_as_left());
    let drafts: Vec<_> = drafts.map(|form| form.subject.to_string()).collect();
    let (kept, not_kept) =
        if place.key(app.mode).is_some() { (drafts, Vec::new()) } else { (Vec::new(), drafts) };
    let (not_sent, under_way): (Vec<_>, Vec<_>) =
        place.writes().filter(|write| !write.is_earlier).partition(|write| write.can_be_called_off());
    let names = |writes: Vec<&Write>| writes.iter().map(|write| write.step.subject().to_string()).collect();
    [kept, not_kept, names(not_sent), names(under_way)]
}
