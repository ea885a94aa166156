//! What earlier sessions left: their drafts become forms, their journal the history.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry as Slot;

use crate::app::update::places::alike;
use crate::app::{App, DraftText, Effect, Effects, Form, PlaceId, Recalled, Tone};
use crate::domain::{ArnParts, PlaceKey, Text};
use crate::edit::{Draft, Entry, EntryId, PlanEntry, Snapshot, Subject, Verdict, Wanted};
use crate::keys::Action;

use super::{following, keeping, unsettled};

/// Asks the disk what earlier sessions left, once it is known where we are, and again when that
/// turns out to be elsewhere. What was typed before the account was known is brought over.
pub fn ask(app: &mut App, fx: &mut Effects, id: PlaceId) {
    let mode = app.mode;
    let place = &mut app.places[id.0];
    let Some(key) = place.key(mode).filter(|key| place.recalled.as_ref() != Some(key)) else { return };
    let unknown = place.unknown_key();
    place.recalled = Some(key.clone());
    if key != unknown && !mode.demo {
        fx.push(Effect::Recall { place: id, key: unknown });
    }
    let is_known_here =
        alike::others(app, id).into_iter().any(|other| app.places[other.0].recalled.as_ref() == Some(&key));
    if is_known_here {
        // What is typed follows the person, and nobody else.
        let here = app.here;
        if id == here || alike::others(app, id).contains(&here) {
            following::gather(app, fx, here, false);
        }
    } else {
        fx.push(Effect::Recall { place: id, key });
    }
    keeping::keep(app, fx, false);
}

/// What earlier sessions left has come.
pub fn recalled(app: &mut App, fx: &mut Effects, id: PlaceId, key: &PlaceKey, recalled: Recalled) {
    for trouble in recalled.troubles {
        app.report(fx, trouble);
    }
    let place = &mut app.places[id.0];
    let (here, unknown) = (place.key_or_unknown(app.mode), place.unknown_key());
    let is_kept_here = place.kept_under.get_or_insert_with(|| here.clone()) == &here;
    // Only words that were kept while nobody knew whose they were may turn out to be of here.
    let is_of_here = |draft: &Draft| *key == here || *key == unknown && belongs(draft, &here);
    let drafts: Vec<_> = recalled.drafts.into_iter().filter(is_of_here).collect();
    let subjects: BTreeSet<_> = drafts.iter().map(|draft| draft.subject.clone()).collect();
    for draft in drafts {
        take_up(app, id, draft, is_kept_here && *key == here);
    }
    if !subjects.is_empty() {
        say_found(app, fx, id, subjects.len());
        fx.push(Effect::MarkLoaded { place: key.clone(), subjects: subjects.iter().cloned().collect() });
    }
    keeping::keep(app, fx, false);
    if *key != here {
        bring_over(app, fx, id, (key, &here), subjects);
    }
    // What was noted while nobody knew whose account it was is of here only if its image is.
    let is_its = |entry: &Entry| *key == here || *key == unknown && is_of(entry.before.identity(), &here);
    let entries: Vec<_> = recalled.entries.into_iter().filter(is_its).collect();
    let is_ours = |plan: &PlanEntry| {
        *key == here
            || *key == unknown && plan.steps.iter().all(|(before, _)| is_of(before.identity(), &here))
    };
    let plans: Vec<_> = recalled.plans.into_iter().filter(is_ours).collect();
    app.places[id.0].history.recall_plans(plans);
    unsettled::recalled(app, fx, id, entries, &recalled.alive);
    follow_half_done(app, id);
    say_cut_short(app, fx, id, &recalled.alive);
    // It may have been asked for by a place that was left meanwhile.
    let here = app.here;
    if id != here && alike::others(app, id).contains(&here) {
        following::gather(app, fx, here, false);
    }
}

/// Takes the words of an earlier session into a form. What the disk holds for its image is known if they
/// were kept for `here`, and this session has kept nothing beside them.
fn take_up(app: &mut App, id: PlaceId, draft: Draft, is_kept_here: bool) {
    let now = app.now;
    let subject = draft.subject.clone();
    let others = alike::others(app, id);
    let place = &app.places[id.0];
    let is_kept_too = place.kept.contains_key(&subject)
        || others.iter().any(|other| app.places[other.0].forms.contains_key(&subject));
    let Wanted { typed, removed, presets, moves: _ } = draft.wanted.clone();
    let words = DraftText { typed, removed, stashed: draft.stashed.clone(), presets };
    let place = &mut app.places[id.0];
    if is_kept_here {
        place.kept.insert(subject.clone(), (!is_kept_too).then(|| words.clone()));
    }
    let form = match place.forms.entry(subject) {
        Slot::Occupied(form) => {
            let form = form.into_mut();
            form.take_up(draft, now);
            let key = app.keymap.first_key(Action::PutBack);
            form.remark =
                Some(format!("Your earlier draft is back. Press {key} in a field to see its other text."));
            form
        }
        Slot::Vacant(slot) => slot.insert(Form::from_draft(draft, now)),
    };
    form.note_left(words);
}

/// The draft of a subject that was changed by half, in several steps, stands against what those that were
/// verified have left. (The draft was kept before they were sent.)
fn follow_half_done(app: &mut App, id: PlaceId) {
    let place = &mut app.places[id.0];
    for plan in place.history.unfinished() {
        let Some(subject) = Subject::of_all(plan.subjects()) else { continue };
        let Some(form) = place.forms.get_mut(&subject) else { continue };
        let steps = place.history.steps_of(plan).into_iter();
        for entry in steps.filter(|it| it.subject() == subject && it.verdict == Some(Verdict::Verified)) {
            form.follow_step(&entry.before, &entry.after);
        }
    }
}

/// Changes of several images that an earlier session did not send whole.
fn say_cut_short(app: &mut App, fx: &mut Effects, id: PlaceId, alive: &[EntryId]) {
    let place = &app.places[id.0];
    let is_running = |plan: &&PlanEntry| {
        alive.contains(&plan.id) || place.flows.values().any(|flow| flow.plan.as_ref() == Some(&plan.id))
    };
    let cut_short: Vec<_> = place.history.unfinished().filter(|plan| !is_running(plan)).collect();
    let Some(plan) = cut_short.first() else { return };
    let unsent = place.history.unsent(plan);
    let whole = Subject::of_all(plan.subjects());
    let amount = |steps: &[(Snapshot, Snapshot)]| match &whole {
        Some(whole) => whole.amount(steps.iter().map(|(before, _)| before.subject())),
        None => steps.len(),
    };
    let (all, unsent) = (amount(&plan.steps), amount(&unsent));
    let more = match cut_short.len() - 1 {
        0 => String::new(),
        1 => " So was 1 other.".into(),
        more => format!(" So were {more} others."),
    };
    let key = app.keymap.keys_of_history(true);
    let were = if unsent == 1 { "was" } else { "were" };
    let words = match whole {
        Some(subject) if !subject.is_several() => {
            let sent = subject.counted(unsent);
            format!(
                "A change to {subject} was interrupted: {sent} of {all} {were} not sent.{more} Press {key} \
                 to see it."
            )
        }
        subject => {
            let all = subject.map_or_else(|| format!("{all} steps"), |subject| subject.counted(all));
            format!(
                "A change to {all} was interrupted: {unsent} {were} not sent.{more} Press {key} to see \
                     it."
            )
        }
    };
    app.notify_at(fx, id, Tone::Bad, words);
}

fn say_found(app: &mut App, fx: &mut Effects, id: PlaceId, found: usize) {
    let words = if found == 1 { "1 draft is".into() } else { format!("{found} drafts are") };
    let key = app.keymap.first_key(Action::Drafts);
    app.notify_at(
        fx,
        id,
        Tone::Plain,
        format!(
            "{words} left from earlier sessions. Press {key} to list \
                                                drafts."
        ),
    );
}

/// Drafts that were kept under one key are of another: they are forgotten there once they are kept here.
fn bring_over(
    app: &mut App,
    fx: &mut Effects,
    id: PlaceId,
    (from, to): (&PlaceKey, &PlaceKey),
    subjects: BTreeSet<Subject>,
) {
    let now = app.now;
    for subject in subjects {
        let Some(words) = app.places[id.0].forms.get(&subject).map(Form::words) else { continue };
        if !words.is_empty() {
            keeping::write(app, fx, id, to, &subject, now);
            let place = &mut app.places[id.0];
            if place.kept_under.as_ref() == Some(to) {
                place.kept.insert(subject.clone(), Some(words));
            }
        }
        fx.push(Effect::Forget { place: from.clone(), subject });
    }
}

/// Whether a draft that was kept while the account was not known is of the account that is known
/// now: its image's ARN tells.
fn belongs(draft: &Draft, here: &PlaceKey) -> bool {
    is_of(draft.base.as_ref().and_then(Snapshot::identity), here)
}

fn is_of(arn: Option<&Text>, here: &PlaceKey) -> bool {
    let account = here.account.as_str().split('@').next();
    arn.is_none_or(|arn| ArnParts::of(arn.as_str()).map(|arn| arn.account) == account)
}
