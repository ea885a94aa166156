//! Each message to the room that it is for.

use crate::flow::Event;

use crate::app::{App, Effects, Moves, Msg, Overlay, PlaceId, Shown, Size, Ticket, Timer, Tone, layout};

use super::edits::{alerts, armed, base, editor, flows, journal, keeping, lookup, recall, ticking};
use super::places::log_in;
use super::refreshing::{image, list, marking, presence};
use super::tabs::{raw, reading, usage};
use super::{act, console, copying, filtering, mouse, reply, selection, start, theming, tour_keys, touring};

/// Takes one message: changes the state, and returns what is to be done.
pub fn update(app: &mut App, msg: Msg) -> Effects {
    let mut fx = Effects { list: Vec::new(), draw: true };
    match msg {
        Msg::Clock(now) => {
            app.now = now;
            fx.draw = false;
        }
        Msg::Start => start::start(app, &mut fx),
        Msg::Key(key) => {
            presence::typed(app, &mut fx);
            if let Some(key) = touring::pressed(app, &mut fx, key) {
                act::key(app, &mut fx, key);
            }
        }
        Msg::Mouse(event) => {
            presence::typed(app, &mut fx);
            mouse::mouse(app, &mut fx, event);
        }
        Msg::Paste(text) => {
            presence::typed(app, &mut fx);
            if app.tour.is_some() {
                tour_keys::end(app, &mut fx);
            } else {
                act::paste(app, &mut fx, &text);
            }
        }
        Msg::PasteCutOff => {
            let words = "The paste didn't end. The rest of it is discarded.";
            app.notify(&mut fx, Tone::Bad, words.into());
        }
        Msg::Resize { width, height } => resize(app, &mut fx, Size { width, height }),
        Msg::Focus(is_here) => presence::focused(app, &mut fx, is_here),
        Msg::Ground(ground) => fx.draw = app.appearance.tell(ground),
        Msg::Scheme(ground) => theming::wanted(app, &mut fx, ground),
        Msg::TerminalBack => presence::typed(app, &mut fx),
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
        Msg::NotKept { subject, trouble } => keeping::not_kept(app, &mut fx, &subject, trouble),
        Msg::Noted { ticket, trouble } => noted(app, &mut fx, ticket, trouble.as_deref()),
        Msg::DiskTrouble(trouble) => app.report(&mut fx, trouble),
        Msg::Leaving => {
            keeping::keep(app, &mut fx, true);
            journal::try_at_the_end(app, &mut fx);
        }
        Msg::ReadOnly(trouble) => {
            app.mode.read_only = true;
            app.why_read_only.clone_from(&trouble);
            app.report(&mut fx, trouble);
        }
        Msg::Marks(marks) => app.marks = marks,
        Msg::Recent(recent) => app.recent = recent,
        Msg::Theme(name) => theming::remembered(app, &name),
        Msg::Divider(share) => app.list_share = Some(share),
        Msg::Sorts(sorts) => app.sorts = sorts,
        Msg::CommandHistory(history) => app.command_history = history,
        Msg::Trying { place, what } => log_in::trying(app, &mut fx, place, what),
        Msg::HandedBack { place, handed } => log_in::handed_back(app, &mut fx, place, handed),
        Msg::EditorClosed(closed) => editor::closed(app, &mut fx, *closed),
        Msg::Copied(copied) => copying::copied(app, &mut fx, &copied),
        Msg::Browsed { address, trouble } => console::browsed(app, &mut fx, address, trouble),
    }
    theming::follow(app, &mut fx);
    lookup::go_on(app, &mut fx);
    app.follow_images();
    filtering::go_on(app, &mut fx);
    if fx.draw {
        raw::follow(app);
        let rows = layout::list_rows(app);
        app.browser_mut().list.keep_cursor_in_window(rows);
        keeping::watch(app, &mut fx);
        image::watch(app, &mut fx);
    }
    fx
}

fn resize(app: &mut App, fx: &mut Effects, window: Size) {
    app.size = window.bounded();
    for place in (0..app.places.len()).map(PlaceId) {
        app.look_again(place, |_| true);
    }
    if app.size != window {
        let words = format!("The window is {window}; only {} is used.", app.size);
        app.notify(fx, Tone::Plain, words);
    }
    // There may be room for the detail now.
    selection::read_once_it_rests(app, fx);
}

fn time_out(app: &mut App, fx: &mut Effects, timer: Timer) {
    match timer {
        Timer::SelectionRested => reading::rested(app, fx),
        Timer::Patience => fx.draw = std::mem::take(&mut app.browser_mut().only_just_asked),
        Timer::Sift => filtering::sift_on(app, fx),
        Timer::CursorRested => reading::cursor_rested(app, fx),
        Timer::Step(place, step) => {
            fx.draw = false;
            flows::tell(app, fx, place, step, Event::Woken);
        }
        Timer::Notice(id) => fx.draw = app.notices.remove(id),
        Timer::Keep => {
            fx.draw = false;
            keeping::keep(app, fx, false);
        }
        Timer::Journal => journal::try_again(app, fx),
        Timer::Glance => base::glance(app, fx),
        Timer::Tick => ticking::tick(app, fx),
        Timer::Scan(place) => usage::rested(app, fx, place),
        Timer::Lookup => lookup::rested(app, fx),
        Timer::Armed(place, subject) => armed::look(app, fx, place, &subject),
        Timer::Tour => touring::step(app, fx),
        Timer::Alert => alerts::tell(app, fx),
        Timer::Refresh => list::look(app, fx),
        Timer::RefreshImage => image::look(app, fx),
        Timer::Unmark(place, number) => marking::unmark(app, fx, place, number),
        Timer::Minute => start::wait_a_minute(fx),
    }
}

/// A record of the journal is safe, or could not be written. If a step waits for it, that goes out now,
/// or does not.
fn noted(app: &mut App, fx: &mut Effects, ticket: Ticket, trouble: Option<&str>) {
    let lacked = app.notes.lacking().next().is_some();
    if let Some((place, step)) = journal::noted(app, fx, ticket, trouble) {
        flows::noted(app, fx, place, step, trouble.map_or(Ok(()), |trouble| Err(trouble.to_owned())));
    }
    journal::go_on(app, fx, lacked, trouble);
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
    if shown.front != app.shown.front {
        app.pointer.front_since = Some(app.now);
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
