//! What would change, in the review.

use std::collections::BTreeSet;

use crate::app::Form;
use crate::app::wrap::Break;
use crate::edit::{Call, Change, Field, FieldKey, Plan, Step, Subject};
use crate::view::text::diff;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

use super::stop;

/// What changes, of each subject; of several, how many, and which stay as they are.
pub fn write(form: Option<&Form>, plan: &Plan, theme: Theme, lines: &mut Lines) {
    let all = form.map_or(plan.steps.len(), |form| form.subject.images().count());
    write_gaps(plan, theme, lines);
    lines.gap();
    for step in &plan.steps {
        if all > 1 {
            lines.gap();
            lines.runs("".into(), &[(step.subject().to_string(), theme.accent())], Break::Anywhere);
        }
        for field in step.call.changed() {
            write_change(&field, step, theme, lines);
        }
    }
    if all > 1 {
        lines.gap();
        let subjects: BTreeSet<_> = plan.steps.iter().map(Step::subject).collect();
        let changed = subjects.len();
        let is_of_images = plan.steps.iter().all(|step| matches!(step.call, Call::UpdateImage(_)));
        let what = if is_of_images { "images will change" } else { "images will get new tags" };
        let words = match all - changed.min(all) {
            0 => format!("{changed} {what}, one at a time; the first is verified before the others."),
            rest => format!("{changed} of {all} {what}, one at a time; {rest} need no change."),
        };
        lines.text(0, &words, theme.plain());
    } else if plan.steps.len() > 1 {
        lines.gap();
        let count = plan.steps.len();
        let words = format!("{count} requests, one at a time: each waits until the one before is verified.");
        lines.text(0, &words, theme.plain());
    }
}

/// Said where there is nothing to send.
pub fn nothing(subject: &Subject) -> String {
    match subject {
        Subject::Image(_) | Subject::Images(_) | Subject::Version(..) => {
            let (noun, has) = (subject.noun(), subject.agree("has", "have"));
            format!("Nothing to send: the {noun} already {has} these values.")
        }
        Subject::Aliases(_) | Subject::Tags(_) | Subject::TagsOf(_) => {
            format!("Nothing to send: the {} already match the form.", subject.noun())
        }
    }
}

fn write_change(field: &Field, step: &Step, theme: Theme, lines: &mut Lines) {
    if matches!(step.call, Call::UpdateAliases(_)) {
        return write_move(field, step, theme, lines);
    }
    lines.gap();
    let mut head = vec![(field.label.to_string(), theme.strong())];
    let after = match step.call.changes().of(&field.key) {
        Change::Set(value) => Some(value.as_str()),
        Change::Clear | Change::Keep => {
            let is_tag = matches!(step.call, Call::DeleteTags(_));
            let words = if is_tag { "  removed" } else { "  unset" };
            head.push((words.into(), theme.busy()));
            None
        }
    };
    lines.runs("".into(), &head, Break::Blanks);
    diff::write(lines, theme, step.base.value(&field.key), after);
    let is_first = step.base.value(&field.key).is_none() && !field.can_clear();
    if is_first && matches!(step.call, Call::UpdateVersion(_)) {
        let words = "Set for the first time: it can't be unset, so this can't be undone.";
        stop::warn(lines, theme, words);
    }
}

/// `latest   version 3 → version 7`
fn write_move(field: &Field, step: &Step, theme: Theme, lines: &mut Lines) {
    let version = |number: Option<&str>| number.map_or("no version".into(), |it| format!("version {it}"));
    let before = step.base.value(&field.key);
    let after = step.call.changes().expected(&field.key, before);
    let runs = [
        (format!("{}  ", field.label), theme.strong()),
        (version(before), theme.bad()),
        (" → ".to_owned(), theme.plain()),
        (version(after), theme.good()),
    ];
    lines.runs("".into(), &runs, Break::Blanks);
}

/// What nobody has for a moment, because the service would not move it.
fn write_gaps(plan: &Plan, theme: Theme, lines: &mut Lines) {
    let gaps = plan.gaps();
    let names: Vec<_> = gaps.iter().filter_map(FieldKey::entry_name).collect();
    if !names.is_empty() {
        let words = format!(
            "The service can't move an alias: it is removed first, then added. For a moment no version has \
             {}.",
            names.join(", ")
        );
        lines.gap();
        stop::warn(lines, theme, &words);
    }
}
