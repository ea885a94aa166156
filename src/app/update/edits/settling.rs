//! What became of what was sent: in words, in the journal, and for the form that it came from.

use crate::app::ticket::StepId;
use crate::app::{App, Effects, Overlay, PlaceId, Tone};
use crate::domain::{ImageStatus, Text};
use crate::edit::{Change, Difference, FieldKey, Outcome, Snapshot, Subject, Verdict};
use crate::flow::{Flow, Part, Stop, Write};
use crate::keys::{Action, Keymap};

use super::{form, journal, lookup, reviews};

/// A step has settled.
pub fn settled(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    step: StepId,
    outcome: &Outcome,
    read: Option<&Snapshot>,
) {
    let Some((of_form, write)) = ended(app, place, step) else { return };
    let subject = write.step.subject();
    journal::settle(app, fx, place, write.entry.clone(), &outcome.verdict());
    if let Some(read) = read {
        rebase_draft(app, place, &of_form, &write, outcome, read);
        reviews::base_moved(app, fx, place, &of_form);
    }
    if write.is_earlier && lookup::count(app, fx, place, outcome) {
        return;
    }
    let is_one_of_several = steps_of(app, place, step) > 1;
    let is_verified = *outcome == Outcome::Verified;
    if is_verified && (is_one_of_several || is_cut_short(app, place, &write)) {
        // All of them are told in one: at the end, or where it is told what is missing.
        return;
    }
    let (tone, words) = words(&app.keymap, &subject, outcome, &opens(app, place, &of_form));
    // Good news may pass, but not before somebody can have looked up from other work.
    let good = app.pace.notice * 5;
    app.notify_for(fx, Some(place), tone, words, (tone == Tone::Good).then_some(good));
}

/// What became of a step can't be told: another thing has its subject's name.
pub fn another(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, arn: &Text) {
    let Some((_, write)) = ended(app, place, step) else { return };
    let subject = write.step.subject();
    let words = format!("{subject}: outcome unknown; this name now belongs to another image, {arn}.");
    // It is not asked for again.
    journal::settle(app, fx, place, write.entry, &Verdict::Unknowable);
    app.notify_at(fx, place, Tone::Bad, words);
}

/// Whether it was part of a change of an earlier session of which something was not sent.
fn is_cut_short(app: &App, place: PlaceId, write: &Write) -> bool {
    let history = &app.places[place.0].history;
    let entry = write.entry.as_ref().and_then(|id| history.get(id)).filter(|_| write.is_earlier);
    let plan = entry.and_then(|entry| history.plan_of(entry));
    plan.is_some_and(|plan| !plan.is_left && !history.unsent(plan).is_empty())
}

/// How many steps the flow of a step has.
fn steps_of(app: &App, place: PlaceId, step: StepId) -> usize {
    app.places[place.0].flows.get(&step.flow).map_or(0, |flow| flow.parts.len())
}

/// A step that has come to its end, and whose form it came from.
fn ended(app: &App, place: PlaceId, step: StepId) -> Option<(Subject, Write)> {
    let flow = app.places[place.0].flows.get(&step.flow)?;
    Some((flow.subject.clone(), flow.parts.get(step.at)?.write()?.clone()))
}

/// Nothing more of a flow is under way. Of several that went well, and of what was not sent of them,
/// it is told now.
pub fn over(app: &mut App, fx: &mut Effects, place: PlaceId, flow: &Flow) {
    let all = flow.parts.len();
    if all < 2 {
        return;
    }
    let verified = flow.verified().count();
    let is_open = app.places[place.0].overlays.contains(&Overlay::Form(flow.subject.clone()));
    let forms = &mut app.places[place.0].forms;
    if verified == all {
        if forms.get(&flow.subject).is_some_and(|form| !is_open && !form.is_draft()) {
            forms.remove(&flow.subject);
        }
        let words = whole(&flow.subject, amount(flow, |_| true));
        let good = app.pace.notice * 5;
        return app.notify_for(fx, Some(place), Tone::Good, words, Some(good));
    }
    // As the history counts them.
    let unsent = amount(flow, Part::is_without_effect);
    let has_begun = flow.parts.iter().any(Part::has_gone_out);
    // Before anything went out, the review says it, or the form that it was called off.
    if unsent == 0 || !has_begun {
        return;
    }
    let is_of_several = flow.subject.images().count() > 1;
    let (history, drafts) = (app.keymap.keys_of_history(is_of_several), app.keymap.first_key(Action::Drafts));
    let why = flow.parts.iter().find_map(stopped).map_or(String::new(), |why| format!(" {why}"));
    let all = amount(flow, |_| true);
    let part = flow.subject.changed_of(all - amount(flow, |part| !part.is_verified()), all);
    let words = format!(
        "{part} and verified{}.{}{why} Press {history} for the history, {drafts} for the draft.",
        not_made(flow, unsent),
        unheld(flow)
    );
    app.notify_for(fx, Some(place), Tone::Bad, words, None);
}

/// What of it was not made: `, 1 was refused, 2 were not sent`.
fn not_made(flow: &Flow, unsent: usize) -> String {
    let were = |count: usize| if count == 1 { "was" } else { "were" };
    let refused = amount(flow, |part| matches!(part, Part::Refused(..)));
    let left = unsent.saturating_sub(refused);
    match (flow.subject.is_several(), refused, left) {
        (true, ..) | (false, 0, _) => format!(", {unsent} {} not sent", were(unsent)),
        (false, _, 0) => format!(", {refused} {} rejected", were(refused)),
        (false, ..) => {
            format!(", {refused} {} rejected, {left} {} not sent", were(refused), were(left))
        }
    }
}

/// The entries that were taken away to be given again, and were not given, in a sentence.
fn unheld(flow: &Flow) -> String {
    let does = |key: &FieldKey, is_it: fn(&Change<String>) -> bool| {
        flow.verified().any(|step| is_it(step.call.changes().of(key)))
    };
    let is_lost = |key: &FieldKey| {
        does(key, |change| matches!(change, Change::Clear)) && !does(key, |it| matches!(it, Change::Set(_)))
    };
    let gaps = flow.plan_of().gaps();
    let lost: Vec<_> = gaps.iter().filter(|key| is_lost(key)).filter_map(|key| key.entry_name()).collect();
    if lost.is_empty() { String::new() } else { format!(" No version has {} now.", lost.join(", ")) }
}

/// How much of what a flow changes those of its steps are.
fn amount(flow: &Flow, is_one: impl Fn(&Part) -> bool) -> usize {
    let steps = flow.parts.iter().filter(|part| is_one(part));
    flow.subject.amount(steps.map(|part| part.step().subject()))
}

/// Said where all steps were verified.
fn whole(subject: &Subject, all: usize) -> String {
    match subject {
        Subject::Image(_) | Subject::Images(_) => {
            format!("{all} images: verified. Each is CREATED with the values you sent.")
        }
        Subject::TagsOf(_) => format!("Tags of {all} images: verified. All are as sent."),
        Subject::Version(..) | Subject::Aliases(_) | Subject::Tags(_) => {
            format!("{subject}: verified. {} as sent.", subject.the_noun_is())
        }
    }
}

/// Why a step of several was stopped, in a sentence.
fn stopped(part: &Part) -> Option<String> {
    let (write, stop) = match part {
        Part::Stopped(write, stop) => (write, stop),
        Part::Refused(write, failure) => {
            return Some(format!("{}: {}.", write.step.subject(), failure.headline()));
        }
        Part::Waiting(_) | Part::Out(_) | Part::Settled(..) => return None,
    };
    let subject = write.step.subject();
    Some(match stop {
        Stop::Failure(failure) | Stop::AliasHeld(failure) => format!("{subject}: {}.", failure.headline()),
        Stop::Conflict(_) => format!("{subject}: someone else changed it."),
        Stop::Changing(status) => format!("{subject}: {status}."),
        Stop::Busy => format!("{subject}: an earlier change is in progress."),
        Stop::Moved => format!("{subject}: no longer matches the review."),
        Stop::NotNoted(trouble) => trouble.clone(),
        Stop::Doubt => "The credentials may have changed.".into(),
        Stop::Another(arn) => format!("{subject}: this name now belongs to another image, {arn}."),
    })
}

/// The draft stands against its subject as it is now: what was written is no draft any more.
fn rebase_draft(
    app: &mut App,
    place: PlaceId,
    of_form: &Subject,
    write: &Write,
    outcome: &Outcome,
    read: &Snapshot,
) {
    let is_open = app.places[place.0].overlays.contains(&Overlay::Form(of_form.clone()));
    let forms = &mut app.places[place.0].forms;
    let Some(form) = forms.get_mut(of_form) else { return };
    match outcome {
        Outcome::Differs(_) => {
            // What was typed since it was sent meets what the other hand made of it.
            form.rebase_part(write.step.after());
            form.meet_part(read.clone());
        }
        Outcome::Unknowable => form.meet_part(read.clone()),
        Outcome::Verified
        | Outcome::Failed(_)
        | Outcome::Otherwise(_)
        | Outcome::NotApplied
        | Outcome::Gone => form.rebase_part(read.clone()),
    }
    if *of_form != write.step.subject() {
        return;
    }
    if *outcome == Outcome::Verified {
        form.forget_stashed();
    }
    if !is_open && !form.is_draft() {
        forms.remove(of_form);
    }
}

fn verified(name: &Subject) -> String {
    match name {
        Subject::Version(..) => format!("{name}: verified. It has the values you sent."),
        Subject::Image(_) | Subject::Images(_) => {
            format!("{name}: verified. It is CREATED with the values you sent.")
        }
        Subject::Aliases(_) => format!("{name}: verified. Each points to the version you sent."),
        Subject::Tags(_) | Subject::TagsOf(_) => format!("{name}: verified. They are as sent."),
    }
}

/// What leads to the draft that is kept.
fn opens(app: &App, place: PlaceId, of_form: &Subject) -> String {
    match form::opened_by(app, of_form).filter(|_| place == app.here) {
        Some(action) => format!("press {} to open it", app.keymap.first_key(action)),
        None => format!("press {} to list it", app.keymap.first_key(Action::Drafts)),
    }
}

fn words(keymap: &Keymap, name: &Subject, outcome: &Outcome, opens: &str) -> (Tone, String) {
    match outcome {
        Outcome::Verified => (Tone::Good, verified(name)),
        Outcome::Failed(reason) => {
            let reason = reason.as_ref().map_or("no reason given", |reason| reason.as_str());
            let (edit, undo) = (keymap.first_key(Action::Edit), keymap.first_key(Action::Undo));
            (Tone::Bad, format!("{name}: the update failed: {reason} (press {edit} to edit, {undo} to undo)"))
        }
        Outcome::Otherwise(status) => {
            let status = status.as_ref().map_or("without a status", ImageStatus::word);
            (Tone::Bad, format!("{name}: it has the values you sent, but it is {status}, not CREATED."))
        }
        Outcome::Differs(differences) if differences.is_empty() => (
            Tone::Bad,
            format!(
                "{name}: it has the values you sent, but its LastModifiedTime hasn't \
                                 changed."
            ),
        ),
        Outcome::Differs(differences) => {
            let list: Vec<_> = differences.iter().map(Difference::words).collect();
            (
                Tone::Bad,
                format!(
                    "{name}: differs from what you sent; someone else may have changed it. {}.",
                    list.join("; ")
                ),
            )
        }
        Outcome::NotApplied => {
            (Tone::Bad, format!("{name}: not changed. The request was lost; your draft is kept, {opens}."))
        }
        Outcome::Gone => {
            let what = if matches!(name, Subject::Version(..)) { "version" } else { "image" };
            (Tone::Bad, format!("{name}: the {what} is gone; outcome of the update unknown."))
        }
        Outcome::Unknowable => (
            Tone::Bad,
            format!(
                "{name}: outcome of an earlier change unknown; someone else changed the {} since.",
                name.noun()
            ),
        ),
    }
}
