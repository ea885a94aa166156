//! The failures this session, newest first.
//!
//! ```text
//! ╭ Errors ─────────────────────────────────────── 3 ╮
//! │ ✖ UpdateImage pytorch-2.4-gpu: access denied     │
//! │   2026-11-20 09:12:33 UTC (3 minutes ago)        │
//! │   AccessDeniedException                          │
//! │   who      arn:aws:sts::…                        │
//! │   …                                              │
//! ╰──────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Attempt, ErrorRecord, layout};
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{age, cells, failure, key_name};
use crate::view::theme::Look;

/// Draws the page in its frame and tells how far it can be scrolled.
pub fn draw(app: &App, scroll: usize, look: &Look, area: Rect, buffer: &mut Buffer) -> Viewport {
    let theme = look.theme;
    let inner = cells::padded(layout::inside(area));
    let mut lines = Lines::new(inner.width);
    let records = app.errors.records();
    for record in records {
        lines.gap();
        write(app, record, look, &mut lines);
    }
    if records.is_empty() {
        lines.text(0, "No errors in this session.", theme.strong());
    }
    cells::clear(buffer, area);
    let viewport = lines.draw(inner, scroll, buffer);
    let frame = Border {
        focused: true,
        title: Line::styled("Errors", theme.strong()),
        state: Line::raw("this session, newest first"),
        more: Line::styled(viewport.words(), theme.strong()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    viewport
}

fn write(app: &App, record: &ErrorRecord, look: &Look, lines: &mut Lines) {
    let theme = look.theme;
    failure::write_head(lines, theme, &record.doing, &record.failure);
    let times = if record.times > 1 { format!(" · ×{}, most recent", record.times) } else { String::new() };
    let when =
        format!("{} ({}){times}", age::absolute(record.at, &look.zone(app)), age::long(record.at, app.now));
    lines.text(2, &when, theme.dim());
    failure::write_said(lines, theme, &record.failure);
    write_process_output(app, record, look, lines);
    if record.attempt == Attempt::Write && record.failure.leaves_write_unknown() {
        lines.text(2, "It may have been applied: checking the image. Nothing is sent again.", theme.strong());
    } else {
        failure::write_advice(app, lines, theme, &record.failure);
    }
}

/// It may hold secrets: it is shown to a person who asks for it.
fn write_process_output(app: &App, record: &ErrorRecord, look: &Look, lines: &mut Lines) {
    let said = record.failure.process_said.lines();
    if said.is_empty() {
        return;
    }
    if !app.errors.shows_process_output() {
        let key = key_name::here(app, Action::ToggleProcessOutput);
        return lines.text(
            2,
            &format!("Press {key} to show what the process wrote to standard error."),
            look.theme.plain(),
        );
    }
    lines.text(2, "The process wrote to standard error:", look.theme.dim());
    for line in said {
        lines.text(4, line.as_str(), look.theme.plain());
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::app::{Errors, Size};
    use crate::domain::{Aim, Failure, FailureClass, Location, Mode};
    use crate::view::theme::Theme;

    /// What the page says, on one row, of one thing that went wrong.
    fn told(attempt: Attempt, doing: &str, class: FailureClass) -> String {
        let (size, now) = (Size { width: 200, height: 24 }, Timestamp::UNIX_EPOCH);
        let mut app = App::new(Aim::default(), Location::default(), Mode::default(), None, size, now);
        let failure = Failure::new(class, "");
        let record = ErrorRecord { at: now, attempt, doing: doing.into(), failure, times: 1 };
        app.errors = Errors::for_tests(vec![record]);
        let look = Look { theme: Theme::new(false), zone: TimeZone::UTC };
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        draw(&app, 0, &look, buffer.area, &mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn what_may_have_been_done_is_told_by_what_was_tried_and_not_by_its_words() {
        use FailureClass::{Denied, TimedOut};
        for (attempt, doing, class, may_be_done) in [
            (Attempt::Write, "UpdateImage a", TimedOut, true),
            (Attempt::Write, "a change that nobody has thought of yet", TimedOut, true),
            (Attempt::Write, "UpdateImage a", Denied, false),
            (Attempt::Other, "UpdateImage, its manual", TimedOut, false),
            (Attempt::Other, "ListImages", TimedOut, false),
        ] {
            let told = told(attempt, doing, class);
            assert!(told.contains(doing), "{told}");
            assert_eq!(told.contains("It may have been applied"), may_be_done, "{doing}");
        }
    }
}
