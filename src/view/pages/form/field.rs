//! A field of a form: its label, and below that what is typed in it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, FieldState, Form, layout};
use crate::edit::{Field, Subject};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::typed::Typed;
use crate::view::theme::Theme;

use super::{absent, below, choice};

/// The marker of the field that is typed in, and the blanks in its place elsewhere.
const LEAD: usize = layout::FORM_LEAD as usize;

/// Writes one field and tells in which of its rows the caret stands, and before which cell.
pub fn write(
    app: &App,
    form: &Form,
    field: &Field,
    theme: Theme,
    area: Rect,
    lines: &mut Lines,
) -> (usize, usize) {
    let is_focused = form.focus == field.key;
    let lead = if is_focused { Span::styled("▌ ", theme.accent()) } else { Span::raw("  ") };
    lines.ends(
        label(form, field, lead.clone(), is_focused, lines.width(), theme),
        counter(form, field, theme),
    );
    // Label, problem and a row to spare.
    let most = usize::from(layout::inside(area).height).saturating_sub(3);
    if field.shape.options().is_some() {
        let column = choice::write(form, field, &lead, theme, lines);
        below::write(app, form, field, &lead, theme, lines);
        return (1, column);
    }
    let Some(input) = form.input(&field.key) else { return (0, 0) };
    let typed = Typed::of(input, layout::form_text_width(area)).within(most, theme);
    for row in typed.rows {
        let row = match cells::line_width(&row) {
            // The caret stands there.
            0 if is_focused => row,
            0 if form.state(&field.key) == FieldState::Unknown => absent::absent("not read yet", theme),
            0 => absent::absent(&absent::empty(form, field), theme),
            _ => row,
        };
        let mut spans = row.spans;
        spans.insert(0, lead.clone());
        lines.row(Line { spans, ..Line::default() });
    }
    below::write(app, form, field, &lead, theme, lines);
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
        let note = "  can be replaced, never cleared";
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
        FieldState::Unchanged => ("unchanged", theme.dim()),
        FieldState::Set => ("set", theme.good()),
        FieldState::Clear => ("clear", theme.busy()),
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
