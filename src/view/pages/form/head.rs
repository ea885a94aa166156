//! What stands in a form above its fields.

use ratatui::text::Span;

use crate::app::wrap::Break;
use crate::app::{App, FieldState, Form, Remote};
use crate::edit::{Difference, Snapshot, Subject};
use crate::keys::Action;
use crate::view::text::lines::Lines;
use crate::view::text::{age, differences, failure};
use crate::view::theme::{Look, Theme};

/// So many rows of names are shown of several.
const MOST_NAMES: usize = 3;

/// What is to be known before the fields are read.
pub fn head(app: &App, form: &Form, theme: Theme, lines: &mut Lines) {
    write_images(form, theme, lines);
    match &form.base {
        Remote::Idle | Remote::Loading { old: None } => {
            lines.text(0, &reading(form), theme.busy());
        }
        Remote::Loading { old: Some(_) } => lines.text(0, &reading_again(form), theme.busy()),
        Remote::Failed { failure, .. } => {
            let what = if form.subject.is_several() {
                format!("Not all of the {} can be read", form.subject.noun())
            } else {
                format!("The {} can't be read", form.subject.noun())
            };
            failure::write(app, lines, theme, &what, failure);
            let words =
                format!("What you typed stays. {} reads it again.", app.keymap.first_key(Action::Review));
            lines.text(2, &words, theme.plain());
        }
        Remote::Ready(_) => {}
    }
    write_limits(form, theme, lines);
    // What two hands changed is said at the field.
    let has_clash = |difference: &&Difference| form.clash(&difference.key).is_none();
    let foreign: Vec<_> = form.foreign.iter().filter(has_clash).cloned().collect();
    if !foreign.is_empty() {
        lines.gap();
        let is_taken = |difference: &Difference| form.state(&difference.key) == FieldState::Unchanged;
        let words = if foreign.iter().all(is_taken) {
            "Changed by another hand since you began; not touched here, so taken over:"
        } else {
            "Changed by another hand since you began:"
        };
        lines.runs(Span::styled("! ", theme.busy()), &[(words.into(), theme.busy())], Break::Blanks);
        differences::write(lines, theme, &foreign);
    }
    if let Some(remark) = &form.remark {
        lines.gap();
        lines.runs(Span::styled("• ", theme.accent()), &[(remark.clone(), theme.plain())], Break::Blanks);
    }
}

/// What can't be done here, and what is not known.
fn write_limits(form: &Form, theme: Theme, lines: &mut Lines) {
    if matches!(form.subject, Subject::Version(..)) {
        lines.gap();
        let words = "The service can set these and change them, but never unset them again.";
        lines.text(0, words, theme.dim());
    }
    if form.base.value().is_some_and(Snapshot::is_partial) {
        lines.gap();
        let words = "There is no permission for ListAliases: an alias is not shown here until it is named below; \
                     then it is asked for by its name.";
        lines.runs(Span::styled("! ", theme.busy()), &[(words.into(), theme.busy())], Break::Blanks);
    }
}

/// Which images are edited, where there are several.
fn write_images(form: &Form, theme: Theme, lines: &mut Lines) {
    let names: Vec<_> = form.subject.images().map(ToString::to_string).collect();
    if names.len() > 1 {
        let mut all = lines.beside();
        all.text(0, &names.join(", "), theme.dim());
        // The review shows each of them.
        lines.take(all, MOST_NAMES);
    }
}

fn reading(form: &Form) -> String {
    let noun = form.subject.noun();
    match form.gathered() {
        Some((read, all)) => format!("◐ reading the {noun}… {read} of {all}"),
        None => format!("◐ reading the {noun}…"),
    }
}

fn reading_again(form: &Form) -> String {
    let noun = form.subject.noun();
    match form.gathered() {
        Some((read, all)) => format!("◐ reading the {noun} again… {read} of {all}"),
        None => format!("◐ reading the {noun} again…"),
    }
}

/// Where the words in the form come from: an earlier session, or a change that is undone.
pub fn origin(app: &App, form: &Form, look: &Look, lines: &mut Lines) {
    let told = |at| age::told(at, app.now, &look.zone(app));
    let mut sentences = Vec::new();
    if let Some(id) = &form.undoes {
        let history = &app.place().history;
        let undone = history.get(id).map(|entry| entry.at).or(history.plan(id).map(|plan| plan.at));
        sentences.push(match undone {
            Some(undone) => format!("This undoes the change of {}.", told(undone)),
            None => "This undoes an earlier change.".into(),
        });
    }
    if let Some(kept) = form.kept_at.filter(|_| form.is_draft()) {
        sentences.push(format!("Draft kept {}", told(kept)));
    }
    if lines.len() > 0 && !sentences.is_empty() {
        lines.gap();
    }
    for line in sentences {
        let lead = Span::styled("• ", look.theme.accent());
        lines.runs(lead, &[(line, look.theme.plain())], Break::Blanks);
    }
}
