//! A field in which one of several is chosen.

use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{FieldState, Form, layout};
use crate::edit::Field;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

/// Writes what is chosen beside what else could be; where rows are short, only while the field has the focus.
/// Tells before which cell the caret stands.
pub fn write(
    form: &Form,
    field: &Field,
    lead: &Span<'static>,
    is_short: bool,
    theme: Theme,
    lines: &mut Lines,
) -> usize {
    let (text, left) = (form.text(&field.key), usize::from(layout::FORM_LEAD));
    let absent = if form.state(&field.key) == FieldState::Unknown { "not loaded yet" } else { "not set" };
    let options = field.shape.options().unwrap_or_default();
    if is_short && form.focus != field.key {
        let shown = if text.is_empty() {
            Span::styled(absent, theme.dim())
        } else {
            Span::styled(text.to_owned(), theme.plain())
        };
        lines.row(Line::from(vec![lead.clone(), shown]));
        return left;
    }
    let mut runs = Vec::new();
    let mut caret = None;
    let mut before = 0;
    let is_odd = !text.is_empty() && !options.contains(&text);
    // What the service says now may be a word that is not known here.
    for option in is_odd.then_some(text).into_iter().chain(options.iter().copied()) {
        let is_chosen = option == text;
        let mark = if is_chosen { "●" } else { "○" };
        let style = match (is_chosen, form.focus == field.key) {
            (true, true) => theme.accent().patch(theme.strong()),
            (true, false) => theme.plain(),
            (false, _) => theme.dim(),
        };
        if is_chosen {
            caret = Some(before);
        }
        // A mark stays with its word.
        let words = format!("{mark}\u{a0}{option}");
        before += cells::width(&words) + 3;
        runs.push((words, style));
        runs.push(("   ".to_owned(), theme.plain()));
    }
    if text.is_empty() {
        runs.insert(0, (format!("{absent}   "), theme.dim()));
    }
    lines.runs(lead.clone(), &runs, Break::Blanks);
    left + caret.filter(|caret| left + caret < lines.width()).unwrap_or_default()
}
