//! The review: what would be sent, and the Enter that sends it.

use jiff::{SignedDuration, Timestamp};

use crate::app::update::places::loading;
use crate::app::{App, AskUnnoted, Effects, Form, Overlay, Review, Tone};
use crate::edit::{Snapshot, Subject};
use crate::keys::Action;

use super::{armed, base, flows, form, reviews, sending};

/// Opens the review, unless something in the form can't be sent or waits for a decision; then the
/// person is led there.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(form) = app.top_form() else { return };
    form.leave_field();
    if form.base.is_loading() {
        // Where it was asked for only because of what was typed, the review follows by itself.
        form.review_next = form.base.value().is_some_and(Snapshot::is_partial);
        form.remark = Some(base::still(&form.subject));
        return;
    }
    let subject = form.subject.clone();
    if form.base.failure().is_some() || form.base.value().is_none() {
        form.remark = Some(base::again(&subject));
        base::read_base(app, fx, &subject);
        return;
    }
    if form.lacks_knowledge() {
        // The review follows by itself: it was asked for.
        form.remark = Some(base::again(&subject));
        form.review_next = true;
        base::read_base(app, fx, &subject);
        return;
    }
    let first = form.first_problem();
    let first = first.map(|(field, problem)| (field.key.clone(), field.label.clone(), problem));
    if let Some((key, label, problem)) = first {
        form.remark = Some(match form.entries().filter(|_| key.is_added()) {
            Some(entries) => {
                format!("The new {} can't be sent as it is. {label}: {}.", entries.noun, problem.0)
            }
            None => format!("{label} can't be sent as it is."),
        });
        form.focus = key;
        return;
    }
    if form.is_undecided() {
        reviews::open_conflict(app, app.here, subject);
        return;
    }
    if !form.changes_something() {
        let why = form.lasting.clone().filter(|_| form.undoes.is_some());
        form.remark = Some(why.unwrap_or_else(|| nothing(&subject)));
        return;
    }
    if form.undoes.is_none() {
        form.remark = None;
    }
    app.notices.clear_passing();
    let review = Review::open(subject, app.next_viewing());
    app.place_mut().overlays.push(Overlay::Review(Box::new(review)));
}

/// Said where there is nothing to review.
fn nothing(subject: &Subject) -> String {
    match subject {
        Subject::Image(_) | Subject::Images(_) | Subject::Version(..) => {
            "Nothing to send: no field was changed.".into()
        }
        Subject::Aliases(_) | Subject::Tags(_) | Subject::TagsOf(_) => {
            format!("Nothing to send: no {} were changed.", subject.noun())
        }
    }
}

/// Back to the form. Before anything is sent this calls the write off; afterwards it goes on.
pub fn back(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place_mut().overlays.pop() else { return };
    let (subject, here) = (review.subject, app.here);
    if app.place().forms.get(&subject).is_some_and(Form::is_untouched_undo) && !app.place().is_busy(&subject)
    {
        // It was never more than a look.
        form::close(app, fx);
        return;
    }
    if review.armed.is_some() {
        reviews::disarm(app, fx, here, &subject);
    }
    if flows::call_off(app, fx, here, &subject)
        && let Some(form) = app.top_form()
    {
        form.remark = Some("Cancelled: nothing was sent.".into());
    }
}

/// Puts the AWS CLI's command on the clipboard.
pub fn copy_command(app: &mut App, fx: &mut Effects) {
    let Some(plan) = app.form().and_then(Form::plan).filter(|plan| !plan.is_empty()) else { return };
    let commands: Vec<_> = plan.calls().map(|call| app.command_of(call)).collect();
    let what = if commands.len() == 1 { "the command" } else { "the commands" };
    app.copy(fx, commands.join("\n"), what.into());
}

/// Sends what is reviewed: first the image is read once more.
pub fn send(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if is_just_back(review, app) {
        return;
    }
    // Keys that were typed ahead must not send what nobody has seen.
    let Some(consent) = app.consent() else { return sending::say_unread(app, fx) };
    let (subject, here) = (review.subject.clone(), app.here);
    if app.is_in_doubt(here) {
        let key = app.keymap.first_key(Action::Send);
        let words = match app.place().account.failure() {
            Some(failure) => format!(
                "Couldn't identify the account of these credentials ({}). Nothing was sent. Checking again: \
                 press {key} once the header shows the account.",
                failure.headline()
            ),
            None => format!(
                "The credentials may have changed: checking the account. Press {key} again after that."
            ),
        };
        app.notify(fx, Tone::Plain, words);
        if !app.place().account.is_loading() {
            loading::locate(app, fx, here);
        }
        return;
    }
    if lead_back(app, fx, &subject) {
        return;
    }
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if review.armed.is_some() {
        armed::toggle(app, fx);
    }
    sending::begin(app, fx, here, (&subject, &consent), false);
}

/// If the form has come to hold something that can't be sent, or waits for a decision, the review
/// is no more: leads the person there.
fn lead_back(app: &mut App, fx: &mut Effects, subject: &Subject) -> bool {
    let Some(form) = app.place().forms.get(subject) else { return false };
    if form.first_problem().is_none() && !form.is_undecided() {
        return false;
    }
    back(app, fx);
    open(app, fx);
    true
}

/// Whether the review has only just come back to the screen: a key may be one too many for the picker
/// that was there before. So may be a second one of the key that ran a command.
fn is_just_back(review: &Review, app: &App) -> bool {
    let guard = SignedDuration::try_from(app.pace.second_key).unwrap_or_default();
    // The clock may have been put back since.
    let is_just = |at: Timestamp| (SignedDuration::ZERO..guard).contains(&app.now.duration_since(at));
    review.back_at.is_some_and(is_just) || app.command_ran_at.is_some_and(is_just)
}

/// Asks whether to send what can't be noted.
pub fn ask_unnoted(app: &mut App, fx: &mut Effects) {
    if app.consent().is_none() {
        return sending::say_unread(app, fx);
    }
    let viewing = app.next_viewing();
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    let question = AskUnnoted { subject: review.subject.clone(), viewing, is_seen: false };
    app.place_mut().overlays.push(Overlay::AskUnnoted(question));
}

/// The person wants it sent all the same, and is not asked again in this review.
pub fn send_unnoted(app: &mut App, fx: &mut Effects) {
    if !matches!(app.top(), Some(Overlay::AskUnnoted(question)) if question.is_seen) {
        return;
    }
    app.place_mut().overlays.pop();
    if let Some(Overlay::Review(review)) = app.place_mut().overlays.last_mut() {
        review.unnoted = true;
        send(app, fx);
    }
}
