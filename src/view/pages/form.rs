//! The form in which an image is edited: beside the list, where there is room for both.
//!
//! ```text
//! ╭ Edit pytorch-2.4-gpu ────────── ◐ reading the image… ╮
//! │ ▌ Display name                          set   17/128 │
//! │ ▌ PyTorch 2.5 (GPU)█                                 │
//! │ ▌ was: PyTorch 2.4 (GPU)                             │
//! │   Description                           set   34/512 │
//! │   Training image for the vision team                 │
//! │   ! someone else changed it to ‘Training image’; it… │
//! │   Role ARN  can be replaced, never cl… unchanged   … │
//! │                                                      │
//! │──────────────────────────────────────────────────────│
//! │ • Nothing to send: no field was changed.              │
//! ╰──────────────────────────────────────────── 2 changes ╯
//! ```
//!
//! What is said of the form as a whole stands at its foot, where it moves no field.

mod absent;
mod below;
mod choice;
mod entry;
mod field;
mod foot;
mod head;
mod ruled;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, FieldState, Form, Shown, layout};
use crate::edit::{Field, Subject};
use crate::view::frame::border::Border;
use crate::view::frame::focus::Focus;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::{Look, Theme};

use self::field::Sheet;

/// Draws the form in its frame. The field that is typed in is always in sight.
pub fn draw(
    app: &App,
    subject: &Subject,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let Some(form) = app.place().forms.get(subject) else { return Viewport::default() };
    let theme = look.theme;
    let inner = cells::padded(layout::inside(area));
    let mut lines = Lines::new(inner.width);
    let mut frame = Border { focused: true, state: head::state(app, form, theme), ..Border::default() };
    let subject = form.subject.to_string();
    // The list has the whole name of an image; of what has more to it than a name, all stands in the form.
    let is_image = matches!(form.subject, Subject::Image(_) | Subject::Images(_));
    if !frame.name("Edit", &subject, theme, area.width) && !is_image {
        lines.runs("".into(), &[(subject, theme.strong())], Break::Anywhere);
    }
    head::head(form, theme, &mut lines);
    let mut said = lines.beside();
    let (focus, caret) = if form.entries().is_some() {
        entry::write_all(app, form, theme, area, (&mut lines, &mut said))
    } else {
        write_fields(app, form, theme, area, &mut lines)
    };
    cells::clear(buffer, area);
    foot::write(app, form, look, &mut said);
    let fields = foot::draw(said, (lines.len(), focus), theme, inner, buffer);
    let viewport = lines
        .draw_clickable(fields, focus.scroll(fields.height.into()), &mut shown.clickables, buffer)
        .with_caret(caret, fields);
    frame.more = Line::styled(viewport.words(), theme.dim());
    frame.note = changes(form, theme);
    frame.draw(theme, area, buffer);
    viewport
}

/// Writes each field; tells where the focus is, and in which row and before which cell the caret stands.
fn write_fields(
    app: &App,
    form: &Form,
    theme: Theme,
    area: Rect,
    lines: &mut Lines,
) -> (Focus, (usize, usize)) {
    // Label, text, and what is said of it.
    const ROWS: usize = 3;
    let (mut focus, mut caret) = (Focus::default(), (0, 0));
    let height = usize::from(layout::inside(area).height);
    let is_short = lines.len() + form.fields().count() * ROWS > height;
    let (width, most) = (layout::form_text_width(area), height.saturating_sub(ROWS));
    let sheet = Sheet { app, form, width, most, is_short, theme };
    if !is_short {
        lines.gap();
    }
    for field in form.fields() {
        let begin = lines.len();
        let (row, column) = field::write(sheet, field, lines);
        if field.key == form.focus {
            focus = Focus { begin, cursor: begin + row, end: lines.len() };
            caret = (begin + row, column);
        }
    }
    (focus, caret)
}

/// `2 changes`, and how many of them can't be sent.
fn changes(form: &Form, theme: Theme) -> Line<'static> {
    let is_changed = |field: &&Field| matches!(form.state(&field.key), FieldState::Set | FieldState::Clear);
    // An entry that is being added has two fields.
    let row = |field: &Field| field.key.as_added().map_or_else(|| Err(field.key.clone()), |(row, _)| Ok(row));
    let changed: BTreeSet<_> = form.fields().filter(is_changed).map(row).collect();
    let is_invalid = |field: &&Field| form.shown_problem(&field.key).is_some();
    let invalid: BTreeSet<_> = form.fields().filter(is_invalid).map(row).collect();
    let mut spans = Vec::new();
    match changed.difference(&invalid).count() {
        0 => {}
        1 => spans.push(Span::styled("1 change", theme.good())),
        count => spans.push(Span::styled(format!("{count} changes"), theme.good())),
    }
    if !invalid.is_empty() {
        let gap = if spans.is_empty() { "" } else { ", " };
        spans.push(Span::styled(format!("{gap}{} invalid", invalid.len()), theme.bad()));
    }
    Line::from(spans)
}
