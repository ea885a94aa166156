//! What stands below what is typed in a field: what is wrong with it, or what it was.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Choice, Clash, FieldState, Form, layout};
use crate::edit::{Field, Subject, Variety};
use crate::keys::{Action, Keymap};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

use super::absent;

/// Whether a field stands for values that differ, and nothing was typed for all of them.
fn is_of_several(form: &Form, field: &Field) -> bool {
    let is_left_alone = form.state(&field.key) == FieldState::Unchanged;
    form.is_preset(&field.key) || is_left_alone && form.differed(&field.key)
}

/// What stands below the text: what is wrong with it, or what it was.
pub fn write(app: &App, form: &Form, field: &Field, lead: &Span<'static>, theme: Theme, lines: &mut Lines) {
    let problem = form.shown_problem(&field.key);
    if let Some(problem) = &problem {
        let words = match form.entries() {
            // Two fields stand on one row.
            Some(_) if field.key.is_added() => format!("{}: {}", field.label, problem.0),
            _ => problem.0.clone(),
        };
        say(lines, lead, "!", &words, theme.bad());
    }
    if let Some(clash) = form.clash(&field.key) {
        let (symbol, style) = if clash.choice.is_none() { ("!", theme.busy()) } else { ("•", theme.dim()) };
        say(lines, lead, symbol, &clash_words(&app.keymap, form, field, clash), style);
    } else if let Some(words) = was(form, field).filter(|_| problem.is_none()) {
        lines.row(Line::from(vec![lead.clone(), Span::styled(words, theme.dim())]));
    }
    if let Some(words) = warning(form, field) {
        say(lines, lead, "!", &words, theme.busy());
    }
}

/// What somebody else made of a field for which it is still open what becomes of it, with its name.
pub fn write_undecided(
    app: &App,
    form: &Form,
    field: &Field,
    lead: &Span<'static>,
    theme: Theme,
    lines: &mut Lines,
) {
    if let Some(clash) = form.clash(&field.key).filter(|clash| clash.choice.is_none()) {
        let words = clash_words(&app.keymap, form, field, clash);
        say(lines, lead, "!", &format!("{}: {words}", field.label), theme.busy());
    }
}

/// What a field was that is to be something else.
fn was(form: &Form, field: &Field) -> Option<String> {
    if form.focus == field.key && form.text(&field.key).is_empty() && is_of_several(form, field) {
        // The caret stands where it would say so.
        return Some(absent::empty(form, field));
    }
    let is_set = match form.state(&field.key) {
        FieldState::Set => true,
        FieldState::Clear => false,
        FieldState::Unchanged | FieldState::Unknown => return None,
    };
    // An entry that is taken away stands there as it was.
    if field.key.is_added() || form.is_removed(&field.key) && !form.differed(&field.key) {
        return None;
    }
    let is_alias = matches!(form.subject, Subject::Aliases(_));
    Some(match (form.variety(&field.key), form.base_text(&field.key)) {
        (Variety::Differs(_), _) if form.is_removed(&field.key) => absent::holders(form, field),
        (Variety::Differs(count), _) => format!("was: {count} different values"),
        (Variety::Same, Some(from)) if is_set && is_alias => format!("moves from version {from}"),
        (Variety::Same, Some(was)) => format!("was: {was}"),
        (Variety::Same, None) => "was: not set".into(),
    })
}

/// A sentence behind a mark.
pub fn say(lines: &mut Lines, lead: &Span<'static>, mark: &str, words: &str, style: Style) {
    let width = lines.width().saturating_sub(cells::width(&lead.content) + 2);
    for (at, row) in layout::wrap(words, width).into_iter().enumerate() {
        let mark = if at == 0 { mark } else { " " };
        lines.row(Line::from(vec![lead.clone(), Span::styled(format!("{mark} {row}"), style)]));
    }
}

/// What does not keep it from being sent, but has to be known.
fn warning(form: &Form, field: &Field) -> Option<String> {
    let is_first = form.state(&field.key) == FieldState::Set
        && form.base.value().is_some_and(|base| base.value(&field.key).is_none())
        && matches!(form.subject, Subject::Version(..));
    let first = || is_first.then(|| "first time set: this can't be undone".to_owned());
    form.warning(&field.key).or_else(first)
}

/// What someone else made of a field that was typed in; the page on which it is decided has the values whole.
fn clash_words(keymap: &Keymap, form: &Form, field: &Field, clash: &Clash) -> String {
    let say = |text: Option<&str>| text.map_or("not set".to_owned(), quoted);
    let theirs = say(clash.theirs.as_deref());
    let did = match clash.theirs {
        Some(_) => format!("changed it to {theirs}"),
        None => "unset it".to_owned(),
    };
    match clash.choice {
        Some(Choice::Mine) => format!("you chose mine; theirs was {theirs}"),
        Some(Choice::Theirs) => format!("you chose theirs; mine was {}", say(form.mine(&field.key))),
        None if form.state(&field.key) == FieldState::Unchanged => {
            format!("someone else {did} too")
        }
        None => format!(
            "someone else {did}; it was {}. Press {} to choose",
            say(clash.base.as_deref()),
            keymap.first_key(Action::Review)
        ),
    }
}

/// `‘Training image for the vision…’`
fn quoted(text: &str) -> String {
    const WIDEST: usize = 56;
    let (kept, is_cut) = cells::clip(text, WIDEST);
    format!("‘{kept}{}’", if is_cut { "…" } else { "" })
}
