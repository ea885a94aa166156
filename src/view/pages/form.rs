//! The form in which an image is edited.
//!
//! ```text
//! ╭ Edit pytorch-2.4-gpu ───── PROD 123456789012 us-east-1 ╮
//! │ ▌ Display name                            set   17/128 │
//! │ ▌ PyTorch 2.5 (GPU)█                                   │
//! │ ▌ was: PyTorch 2.4 (GPU)                               │
//! │                                                        │
//! │   Description                             set   34/512 │
//! │   Training image for the vision team                   │
//! │   ! changed by another hand to ‘Training image’; it …  │
//! │                                                        │
//! │   Role ARN  can be replaced, never …   unchanged   …   │
//! ╰────────────────────────────────────────────────────────╯
//! ```

mod absent;
mod below;
mod choice;
mod entry;
mod field;
mod head;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::wrap::Break;
use crate::app::{App, FieldState, Form, Shown, Target, layout};
use crate::edit::{Field, Subject};
use crate::view::frame::border::Border;
use crate::view::frame::focus::Focus;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, cells};
use crate::view::theme::{Look, Theme};

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
    let mut frame = Border {
        focused: true,
        title: Line::styled(format!("Edit {}", form.subject), theme.strong()),
        state: address::line(app, theme, area.width),
        note: changes(form, theme),
        ..Border::default()
    };
    let is_image = matches!(form.subject, Subject::Image(_) | Subject::Images(_));
    if !is_image && !frame.has_room_for_title(area.width) {
        // Of which image it is stands at the end; where that is stands in the header too.
        frame.state = Line::default();
    }
    if !is_image && !frame.has_room_for_title(area.width) {
        lines.runs("".into(), &[(form.subject.to_string(), theme.strong())], Break::Anywhere);
    }
    head::head(app, form, theme, &mut lines);
    head::origin(app, form, look, &mut lines);
    let (focus, caret) = if form.entries().is_some() {
        entry::write_all(app, form, theme, area, &mut lines)
    } else {
        write_fields(app, form, theme, area, &mut lines)
    };
    cells::clear(buffer, area);
    let viewport = lines
        .draw_clickable(inner, focus.scroll(inner.height.into()), &mut shown.clickables, buffer)
        .with_caret(caret, inner);
    frame.more = Line::styled(viewport.words(), theme.dim());
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
    let (mut focus, mut caret) = (Focus::default(), (0, 0));
    for field in form.fields() {
        lines.gap();
        let begin = lines.len();
        let (row, column) = field::write(app, form, field, theme, area, lines);
        lines.mark_from(begin, Target::Field(field.key.clone()));
        if field.key == form.focus {
            focus = Focus { begin, cursor: begin + row, end: lines.len() };
            caret = (begin + row, column);
        }
    }
    (focus, caret)
}

/// `2 changes`
fn changes(form: &Form, theme: Theme) -> Line<'static> {
    let is_changed = |field: &&Field| matches!(form.state(&field.key), FieldState::Set | FieldState::Clear);
    // An entry that is being added has two fields.
    let row = |field: &Field| field.key.as_added().map_or_else(|| Err(field.key.clone()), |(row, _)| Ok(row));
    match form.fields().filter(is_changed).map(row).collect::<BTreeSet<_>>().len() {
        0 => Line::default(),
        1 => Line::styled("1 change", theme.good()),
        count => Line::styled(format!("{count} changes"), theme.good()),
    }
}
