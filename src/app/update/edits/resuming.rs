//! What of a change of several images was not sent: gone on with, or left.

use std::collections::BTreeMap;

use crate::app::{App, Effects, Form, Overlay, Tone};
use crate::edit::{Snapshot, Subject};
use crate::keys::Action;

use super::{base, flows, following, form, journal};

/// Opens the form of what was not sent of the plan under the cursor; the review follows when it has been
/// read. Nothing is sent before it has been seen again.
pub fn go_on(app: &mut App, fx: &mut Effects) {
    if app.is_read_only() {
        return form::say_read_only(app, fx);
    }
    let Some(plan) = app.chosen_plan() else { return };
    let whole = Subject::of_all(plan.subjects());
    let rest = app.place().history.unsent(plan);
    let has_draft = |whole: &Subject| app.place().forms.get(whole).is_some_and(Form::is_draft);
    let draft = whole.filter(has_draft);
    let subject = Subject::of_all(rest.iter().map(|(before, _)| before.subject()));
    app.place_mut().overlays.pop();
    match (draft, subject) {
        // Its words are all there, also what was typed since.
        (Some(draft), _) => form::open_of(app, fx, &draft),
        (None, Some(subject)) => open(app, fx, &subject, &rest),
        (None, None) => {}
    }
}

/// Opens a form that makes each second of these pairs of the first.
fn open(app: &mut App, fx: &mut Effects, subject: &Subject, steps: &[(Snapshot, Snapshot)]) {
    following::fetch(app, subject);
    if app.place().forms.get(subject).is_some_and(Form::is_draft) {
        let key = app.keymap.first_key(Action::Drafts);
        let words =
            format!("{subject}: there is a draft that this would replace. Send or discard it first ({key}).");
        return app.notify(fx, Tone::Plain, words);
    }
    app.notices.clear_passing();
    let mut form = Form::open(subject.clone(), app.place().known_of(subject).as_ref(), app.now);
    form.preset(steps.iter().map(|(before, after)| (before.subject(), wanted(before, after))));
    form.review_next = true;
    app.place_mut().forms.insert(subject.clone(), form);
    app.place_mut().overlays.push(Overlay::Form(subject.clone()));
    base::read_base(app, fx, subject);
}

/// What fields are to hold that are not as before.
fn wanted(before: &Snapshot, after: &Snapshot) -> BTreeMap<crate::edit::FieldKey, Option<String>> {
    before.differences(after).into_iter().map(|it| (it.key, it.now)).collect()
}

/// Leaves what of the plan under the cursor was not sent: no more of it goes out, and it is not asked
/// about again.
pub fn leave(app: &mut App, fx: &mut Effects) {
    let Some(plan) = app.chosen_plan() else { return };
    let (id, unsent) = (plan.id.clone(), app.place().history.unsent(plan));
    let whole = Subject::of_all(plan.subjects());
    let steps = unsent.iter().map(|(before, _)| before.subject());
    let count = whole.as_ref().map_or(unsent.len(), |whole| whole.amount(steps));
    let running = app.flow_of_plan(plan).map(|flow| flow.subject.clone());
    let here = app.here;
    if let Some(subject) = running {
        flows::call_off(app, fx, here, &subject);
    }
    journal::leave(app, fx, here, &id);
    app.notify(fx, Tone::Plain, left(whole.as_ref(), count));
}

/// Said where so much of a plan was left.
fn left(whole: Option<&Subject>, count: usize) -> String {
    match whole {
        Some(subject) if !subject.is_several() => {
            format!("{subject}: {} skipped.", subject.counted(count))
        }
        Some(subject) => format!("Skipped: {}.", subject.counted(count)),
        None => "Skipped the rest.".into(),
    }
}
