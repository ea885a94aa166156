//! The review: what would be sent, and the Enter that sends it.

use crate::app::{
    App, AskUnnoted, Difference, Effect, Effects, Form, Overlay, PlaceId, Proposal, Purpose, Refusal,
    Request, Review, Tone, Write, WriteStage,
};
use crate::domain::ImageName;
use crate::keys::{Action, Keymap, Motion, Scope};
use crate::service::Read;

use super::{armed, conflict, drafts, form, journal, key_of, keys};

/// Opens the review, unless something in the form can't be sent or waits for a decision; then the
/// person is led there.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(form) = app.top_form() else { return };
    if form.base.is_loading() {
        form.remark = Some(form::STILL.into());
        return;
    }
    let name = form.image.clone();
    if form.base.failure().is_some() || form.base.value().is_none() {
        form.remark = Some(form::AGAIN.into());
        form::read_base(app, fx, name);
        return;
    }
    if let Some((field, _)) = form.first_problem() {
        form.focus = field;
        form.remark = Some(format!("{} can't be sent as it is.", field.label()));
        return;
    }
    if form.is_undecided() {
        conflict::open(app, app.here, name);
        return;
    }
    if form.undoes.is_none() {
        form.remark = None;
    }
    app.notices.clear_passing();
    let review = Review::open(name, app.next_viewing());
    app.place_mut().overlays.push(Overlay::Review(Box::new(review)));
}

/// Back to the form. Before anything is sent this calls the write off; afterwards it goes on.
pub fn back(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place_mut().overlays.pop() else { return };
    let (name, here) = (review.image, app.here);
    if app.place().forms.get(&name).is_some_and(Form::is_untouched_undo)
        && !app.place().writes.contains_key(&name)
    {
        // It was never more than a look.
        form::close(app, fx);
        return;
    }
    if review.armed.is_some() {
        armed::disarm(app, fx, here, &name);
    }
    let Some(write) = app.place().writes.get(&name).filter(|write| write.can_be_called_off()) else { return };
    let entry = write.entry.clone();
    app.place_mut().writes.remove(&name);
    journal::settle(app, fx, here, entry, &crate::domain::Verdict::NotApplied);
    for ticket in app.tickets.retire(here, |purpose| *purpose == Purpose::Check(name.clone())) {
        fx.push(Effect::Cancel(ticket));
    }
    if let Some(form) = app.top_form() {
        form.remark = Some("Called off: nothing was sent.".into());
    }
}

/// Puts the AWS CLI's command on the clipboard.
pub fn copy_command(app: &mut App, fx: &mut Effects) {
    let update = app.form().and_then(Form::update).filter(|update| !update.is_empty());
    if let Some(update) = update {
        fx.push(Effect::Copy(app.command_of(&update)));
        app.notify(fx, Tone::Good, "Copied the command.".into());
    }
}

/// Sends what is reviewed: first the image is read once more.
pub fn send(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if is_just_back(review, app) {
        return;
    }
    // Keys that were typed ahead must not send what nobody has seen.
    let Some(consent) = app.consent() else { return say_unread(app, fx) };
    let (name, here) = (review.image.clone(), app.here);
    if keys::is_in_doubt(app, here) {
        let key = key_of(Action::Send);
        let words = match app.place().account.failure() {
            Some(failure) => format!(
                "It can't be learnt whose keys these are ({}): nothing is sent. It is being asked again; press {key} \
                 once the header shows the account.",
                failure.headline()
            ),
            None => format!(
                "The keys may have changed: whose account it is, is being asked again. Then press {key} again."
            ),
        };
        app.notify(fx, Tone::Plain, words);
        if !app.place().account.is_loading() {
            super::loading::locate(app, fx, here);
        }
        return;
    }
    if lead_back(app, fx, &name) {
        return;
    }
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if review.armed.is_some() {
        armed::toggle(app, fx);
    }
    if begin(app, here, &name, &consent) {
        app.call(fx, Purpose::Check(name.clone()), Request::Read(Read::Describe(name)));
    }
}

/// If the form has come to hold something that can't be sent, or waits for a decision, the review
/// is no more: leads the person there.
fn lead_back(app: &mut App, fx: &mut Effects, name: &ImageName) -> bool {
    let Some(form) = app.place().forms.get(name) else { return false };
    if form.first_problem().is_none() && !form.is_undecided() {
        return false;
    }
    back(app, fx);
    open(app, fx);
    true
}

/// Sends what is reviewed without reading the image again: it was read just now.
pub fn send_read(app: &mut App, fx: &mut Effects, place: PlaceId, name: &ImageName, consent: &Proposal) {
    if begin(app, place, name, consent) {
        journal::note(app, fx, place, name);
    }
}

/// Makes a write of what the form stands for, if that is what the person saw; tells whether there is
/// one to send.
fn begin(app: &mut App, place: PlaceId, name: &ImageName, consent: &Proposal) -> bool {
    let is_busy = |at: &PlaceId| app.places[at.0].writes.contains_key(name);
    if is_busy(&place) || drafts::alike(app, place).iter().any(is_busy) {
        refuse(app, place, name, &Refusal::Busy);
        return false;
    }
    let Some(form) = app.places[place.0].forms.get(name) else { return false };
    let (Some(update), Some(base)) = (form.update(), form.base.value().cloned()) else { return false };
    if update.is_empty() || form.first_problem().is_some() || form.is_undecided() {
        return false;
    }
    let review = app.places[place.0].overlays.iter().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.image == *name => Some(review),
        _ => None,
    });
    let Some(review) = review else { return false };
    if app.proposal_at(place, review).as_ref() != Some(consent) {
        refuse(app, place, name, &Refusal::Moved);
        return false;
    }
    let write = Write {
        update,
        base,
        stage: WriteStage::Checking,
        begun: app.now,
        reads: 0,
        seen: 0,
        trouble: None,
        note: None,
        entry: None,
        unnoted: review.unnoted,
        undoes: form.undoes.clone(),
        is_earlier: false,
    };
    app.places[place.0].writes.insert(name.clone(), write);
    for overlay in &mut app.places[place.0].overlays {
        if let Overlay::Review(review) = overlay
            && review.image == *name
        {
            review.refusal = None;
            review.sends = true;
            review.scroll = 0;
        }
    }
    true
}

/// Whether the review has only just come back to the screen: an Enter may be one too many for the
/// picker that was there before.
fn is_just_back(review: &Review, app: &App) -> bool {
    let guard = jiff::SignedDuration::try_from(app.pace.second_key).unwrap_or_default();
    review.back_at.is_some_and(|back| app.now.duration_since(back) < guard)
}

/// Another hand was quicker: fields that both changed are to be decided; otherwise the review says
/// what has changed, and is against the image as it is now.
pub fn meet_conflict(app: &mut App, place: PlaceId, name: ImageName, foreign: Vec<Difference>) {
    let at = &mut app.places[place.0];
    let undecided = at.forms.get(&name).is_some_and(Form::is_undecided);
    let is_reviewed = matches!(at.overlays.last(), Some(Overlay::Review(review)) if review.image == name);
    if undecided && is_reviewed {
        at.overlays.pop();
        conflict::open(app, place, name);
    } else {
        refuse(app, place, &name, &Refusal::Conflict(foreign));
    }
}

/// Says in the review why nothing was sent; it has to be seen before Enter works again.
pub fn refuse(app: &mut App, place: PlaceId, name: &ImageName, refusal: &Refusal) {
    let is_its = |overlay: &Overlay| overlay.image() == Some(name);
    for overlay in app.places[place.0].overlays.iter_mut().filter(|overlay| is_its(overlay)) {
        if let Overlay::Review(review) = overlay {
            review.refusal = Some(refusal.clone());
            review.sends = false;
            review.armed = None;
        }
    }
    app.look_again(place, is_its);
}

/// Says that there is more to read before anything is sent. Keys that were typed before anything of
/// the review was painted need no answer.
pub fn say_unread(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    if !review.seen.has_begun(review.viewing) {
        return;
    }
    let (_, is_below) = app.left_to_read(&app.shown);
    let motion = if is_below { Motion::Down } else { Motion::Up };
    let key = Keymap::builtin().first_key_in(Scope::Review, Action::Move(motion));
    let words = format!("Not sent yet: {key} reads on.");
    app.notify(fx, Tone::Plain, words);
}

/// Asks whether to send what can't be noted.
pub fn ask_unnoted(app: &mut App, fx: &mut Effects) {
    if app.consent().is_none() {
        return say_unread(app, fx);
    }
    let viewing = app.next_viewing();
    let Some(Overlay::Review(review)) = app.place().overlays.last() else { return };
    let question = AskUnnoted { image: review.image.clone(), viewing, is_seen: false };
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
