//! Edits that are on their way: what a flow asks for becomes effects, and what it tells of becomes
//! words, forms and the journal.

use crate::app::ticket::{Purpose, Reason, StepId};
use crate::app::update::places::alike;
use crate::app::{App, Attempt, Effect, Effects, History, Overlay, PlaceId, Timer, Tone};
use crate::domain::{Failure, FailureClass, Text};
use crate::edit::{AliasMoves, Entry, EntryId, Plan, Snapshot, Step, Subject, Verdict};
use crate::flow::{Ask, Event, Facts, Flow, FlowId, Part, Stop};

use crate::app::update::refreshing::ending;

use super::{alerts, journal, lookup, reviews, settling, ticking};

/// What a flow has to know of the world, as it is now.
pub fn facts(app: &App, place: PlaceId) -> Facts {
    Facts { now: app.now, unit: app.pace.read_back, in_doubt: app.is_in_doubt(place) }
}

/// How a flow is to begin.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// Whether its subject was read just now, and is as the edit began from it.
    pub is_checked: bool,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// The entry that it undoes.
    pub undoes: Option<EntryId>,
}

/// Begins to send a plan that the form of `subject` stands for.
pub fn begin(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (subject, plan): (Subject, Plan),
    beginning: Beginning,
) {
    let id = next_id(app);
    let entry = (plan.steps.len() > 1).then(|| journal::next_id(app));
    let plan = undoing(&app.places[place.0].history, plan, beginning.undoes.as_ref());
    take_over(app, fx, place, &plan);
    let mut flow = Flow::new(subject, plan, entry, beginning.unnoted);
    flow.undoes = beginning.undoes;
    let asks = flow.begin(beginning.is_checked, app.now);
    app.places[place.0].flows.insert(id, flow);
    perform_all(app, fx, place, id, asks);
}

/// The same plan, each step with the entry that it undoes: that of a step of its own, where a plan of
/// several is undone.
fn undoing(history: &History, mut plan: Plan, undone: Option<&EntryId>) -> Plan {
    let Some(undone) = undone else { return plan };
    let steps = history.plan(undone).map(|plan| history.steps_of(plan)).unwrap_or_default();
    for step in &mut plan.steps {
        let is_its = |entry: &&&Entry| {
            let made = entry.before.changes_to(&entry.after);
            let takes_back = step.call.changes().all().any(|(key, _)| !made.of(key).is_keep());
            entry.subject() == step.subject() && takes_back
        };
        let of_step = steps.iter().find(is_its).map(|entry| &entry.id);
        step.undoes = of_step.or(history.get(undone).map(|entry| &entry.id)).cloned();
    }
    plan
}

/// What earlier plans did not send and this one does is not asked about any more.
fn take_over(app: &mut App, fx: &mut Effects, place: PlaceId, plan: &Plan) {
    let subjects: Vec<_> = plan.steps.iter().map(Step::subject).collect();
    let history = &app.places[place.0].history;
    let is_whole = |(before, _): &(Snapshot, Snapshot)| subjects.contains(&before.subject());
    let taken = history.unfinished().filter(|plan| history.unsent(plan).iter().all(is_whole));
    let taken: Vec<_> = taken.map(|plan| plan.id.clone()).collect();
    for id in taken {
        journal::leave(app, fx, place, &id);
    }
}

/// A number for a flow that no other has in this session.
pub fn next_id(app: &mut App) -> FlowId {
    app.flows_begun += 1;
    FlowId(app.flows_begun)
}

/// Something happened that a step waited for.
pub fn tell(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, event: Event) {
    let facts = facts(app, place);
    let Some(flow) = app.places[place.0].flows.get_mut(&step.flow) else { return };
    let is_unanswered = matches!(event, Event::Answered(Err(_)));
    let asks = flow.step(step.at, event, &facts);
    if is_unanswered {
        let flow = flow.clone();
        alerts::unknown(app, fx, place, &flow);
    }
    perform_all(app, fx, place, step.flow, asks);
}

/// A record that a flow waited for is in the journal, or could not be written.
pub fn noted(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, noted: Result<(), String>) {
    let is_plan = app.places[place.0].flows.get(&step.flow).is_some_and(Flow::awaits_its_plan);
    let event = if is_plan { Event::PlanNoted(noted) } else { Event::Noted(noted) };
    tell(app, fx, place, step, event);
}

/// Nothing more of the flow of a subject goes out; what is out is followed up. Tells whether something
/// was called off.
pub fn call_off(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) -> bool {
    let Some((id, _)) = app.places[place.0].flow_of(subject) else { return false };
    let Some(flow) = app.places[place.0].flows.get_mut(&id) else { return false };
    let was_halted = flow.is_halted;
    let plan = flow.plan.clone();
    let was_begun = flow.parts.iter().any(Part::has_gone_out);
    let Some(asks) = flow.call_off() else { return !was_halted && flow.has_waiting() };
    if let Some(plan) = plan.filter(|_| !was_begun) {
        journal::leave(app, fx, place, &plan);
    }
    perform_all(app, fx, place, id, asks);
    true
}

fn perform_all(app: &mut App, fx: &mut Effects, place: PlaceId, id: FlowId, asks: Vec<(usize, Ask)>) {
    for (at, ask) in asks {
        perform(app, fx, place, StepId { flow: id, at }, ask);
    }
}

fn perform(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, ask: Ask) {
    let Some(flow) = app.places[place.0].flows.get(&step.flow) else { return };
    let Some(part) = flow.parts.get(step.at) else { return };
    let subject = part.step().subject();
    match ask {
        Ask::NotePlan => journal::note_plan(app, fx, place, step.flow),
        Ask::Check => app.read_subject(fx, place, &subject, Reason::Check(step)),
        Ask::Note => journal::note(app, fx, place, step),
        Ask::Send(call) => {
            ending::supersede(app, fx, place, &subject);
            if let Err(failure) = app.send_call(fx, place, Purpose::Send(subject, step), call) {
                tell(app, fx, place, step, Event::Answered(Err(failure)));
            }
        }
        Ask::Wake(delay) => fx.push(Effect::After { timer: Timer::Step(place, step), delay }),
        Ask::ReadBack if part.out().is_some_and(|write| write.is_earlier) => lookup::queue(app, place, step),
        Ask::ReadBack => app.read_subject(fx, place, &subject, Reason::ReadBack(step)),
        Ask::Postpone => lookup::failed(app, fx, place, step),
        Ask::Sent => {
            let of_form = flow.subject.clone();
            reviews::close(app, place, &of_form);
            ticking::tick(app, fx);
        }
        Ask::TakenBack(entry) => taken_back(app, fx, place, step, entry),
        Ask::Stopped { stop, read } => stopped(app, fx, place, step, stop, read),
        Ask::Refused(failure) => refused(app, fx, place, step, failure),
        Ask::Settled { outcome, read } => settling::settled(app, fx, place, step, &outcome, read.as_ref()),
        Ask::Another(arn) => settling::another(app, fx, place, step, &arn),
        Ask::Over => end_if_over(app, fx, place, step.flow),
    }
}

/// A step was being checked or noted, and does not go out: nothing was changed by it.
fn taken_back(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, entry: Option<EntryId>) {
    journal::settle(app, fx, place, entry, &Verdict::NotApplied);
    app.end_calls(fx, place, |purpose| match purpose {
        Purpose::Read(_, Reason::Check(of)) => *of == step,
        _ => false,
    });
}

/// A step was stopped before it went out: nothing was changed by it.
fn stopped(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, why: Stop, read: Option<Snapshot>) {
    let Some(flow) = app.places[place.0].flows.get(&step.flow) else { return };
    let of_form = flow.subject.clone();
    let Some(part) = flow.parts.get(step.at) else { return };
    let (subject, entry) = (part.step().subject(), part.write().and_then(|write| write.entry.clone()));
    // A plan that could not be noted was never begun with: the next attempt has one of its own.
    if let Some(plan) = flow.plan.clone().filter(|_| flow.parts.iter().all(|part| part.write().is_none())) {
        app.notes.drop_unsent(&plan);
        for at in alike::with(app, place) {
            app.places[at.0].history.remove_plan(&plan);
        }
    }
    if let Stop::NotNoted(trouble) = &why {
        if let Some(entry) = journal::conclude(app, place, entry, &Verdict::NotApplied) {
            app.notes.put_off(crate::edit::Record::Step(Box::new(entry)));
        }
        let (now, doing) = (app.now, format!("recording the change to {subject}"));
        let failure = Failure::new(FailureClass::OwnFile, trouble);
        app.errors.add(now, Attempt::Other, doing, failure);
    } else {
        journal::settle(app, fx, place, entry, &Verdict::NotApplied);
    }
    if let (Stop::Conflict(_), Some(read)) = (&why, read)
        && let Some(form) = app.places[place.0].forms.get_mut(&of_form)
    {
        form.meet_part(read);
    }
    reviews::say_elsewhere(app, fx, place, &of_form);
    let of_several = (subject != of_form).then_some(&subject);
    match why {
        Stop::Conflict(foreign) if of_several.is_none() => {
            reviews::meet_conflict(app, place, &of_form, foreign);
        }
        why => reviews::refuse_part(app, place, &of_form, of_several, &why),
    }
}

/// A step was refused: nothing was changed by it, every word is still in the form.
fn refused(app: &mut App, fx: &mut Effects, place: PlaceId, step: StepId, failure: Failure) {
    let Some(flow) = app.places[place.0].flows.get(&step.flow) else { return };
    let of_form = flow.subject.clone();
    let Some(part) = flow.parts.get(step.at) else { return };
    let (call, entry) = (part.step().call.clone(), part.write().and_then(|write| write.entry.clone()));
    let has_gone_on = flow.parts.iter().any(Part::has_gone_out);
    let is_held = part.step().is_refused_move(&failure);
    if is_held {
        // From now on it is taken away first, then given: the review shows both.
        app.places[place.0].alias_moves = AliasMoves::InTwo;
        if let Some(form) = app.places[place.0].forms.get_mut(&of_form) {
            form.moves = AliasMoves::InTwo;
        }
    }
    journal::settle(app, fx, place, entry, &Verdict::Refused(Text::clean(&failure.detail())));
    let is_its = |o: &Overlay| matches!(o, Overlay::Review(review) if review.subject == of_form);
    // What of a change was done before this is told with it, when nothing more is under way.
    if !app.places[place.0].overlays.iter().any(is_its) && !has_gone_on {
        let words = format!(
            "{} {} not changed: {}. {} Your draft is kept.",
            call.subject(),
            call.subject().agree("was", "were"),
            failure.headline(),
            failure.detail()
        );
        app.notify_at(fx, place, Tone::Bad, words);
    }
    let field = call.named_field(failure.message.as_str()).filter(|_| failure.class == FailureClass::Invalid);
    if let (Some(field), Some(form)) = (field, app.places[place.0].forms.get_mut(&of_form)) {
        form.refuse(&field.key, failure.message.clone());
    }
    let of_several = (call.subject() != of_form).then(|| call.subject());
    let why = if is_held { Stop::AliasHeld(failure) } else { Stop::Failure(failure) };
    reviews::refuse_part(app, place, &of_form, of_several.as_ref(), &why);
}

/// Lets go of a flow of which nothing is under way and nothing goes out any more.
fn end_if_over(app: &mut App, fx: &mut Effects, place: PlaceId, id: FlowId) {
    let Some(flow) = app.places[place.0].flows.get(&id) else { return };
    if flow.is_over()
        && let Some(flow) = app.places[place.0].flows.remove(&id)
    {
        settling::over(app, fx, place, &flow);
        alerts::over(app, fx, place, &flow);
    }
}
