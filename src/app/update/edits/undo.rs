//! The history, and undoing what is in it.

use std::collections::BTreeMap;

use crate::app::update::selection;
use crate::app::{App, Effect, Effects, Form, HistoryPage, HistoryRow, Overlay, Timer, Tone};
use crate::edit::{Changes, Entry, EntryId, Snapshot, Subject};
use crate::keys::Action;

use super::{base, following, form};

/// Shows the history, of the current image if there is one.
pub fn show(app: &mut App) {
    let image = app.current_name();
    app.browser_mut().below_scroll = 0;
    app.place_mut().overlays.push(Overlay::History(HistoryPage { image, at: 0 }));
}

/// Turns the history from one image to all, or back.
pub fn widen(app: &mut App) {
    let current = app.current_name();
    if let Some(Overlay::History(page)) = app.place_mut().overlays.last_mut() {
        page.image = if page.image.is_some() { None } else { current };
        page.at = 0;
    }
}

/// Undoes the last change of the current image.
pub fn undo_last(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    if app.place().is_changing(&name) {
        let words = format!("{name}: its last change is still in progress. Undo it when it is done.");
        return app.notify(fx, Tone::Plain, words);
    }
    match app.place().history.last_change(&name).cloned() {
        Some(entry) => match whole_of(app, &entry) {
            Some(plan) => undo_plan(app, fx, &plan),
            None => undo(app, fx, &entry),
        },
        None => app.notify(fx, Tone::Plain, format!("{name}: sagescope hasn't changed it yet.")),
    }
}

/// Undoes the change under the cursor: of several, all that was changed.
pub fn undo_chosen(app: &mut App, fx: &mut Effects) {
    match app.chosen_row() {
        None => {}
        Some(HistoryRow::Plan(plan)) => {
            let id = plan.id.clone();
            undo_plan(app, fx, &id);
        }
        Some(HistoryRow::Step(entry)) if !entry.changed_something() => say_nothing_to_undo(app, fx),
        Some(HistoryRow::Step(entry)) => {
            let entry = entry.clone();
            app.place_mut().overlays.pop();
            undo(app, fx, &entry);
        }
    }
}

/// The plan that an entry is part of, where that changes one subject in several steps: undone is all of it
/// or nothing.
fn whole_of(app: &App, entry: &Entry) -> Option<EntryId> {
    let history = &app.place().history;
    let plan = history.plan_of(entry)?;
    let is_of_one = plan.subjects().all(|subject| subject == entry.subject());
    is_of_one.then(|| plan.id.clone())
}

/// Undoes all that a plan has changed.
fn undo_plan(app: &mut App, fx: &mut Effects, id: &EntryId) {
    let history = &app.place().history;
    let steps = history.plan(id).map(|plan| history.steps_of(plan)).unwrap_or_default();
    let changed = steps.into_iter().filter(|entry| entry.changed_something());
    let steps: Vec<_> = changed.map(|entry| (entry.before.clone(), entry.after.clone())).collect();
    match steps.as_slice() {
        [] => say_nothing_to_undo(app, fx),
        [_] => undo_only(app, fx, id),
        _ => undo_several(app, fx, id.clone(), &steps),
    }
}

fn say_nothing_to_undo(app: &mut App, fx: &mut Effects) {
    let words = "Nothing to undo: this changed nothing, or its outcome is unknown.";
    app.notify(fx, Tone::Plain, words.into());
}

/// Undoes the only step of a plan that changed something.
fn undo_only(app: &mut App, fx: &mut Effects, plan: &EntryId) {
    let history = &app.place().history;
    let steps = history.plan(plan).map(|plan| history.steps_of(plan)).unwrap_or_default();
    let changed = steps.into_iter().find(|entry| entry.changed_something()).cloned();
    if let Some(entry) = changed {
        close_history(app);
        undo(app, fx, &entry);
    }
}

fn close_history(app: &mut App) {
    if matches!(app.top(), Some(Overlay::History(_))) {
        app.place_mut().overlays.pop();
    }
}

/// Opens the inverse of what a plan has changed; the review follows.
fn undo_several(app: &mut App, fx: &mut Effects, plan: EntryId, steps: &[(Snapshot, Snapshot)]) {
    if app.is_read_only() {
        return form::say_read_only(app, fx);
    }
    let now = app.now;
    let Some(subject) = Subject::of_all(steps.iter().map(|(before, _)| before.subject())) else { return };
    let mut form = Form::to_undo_several(subject.clone(), steps, now);
    following::fetch(app, &subject);
    if has_other_draft(app, &subject, Some(&plan)) {
        return say_draft(app, fx, &subject);
    }
    close_history(app);
    app.notices.clear_passing();
    form.undoes = Some(plan);
    form.review_next = true;
    app.place_mut().forms.insert(subject.clone(), form);
    app.place_mut().overlays.push(Overlay::Form(subject.clone()));
    base::read_base(app, fx, &subject);
}

/// Whether something is typed that is nowhere else. What of a plan was not sent is in the history, which
/// can go on with it.
fn has_other_draft(app: &App, subject: &Subject, plan: Option<&EntryId>) -> bool {
    let Some(form) = app.place().forms.get(subject).filter(|form| form.is_draft()) else { return false };
    let history = &app.place().history;
    let Some(plan) = plan.and_then(|id| history.plan(id)) else { return true };
    let mut rest: BTreeMap<Subject, Changes> = BTreeMap::new();
    for (before, after) in history.unsent(plan) {
        rest.entry(before.subject()).or_default().merge(&before.changes_to(&after));
    }
    let mut typed: BTreeMap<Subject, Changes> = BTreeMap::new();
    for step in form.plan().unwrap_or_default().steps {
        typed.entry(step.subject()).or_default().merge(step.call.changes());
    }
    form.first_problem().is_some() || !form.stashed().is_empty() || rest != typed
}

fn say_draft(app: &mut App, fx: &mut Effects, subject: &Subject) {
    let key = app.keymap.first_key(Action::Drafts);
    let words =
        format!("{subject}: there is a draft that undoing would replace. Send or discard it first ({key}).");
    app.notify(fx, Tone::Plain, words);
}

/// Opens the inverse of a write as a form; the review follows when the image has been read and is
/// as that write left it. If it is not, that is a conflict, and shown as one.
fn undo(app: &mut App, fx: &mut Effects, entry: &Entry) {
    if app.is_read_only() {
        form::say_read_only(app, fx);
        return;
    }
    let subject = entry.subject();
    if let Some(image) = subject.images().next() {
        selection::select(app, fx, image);
    }
    following::fetch(app, &subject);
    let plan = entry.part_of.as_ref().map(|part| &part.plan);
    if has_other_draft(app, &subject, plan) {
        return say_draft(app, fx, &subject);
    }
    app.notices.clear_passing();
    let now = app.now;
    let mut form = Form::to_undo(&entry.before, &entry.after, now);
    form.undoes = Some(entry.id.clone());
    form.review_next = true;
    app.place_mut().forms.insert(subject.clone(), form);
    app.place_mut().overlays.push(Overlay::Form(subject.clone()));
    base::read_base(app, fx, &subject);
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
}
