//! What stands below what is typed in a field: what is wrong with it, or what it was.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Choice, Clash, FieldState, Form, layout};
use crate::edit::{Field, Subject, Variety};
use crate::keys::Action;
use crate::view::text::lines::Lines;
use crate::view::text::{cells, key_name};
use crate::view::theme::Theme;

use super::form_field::empty;

const LEAD: usize = layout::FORM_LEAD as usize;

/// Whether a field stands for values that differ, and nothing was typed for all of them.
fn is_of_several(form: &Form, field: &Field) -> bool {
    let is_left_alone = form.state(&field.key) == FieldState::Unchanged;
    form.is_preset(&field.key) || is_left_alone && form.variety(&field.key) != Variety::Same
}

/// What stands below the text: what is wrong with it, or what it was.
pub fn write(form: &Form, field: &Field, lead: &Span<'static>, theme: Theme, lines: &mut Lines) {
    let text = |words: String, style: Style| vec![lead.clone(), Span::styled(words, style)];
    if let Some(problem) = form.problem(&field.key) {
        for (at, row) in wrapped(&problem.0, lines.width().saturating_sub(LEAD + 2)).into_iter().enumerate() {
            let mark = if at == 0 { "! " } else { "  " };
            lines.row(Line::from(text(format!("{mark}{row}"), theme.bad())));
        }
    }
    if let Some(clash) = form.clash(&field.key) {
        let width = lines.width().saturating_sub(LEAD + 2);
        let (symbol, style) = if clash.choice.is_none() { ("!", theme.busy()) } else { ("•", theme.dim()) };
        for (at, row) in wrapped(&clash_words(form, field, clash), width).into_iter().enumerate() {
            let mark = if at == 0 { symbol } else { " " };
            lines.row(Line::from(text(format!("{mark} {row}"), style)));
        }
    } else if form.problem(&field.key).is_some() {
        // What is wrong with it matters more than what it was.
    } else if form.focus == field.key && form.text(&field.key).is_empty() && is_of_several(form, field) {
        // The caret stands where it would say so.
        lines.row(Line::from(text(empty(form, field), theme.dim())));
    } else if matches!(form.state(&field.key), FieldState::Set | FieldState::Clear) {
        let was = match form.variety(&field.key) {
            Variety::Differs(count) => format!("was: {count} different values"),
            Variety::Same => {
                form.base_text(&field.key).map_or("was: none".into(), |was| format!("was: {was}"))
            }
        };
        let is_move =
            matches!(form.subject, Subject::Aliases(_)) && form.state(&field.key) == FieldState::Set;
        let was = match form.base_text(&field.key).filter(|_| is_move) {
            Some(from) => format!("moves from version {from}"),
            None => was,
        };
        if !field.key.is_added() {
            lines.row(Line::from(text(was, theme.dim())));
        }
    }
    if let Some(words) = warning(form, field) {
        for (at, row) in wrapped(&words, lines.width().saturating_sub(LEAD + 2)).into_iter().enumerate() {
            let mark = if at == 0 { "! " } else { "  " };
            lines.row(Line::from(text(format!("{mark}{row}"), theme.busy())));
        }
    }
}

/// What does not keep it from being sent, but has to be known.
fn warning(form: &Form, field: &Field) -> Option<String> {
    let is_first = form.state(&field.key) == FieldState::Set
        && form.base.value().is_some_and(|base| base.value(&field.key).is_none())
        && matches!(form.subject, Subject::Version(..));
    let first = || is_first.then(|| "set for the first time: that can't be undone".to_owned());
    form.warning(&field.key).or_else(first)
}

/// What another hand made of a field that was typed in; the page on which it is decided has the
/// values whole.
fn clash_words(form: &Form, field: &Field, clash: &Clash) -> String {
    let say = |text: Option<&str>| text.map_or("nothing".to_owned(), quoted);
    let theirs = say(clash.theirs.as_deref());
    match clash.choice {
        Some(Choice::Mine) => format!("you chose mine; another hand had changed it to {theirs}"),
        Some(Choice::Theirs) => format!("you chose theirs; mine was {}", say(form.mine(&field.key))),
        None if form.state(&field.key) == FieldState::Unchanged => {
            format!("changed by another hand to {theirs} too")
        }
        None => format!(
            "changed by another hand to {theirs}; it was {}. {} asks which to keep",
            say(clash.base.as_deref()),
            key_name::first(Action::Review)
        ),
    }
}

/// `‘Training image for the vision…’`
fn quoted(text: &str) -> String {
    const WIDEST: usize = 56;
    let (kept, is_cut) = cells::clip(text, WIDEST);
    format!("‘{kept}{}’", if is_cut { "…" } else { "" })
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    layout::wrap(text, width).into_iter().map(str::to_owned).collect()
}
