//! The one place where state changes.

mod act;
mod armed;
mod browse;
mod closing;
mod conflict;
mod drafts;
mod filtering;
mod form;
mod journal;
mod keys;
mod loading;
mod log_in;
mod lookup;
mod moving;
mod outgoing;
mod picking;
mod quit;
mod recall;
mod reply;
mod review;
mod settle;
mod switch;
#[cfg(test)]
pub(crate) mod tests;
mod unsettled;

use std::time::Duration;

use crate::domain::{Failure, FailureClass};
use crate::keys::{Action, Keymap};

use super::layout;
use super::{
    App, Attempt, Effect, Effects, Moves, Msg, Overlay, PlaceId, Purpose, Request, Shown, Size, Timer, Tone,
};

/// Takes one message: changes the state, and returns what is to be done.
pub fn update(app: &mut App, msg: Msg) -> Effects {
    let mut fx = Effects { list: Vec::new(), draw: true };
    match msg {
        Msg::Clock(now) => {
            app.now = now;
            fx.draw = false;
        }
        Msg::Start => loading::start(app, &mut fx),
        Msg::Key(key) => act::key(app, &mut fx, key),
        Msg::Paste(text) => act::paste(app, &mut fx, &text),
        Msg::PasteCutOff => {
            let words = "The paste did not come to its end. What still comes of it is thrown away.";
            app.notify(&mut fx, Tone::Bad, words.into());
        }
        Msg::Resize { width, height } => resize(app, &mut fx, Size { width, height }),
        Msg::Reply { ticket, reply } => match app.tickets.redeem(ticket) {
            Some((place, purpose)) => reply::resolve(app, &mut fx, place, purpose, reply),
            // Nobody waits for it any more.
            None => fx.draw = false,
        },
        Msg::Timer(timer) => time_out(app, &mut fx, timer),
        Msg::Painted(shown) => {
            painted(app, shown);
            fx.draw = false;
        }
        Msg::Recalled { place, key, recalled } => recall::recalled(app, &mut fx, place, &key, recalled),
        Msg::NotKept { image, trouble } => drafts::not_kept(app, &mut fx, &image, trouble),
        Msg::Noted { ticket, trouble } => journal::noted(app, &mut fx, ticket, trouble.as_deref()),
        Msg::DiskTrouble(trouble) => app.report(&mut fx, trouble),
        Msg::Leaving => {
            drafts::keep(app, &mut fx, true);
            journal::try_at_the_end(app, &mut fx);
        }
        Msg::ReadOnly(trouble) => {
            app.mode.read_only = true;
            app.why_read_only.clone_from(&trouble);
            app.report(&mut fx, trouble);
        }
        Msg::Marks(marks) => app.marks = marks,
        Msg::Recent(recent) => app.recent = recent,
        Msg::Trying { place, what } => log_in::trying(app, &mut fx, place, what),
        Msg::HandedBack { place, handed } => log_in::handed_back(app, &mut fx, place, handed),
        Msg::CopyFailed(why) => app.notify(&mut fx, Tone::Bad, format!("Not copied: {why}")),
    }
    lookup::go_on(app, &mut fx);
    app.follow_images();
    if fx.draw {
        let rows = layout::list_rows(app);
        app.browser_mut().list.keep_cursor_in_window(rows);
        drafts::watch(app, &mut fx);
    }
    fx
}

fn resize(app: &mut App, fx: &mut Effects, window: Size) {
    app.size = window.bounded();
    for place in (0..app.places.len()).map(PlaceId) {
        app.look_again(place, |_| true);
    }
    if app.size != window {
        let words = format!("The window has {window} cells; {} of them are drawn on.", app.size);
        app.notify(fx, Tone::Plain, words);
    }
}

fn time_out(app: &mut App, fx: &mut Effects, timer: Timer) {
    match timer {
        Timer::Rest => loading::read_rested(app, fx),
        Timer::Watch(place, image) => settle::read_back(app, fx, place, image),
        Timer::Notice(id) => fx.draw = app.notices.remove(id),
        Timer::Keep => {
            fx.draw = false;
            drafts::keep(app, fx, false);
        }
        Timer::Journal => journal::try_again(app, fx),
        Timer::Glance => form::glance(app, fx),
        Timer::Tick => armed::tick(app, fx),
        Timer::Lookup => lookup::rested(app, fx),
        Timer::Armed(place, image) => armed::look(app, fx, place, image),
        Timer::Minute => fx.push(Effect::After { timer: Timer::Minute, delay: MINUTE }),
    }
}

/// The first key of `action`, for sentences that name it.
fn key_of(action: Action) -> String {
    Keymap::builtin().first_key(action)
}

const MINUTE: Duration = Duration::from_mins(1);

/// Whether the review on the screen can wait for its image to settle.
#[must_use]
pub fn makes_sense_to_wait(app: &App) -> bool {
    armed::makes_sense(app)
}

/// A frame is on the screen. It may have been drawn a while ago: what it tells counts only for what
/// it is of.
fn painted(app: &mut App, shown: Shown) {
    if let Some(place) = app.places.get_mut(shown.place.0).filter(|_| shown.place == app.here) {
        let browser = &mut app.browsers[shown.place.0];
        browser.detail_scroll = browser.detail_scroll.min(shown.detail_overflow);
        let top = place.overlays.last_mut();
        if let Some(top) = top.filter(|overlay| Some(std::mem::discriminant(*overlay)) == shown.overlay) {
            scroll_back(top, shown.overlay_overflow);
        }
    }
    for overlay in app.places.iter_mut().flat_map(|place| &mut place.overlays) {
        if let Overlay::Review(review) = overlay {
            if let Some(painted) = shown.review.as_ref().filter(|it| it.page.viewing == review.viewing) {
                review.seen.add(painted);
            }
        } else if let Overlay::AskUnnoted(question) = overlay {
            question.is_seen |= shown.question == Some(question.viewing);
        }
    }
    app.shown = shown;
}

/// A page is not scrolled further than there are rows.
fn scroll_back(page: &mut Overlay, overflow: usize) {
    match page.page().moves {
        Moves::Rows | Moves::Reading { .. } => {
            if let Some(scroll) = page.position() {
                *scroll = (*scroll).min(overflow);
            }
        }
        Moves::Nothing | Moves::Cursor { .. } => {}
    }
}

impl App {
    /// Asks the service something at the place on the screen; an older read in the same lane is
    /// ended.
    fn call(&mut self, fx: &mut Effects, purpose: Purpose, request: Request) {
        let here = self.here;
        self.call_at(fx, here, purpose, request);
    }

    fn call_at(&mut self, fx: &mut Effects, place: super::PlaceId, purpose: Purpose, request: Request) {
        if let Request::Write(call) = &request
            && self.is_read_only_at(&self.places[place.0])
        {
            let said = format!("{} was not sent, because it is read-only here.", call.operation());
            let failure = Failure::new(FailureClass::ReadOnly, &said);
            return reply::resolve(self, fx, place, purpose, Err(failure));
        }
        let (ticket, replaced) = self.tickets.issue(place, purpose);
        if let Some((old, purpose)) = replaced {
            fx.push(Effect::Cancel(old));
            if let Purpose::Detail(image) = purpose {
                self.places[place.0].detail_mut(&image).image.abandon();
            }
        }
        fx.push(Effect::Call { ticket, place, request });
    }

    /// Says what went wrong on this machine, and keeps it with the session's errors.
    fn report(&mut self, fx: &mut Effects, trouble: String) {
        let failure = Failure::new(FailureClass::OwnFile, &trouble);
        let now = self.now;
        self.errors.add(now, Attempt::Other, "files of sagescope".into(), failure);
        self.notify_for(fx, None, Tone::Bad, trouble, None);
    }

    /// Says something about the place on the screen that passes by itself, unless it went badly.
    fn notify(&mut self, fx: &mut Effects, tone: Tone, words: String) {
        self.notify_at(fx, self.here, tone, words);
    }

    /// Says something about a place, which is named wherever else it is read.
    fn notify_at(&mut self, fx: &mut Effects, place: super::PlaceId, tone: Tone, words: String) {
        let delay = self.pace.notice;
        self.notify_for(fx, Some(place), tone, words, (tone != Tone::Bad).then_some(delay));
    }

    /// Says something for a while, or until it is dismissed.
    fn notify_for(
        &mut self,
        fx: &mut Effects,
        place: Option<super::PlaceId>,
        tone: Tone,
        words: String,
        delay: Option<Duration>,
    ) {
        let id = self.notices.add(tone, delay.is_none(), place, words);
        if let Some(delay) = delay {
            fx.push(Effect::After { timer: Timer::Notice(id), delay });
        }
    }
}
