//! The tour of the demo, step by step: what its script does, and what the person does meanwhile.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::tour::{Deed, Step, Tour, Until, toured};
use crate::app::{App, Effect, Effects, LoadStage, Overlay, Remote, Tab, Tone};
use crate::keys::{Action, Chord, Found, Motion, Scope};

use super::act as hand;
use super::tour_keys::{end, go_on, pause};

/// So often it is looked for what a step waits for, before the tour is given up.
const MOST_LOOKS: u32 = 1000;
/// How long between two looks, in tenths of a second.
const LOOK_AGAIN: u32 = 3;

impl App {
    /// Begins the tour with the program. It is for the demo alone.
    pub fn begin_tour(&mut self) {
        self.tour = self.mode.demo.then(Tour::default);
    }
}

/// The next step.
pub fn step(app: &mut App, fx: &mut Effects) {
    let Some(tour) = app.tour.as_ref().filter(|tour| !tour.is_paused) else { return };
    let Some(Step { deed, rest }) = tour.step() else { return finish(app, fx) };
    if let Deed::Wait(until) = deed
        && !is_so(app, *until)
    {
        return look_again(app, fx, *until);
    }
    if let Some(tour) = &mut app.tour {
        (tour.at, tour.looks) = (tour.at + 1, 0);
        if let Deed::Say(caption) = deed {
            tour.caption = caption;
        }
    }
    match deed {
        Deed::Say(_) | Deed::Wait(_) => {}
        Deed::Press(action) => press(app, fx, *action),
        Deed::Type(letter) => {
            let key = KeyEvent::new(KeyCode::Char(*letter), KeyModifiers::NONE);
            by_hand(app, |app| hand::key(app, fx, key));
        }
        Deed::SomeoneElseEdits => fx.push(Effect::EditAsSomeoneElse(toured())),
    }
    go_on(app, fx, *rest);
}

fn look_again(app: &mut App, fx: &mut Effects, until: Until) {
    let Some(tour) = &mut app.tour else { return };
    tour.looks += 1;
    if tour.looks > MOST_LOOKS {
        app.tour = None;
        let words = "The tour can't go on here. You take over where it stands.";
        return app.notify(fx, Tone::Plain, words.into());
    }
    if until == Until::Read {
        press(app, fx, Action::Move(Motion::PageDown));
    }
    go_on(app, fx, LOOK_AGAIN);
}

/// Does what a person's hand does, to whom the tour would leave no keys.
fn by_hand(app: &mut App, does: impl FnOnce(&mut App)) {
    let tour = app.tour.take();
    does(app);
    app.tour = tour;
}

/// Presses the key of an action, if one leads there now. What has no key at all is done without.
fn press(app: &mut App, fx: &mut Effects, action: Action) {
    by_hand(app, |app| {
        let leads_there =
            |chords: &[Chord]| matches!(app.find_keys(chords), Found::Does(row) if row.action == action);
        let is_typing = app.typed().is_some();
        let keys = app.keymap.keys(action);
        if keys.is_empty() && app.can(action) {
            return hand::act(app, fx, action);
        }
        let keys = keys.into_iter();
        let mut keys =
            keys.filter(|keys| !(is_typing && keys.types())).map(|keys| keys.chords().into_owned());
        for chord in keys.find(|chords| leads_there(chords)).unwrap_or_default() {
            hand::key(app, fx, chord.into());
        }
    });
}

fn is_so(app: &App, until: Until) -> bool {
    let place = app.place();
    match until {
        Until::Listed => {
            let detail = app.current_name().and_then(|name| place.details.get(&name));
            let is_listed = !place.images.is_empty() && matches!(place.images.load.stage, LoadStage::Idle);
            // In a small window the detail is not on the screen, and not read.
            is_listed
                && (!app.shows_detail()
                    || detail.is_some_and(|detail| matches!(detail.value, Remote::Ready(_))))
        }
        Until::UsageKnown => app.tab() == Tab::Usage && place.usage.is_whole(),
        Until::Form => {
            let is_top = matches!(app.top(), Some(Overlay::Form(_)));
            is_top && app.form().is_some_and(|form| matches!(form.base, Remote::Ready(_)))
        }
        Until::Review => matches!(app.top(), Some(Overlay::Review(_) | Overlay::Conflict(_))),
        Until::Read => matches!(app.top(), Some(Overlay::Conflict(_))) || app.consent().is_some(),
        Until::Settled => app.top().is_none() && place.flows.is_empty(),
        Until::Conflict => matches!(app.top(), Some(Overlay::Conflict(_))),
    }
}

/// The person presses a key: the tour waits, goes on or is over. Gives the key back where it is to do what it
/// does else.
pub fn pressed(app: &mut App, fx: &mut Effects, key: KeyEvent) -> Option<KeyEvent> {
    if app.tour.is_none() {
        return Some(key);
    }
    let chord = Chord::from(key);
    match app.keymap.find(&[Scope::Tour, Scope::Everywhere], &[chord], |_| true) {
        Found::Does(row) if row.action == Action::PauseTour => pause(app, fx),
        // Drawing anew changes nothing of what is shown.
        Found::Does(row) if row.action == Action::Redraw => return Some(key),
        Found::Does(row) if matches!(row.action, Action::QuitNow | Action::Suspend) => {
            end(app, fx);
            return Some(key);
        }
        Found::Does(_) | Found::Begun | Found::Nothing => end(app, fx),
    }
    None
}

fn finish(app: &mut App, fx: &mut Effects) {
    app.tour = None;
    let (help, quit) = (app.keymap.first_key(Action::Help), app.keymap.first_key(Action::Quit));
    let words =
        format!("That was the tour. All of the demo is yours to try: {help} lists the keys, {quit} quits.");
    app.notify_for(fx, None, Tone::Good, words, None);
}
