//! A field of a form: its label, and below that what is typed in it.

use ratatui::text::{Line, Span};

use crate::app::{App, FieldState, Form, Target, layout};
use crate::edit::{Field, Subject};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::typed::Typed;
use crate::view::theme::Theme;

use super::ruled::ruled;
use super::{absent, below, choice};

/// The marker of the field that is typed in, and the blanks in its place elsewhere.
const LEAD: usize = layout::FORM_LEAD as usize;

/// What all fields of one form have in common.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// All that is known.
    pub app: &'a App,
    /// The form.
    pub form: &'a Form,
    /// How wide the rows of a text are.
    pub width: usize,
    /// The most rows of one text.
    pub most: usize,
    /// Whether there is no room for a row below each field.
    pub is_short: bool,
    /// Colours.
    pub theme: Theme,
}

/// Writes one field and tells in which of its rows the caret stands, and before which cell. Below it there is a
/// row for what is to be said of it, so that nothing moves when that comes.
pub fn write(sheet: Sheet<'_>, field: &Field, lines: &mut Lines) -> (usize, usize) {
    let Sheet { app, form, theme, .. } = sheet;
    let begin = lines.len();
    let is_focused = form.focus == field.key;
    let lead = if is_focused { Span::styled("▌ ", theme.accent()) } else { Span::raw("  ") };
    lines.ends(
        label(form, field, lead.clone(), is_focused, lines.width(), theme),
        counter(form, field, theme),
    );
    let caret = if field.shape.options().is_some() {
        (1, choice::write(form, field, &lead, sheet.is_short, theme, lines))
    } else {
        write_text(sheet, field, &lead, lines)
    };
    let said = lines.len();
    below::write(app, form, field, &lead, theme, lines);
    lines.mark_from(begin, Target::Field(field.key.clone()));
    if lines.len() == said && !sheet.is_short {
        lines.row(Line::default());
    }
    caret
}

fn write_text(sheet: Sheet<'_>, field: &Field, lead: &Span<'static>, lines: &mut Lines) -> (usize, usize) {
    let Sheet { form, theme, .. } = sheet;
    let Some(input) = form.input(&field.key) else { return (0, 0) };
    let is_focused = form.focus == field.key;
    let typed = Typed::of(input, sheet.width, theme).within(sheet.most, theme);
    // Behind the end of a row there is a cell for the caret.
    Typed::mark(&typed.starts, &field.key, (lines.len(), LEAD..LEAD + sheet.width + 1), lines);
    for row in typed.rows {
        let row = match cells::line_width(&row) {
            // The caret stands there.
            0 if is_focused => row,
            0 if form.state(&field.key) == FieldState::Unknown => absent::absent("not loaded yet", theme),
            0 => absent::absent(&absent::empty(form, field), theme),
            _ => row,
        };
        let mut row = ruled(row, sheet.width, is_focused, theme);
        row.spans.insert(0, lead.clone());
        lines.row(row);
    }
    (typed.row + 1, LEAD + typed.column)
}

fn label(
    form: &Form,
    field: &Field,
    lead: Span<'static>,
    is_focused: bool,
    width: usize,
    theme: Theme,
) -> Line<'static> {
    let style = if is_focused { theme.strong() } else { theme.plain() };
    let mut label = Line::from(vec![lead, Span::styled(field.label.clone(), style)]);
    // Of a version it is true of all of them, and said above.
    if !field.can_clear() && !matches!(form.subject, Subject::Version(..)) {
        let note = "  can be replaced, not unset";
        // The state and the counter stand at the right.
        if cells::line_width(&label) + note.len() + 22 <= width {
            label.spans.push(Span::styled(note, theme.dim()));
        }
    }
    label
}

/// `set   17/128`
fn counter(form: &Form, field: &Field, theme: Theme) -> Line<'static> {
    let (state, style) = match form.state(&field.key) {
        _ if form.shown_problem(&field.key).is_some() => ("invalid", theme.bad()),
        FieldState::Unchanged => ("unchanged", theme.dim()),
        FieldState::Set => ("set", theme.good()),
        FieldState::Clear => ("unset", theme.busy()),
        FieldState::Unknown => ("…", theme.dim()),
    };
    let Some(max) = field.most_characters() else {
        return Line::styled(state, style);
    };
    let count = form.text(&field.key).chars().count();
    let (mark, count_style) = if count > max { ("! ", theme.bad()) } else { ("", theme.dim()) };
    let count = format!("{mark}{count}/{max}");
    Line::from(vec![Span::styled(state, style), Span::styled(format!("{count:>11}"), count_style)])
}
