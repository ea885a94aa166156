//! What a form begins from: read when it is opened, and read again while it is open.

use crate::app::ticket::Reason;
use crate::app::{App, Effect, Effects, Form, Overlay, PlaceId, Remote, Timer};
use crate::domain::Failure;
use crate::edit::{Snapshot, Subject};
use crate::flow::Stop;
use crate::keys::Action;

use super::reviews;

/// The subject of the form that is open, or waits below its review.
fn open_one(app: &App) -> Option<Subject> {
    app.place().overlays.iter().find_map(|overlay| match overlay {
        Overlay::Form(subject) => Some(subject.clone()),
        _ => None,
    })
}

/// Back at a form that was left open, or that waited for keys: what it begins from is read again.
pub fn come_back(app: &mut App, fx: &mut Effects) {
    let Some(subject) = open_one(app) else { return };
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
    match app.place().forms.get(&subject).map(|form| &form.base) {
        // As a glance, what another hand changed meanwhile is told.
        Some(Remote::Ready(_)) => glance_at(app, fx, &subject),
        Some(_) => read_base(app, fx, &subject),
        None => {}
    }
}

/// While a form is open, its subject is read now and then: a change by another hand is told at once.
pub fn glance(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    if let Some(subject) = open_one(app) {
        glance_at(app, fx, &subject);
        // Where the service throttles, reads that nobody asked for are the first to slow down.
        let delay = app.pace.glance * (1 << app.throttled.min(4));
        fx.push(Effect::After { timer: Timer::Glance, delay });
    }
}

/// Several are not read again and again while the form is open: each is checked before it is changed.
fn glance_at(app: &mut App, fx: &mut Effects, subject: &Subject) {
    if !subject.is_several() {
        let here = app.here;
        app.read_subject(fx, here, subject, Reason::Glance);
    }
}

/// The subject of a form was read for another reason; what it holds now is told in the form, unless
/// it is this program that is changing it.
pub fn glanced(app: &mut App, fx: &mut Effects, place: PlaceId, now: &Snapshot) {
    let subject = now.subject();
    let at = &mut app.places[place.0];
    if at.write(&subject).is_some() {
        return;
    }
    let is_read = |form: &&mut Form| matches!(form.base, Remote::Ready(_));
    let Some(form) = at.forms.get_mut(&subject).filter(is_read) else { return };
    let another = form.base.value().and_then(|base| now.another_than(base)).cloned();
    let moved = form.base.value().is_some_and(|base| !base.differences(now).is_empty());
    form.resolve(Ok(now.clone()));
    if let Some(arn) = another {
        return reviews::refuse(app, place, &subject, &Stop::Another(arn));
    }
    if moved {
        reviews::base_moved(app, fx, place, &subject);
    }
}

/// Said while the review waits for what the edit begins from.
pub fn still(subject: &Subject) -> String {
    format!("{} still loading. Try again in a moment.", subject.the_noun_is())
}

/// Said when it is read again for the review.
pub fn again(subject: &Subject) -> String {
    format!("Reloading the {} first: the review needs its current values.", subject.noun())
}

/// Reads what the edit begins from.
pub fn read_base(app: &mut App, fx: &mut Effects, subject: &Subject) {
    let here = app.here;
    let moves = app.place().alias_moves;
    let form = app.place_mut().forms.get_mut(subject);
    let first = form.map(|form| {
        form.moves = form.moves.max(moves);
        form.start_reading()
    });
    let first = first.unwrap_or_default();
    for part in first {
        app.read_subject(fx, here, &part, Reason::Base);
    }
}

/// A part of what the edits begin from has come, or has not. Gives the subject whose review follows
/// now, if one does.
pub fn base_came(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    part: &Subject,
    result: &Result<Snapshot, Failure>,
) -> Option<Subject> {
    let waits = |form: &&Form| form.base.is_loading() && form.subject.parts().contains(part);
    let waiting = app.places[place.0].forms.values().filter(waits);
    let waiting: Vec<_> = waiting.map(|form| form.subject.clone()).collect();
    let mut next = None;
    for subject in waiting {
        let form = app.places[place.0].forms.get_mut(&subject);
        if let Some(next) = form.and_then(Form::next_part) {
            app.read_subject(fx, place, &next, Reason::Base);
        }
        if base_came_to(app, place, &subject, part, result.clone()) {
            next = Some(subject);
        }
    }
    next
}

fn base_came_to(
    app: &mut App,
    place: PlaceId,
    subject: &Subject,
    part: &Subject,
    result: Result<Snapshot, Failure>,
) -> bool {
    let at = &mut app.places[place.0];
    let is_out = at.write(part).filter(|write| !write.can_be_called_off()).cloned();
    let Some(form) = at.forms.get_mut(subject) else { return false };
    // Only if it shows: until then the words are nowhere but here.
    let ours = result.as_ref().ok().filter(|now| is_out.is_some_and(|write| write.shows_in(now)));
    let is_ours = ours.is_some();
    if let Some(now) = ours {
        form.rebase_part(now.clone());
        form.remark = Some("Your last change is still in progress; the form starts from it.".into());
    }
    let is_read = result.is_ok();
    if !form.resolve_part(part, result) && !is_ours {
        return false;
    }
    let asked_to_wait =
        [still(subject), again(subject)].iter().any(|words| form.remark.as_ref() == Some(words));
    if asked_to_wait && !form.review_next {
        let key = app.keymap.first_key(Action::Review);
        form.remark = Some(if is_read {
            let has = subject.agree("has", "have");
            format!("The {} {has} been loaded. Press {key} to review.", subject.noun())
        } else {
            format!("Press {key} to try again.")
        });
    }
    let goes_on = is_read && std::mem::take(&mut form.review_next);
    // An undoing that can't change anything stays in the form, which says why.
    let changes = form.changes_something();
    goes_on && changes && place == app.here && app.top_form().is_some_and(|form| form.subject == *subject)
}

impl App {
    /// The form that has the keys.
    pub(in crate::app::update) fn top_form(&mut self) -> Option<&mut Form> {
        let here = self.place_mut();
        let Some(Overlay::Form(subject)) = here.overlays.last() else { return None };
        here.forms.get_mut(subject)
    }
}
