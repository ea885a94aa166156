//! Logging in, and going on where the person was.

use crate::app::update::edits::base;
use crate::app::update::tabs::reading;
use crate::app::{
    App, Effect, Effects, Handed, Input, LogInPage, LogInStage, Overlay, PlaceId, Remote, Reply, WebBrowser,
    command, line,
};
use crate::domain::{Code, Failure, FailureClass, LogIn, Text};

use crate::app::ticket::Purpose;
use crate::flow::Stop;

use super::loading;

/// A request failed in a way that a log-in would mend.
pub fn wanted(app: &mut App, place: PlaceId, failure: &Failure) {
    if failure.log_in.is_some() {
        app.places[place.0].wants = Some(failure.clone());
    }
}

/// Where nothing else is on the screen, a code is asked for at once, as the AWS CLI does.
pub fn ask_by_itself(app: &mut App, place: PlaceId) {
    let at = &app.places[place.0];
    let is_mfa = at.wants.as_ref().is_some_and(|it| matches!(it.log_in, Some(LogIn::Mfa { .. })));
    if place == app.here && is_mfa && at.overlays.is_empty() && app.browsers[place.0].typing.is_none() {
        show(app, place, LogInStage::Asked);
    }
}

/// Begins a log-in: hands the terminal over, or asks for the code.
pub fn begin(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    let Some(log_in) = app.place().wants.as_ref().and_then(|failure| failure.log_in.clone()) else { return };
    // Without a browser the command is another one, which the person is to see first.
    let browser = app.reach.web_browser();
    match command(&log_in, browser).filter(|_| browser == WebBrowser::Here) {
        Some(command) => fx.push(Effect::HandOver { place: here, command }),
        None => show(app, here, LogInStage::Asked),
    }
}

/// Runs the command that is on the page.
pub fn run(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    let Some(Overlay::LogIn(page)) = app.place().overlays.last() else { return };
    let Some(command) = command(&page.log_in, page.browser) else { return };
    fx.push(Effect::HandOver { place: here, command });
}

/// The browser is on the other machine than the one that was taken for it.
pub fn turn_to_other_browser(app: &mut App) {
    if let Some(Overlay::LogIn(page)) = app.place_mut().overlays.last_mut() {
        page.browser = page.browser.other();
    }
}

/// The program that had the terminal has ended.
pub fn handed_back(app: &mut App, fx: &mut Effects, place: PlaceId, handed: Handed) {
    // Another program's words stood on the screen meanwhile.
    app.look_again(place, |_| true);
    match handed {
        Handed::Done => succeeded(app, fx, place),
        Handed::Failed(how) => {
            show(app, place, LogInStage::Failed(format!("Couldn't log in: {how}.")));
        }
        Handed::Missing => show(app, place, LogInStage::NoCli),
    }
}

/// Puts the command on the clipboard.
pub fn copy(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::LogIn(page)) = app.place().overlays.last() else { return };
    let Some(command) = command(&page.log_in, page.browser) else { return };
    app.copy(fx, line(&command), "the command".into());
}

/// Sends the code that was typed. It is good for one attempt.
pub fn send_code(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::LogIn(page)) = app.place_mut().overlays.last_mut() else { return };
    if page.stage == LogInStage::Checking {
        return;
    }
    let code = Code(page.code.text().trim().to_owned());
    if !code.is_six_digits() {
        page.stage = LogInStage::Failed("The code must be six digits.".into());
        return;
    }
    page.stage = LogInStage::Checking;
    // Nothing is kept of it, not even to be undone.
    page.code = Input::default();
    let here = app.here;
    app.log_in_with(fx, here, code);
}

/// The service has judged the code.
pub fn answered(app: &mut App, fx: &mut Effects, place: PlaceId, reply: Reply) {
    match reply {
        Ok(_) => succeeded(app, fx, place),
        Err(failure) => {
            let words = failure.message.to_string();
            for overlay in &mut app.places[place.0].overlays {
                if let Overlay::LogIn(page) = overlay {
                    page.stage = LogInStage::Failed(words.clone());
                }
            }
        }
    }
}

/// Closes the page; a code that is with the service is not waited for.
pub fn close(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    app.place_mut().overlays.pop();
    app.end_calls(fx, here, |purpose| *purpose == Purpose::LogIn);
}

/// Keys are at hand: everything that stood still for want of them goes on, with what was typed.
fn succeeded(app: &mut App, fx: &mut Effects, place: PlaceId) {
    let now = app.now;
    let at = &mut app.places[place.0];
    at.wants = None;
    at.logged_in_at = Some(now);
    // They may be another account's.
    at.doubtful = false;
    at.overlays.retain(|overlay| !matches!(overlay, Overlay::LogIn(_)));
    for overlay in &mut at.overlays {
        if let Overlay::Review(review) = overlay
            && matches!(&review.stop, Some(Stop::Failure(failure)) if is_mended_by_log_in(failure))
        {
            review.stop = None;
        }
    }
    app.look_again(place, |_| true);
    loading::locate(app, fx, place);
    loading::read_list(app, fx, place);
    if place == app.here {
        reading::ask_open(app, fx);
        base::come_back(app, fx);
    }
}

/// A clock that is off is as it was.
fn is_mended_by_log_in(failure: &Failure) -> bool {
    failure.class.is_about_keys() && failure.class != FailureClass::Clock
}

/// Pasted text, of which the digits are a code.
pub fn paste(app: &mut App, text: &str) {
    let digits: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
    type_in(app, |input| input.insert(&digits));
}

/// Lets the person type.
pub fn type_in(app: &mut App, change: impl FnOnce(&mut Input)) {
    if let Some(Overlay::LogIn(page)) = app.place_mut().overlays.last_mut()
        && page.stage != LogInStage::Checking
    {
        change(&mut page.code);
        page.stage = LogInStage::Asked;
    }
}

fn show(app: &mut App, place: PlaceId, stage: LogInStage) {
    let mut browser = app.reach.web_browser();
    let at = &mut app.places[place.0];
    let Some(failure) = at.wants.clone() else { return };
    let Some(log_in) = failure.log_in.clone() else { return };
    let overlays = &mut at.overlays;
    for overlay in overlays.iter() {
        if let Overlay::LogIn(page) = overlay {
            browser = page.browser;
        }
    }
    overlays.retain(|overlay| !matches!(overlay, Overlay::LogIn(_)));
    let page = LogInPage { failure, log_in, code: Input::default(), browser, stage };
    overlays.push(Overlay::LogIn(Box::new(page)));
}

/// What is being tried to get keys. Keys that come while the account is known, as when the ones before
/// have run out, may be another account's: it is asked whose they are.
pub fn trying(app: &mut App, fx: &mut Effects, place: PlaceId, what: Option<Text>) {
    let here = app.here;
    let Some(at) = app.places.get_mut(place.0) else { return };
    let is_over = what.is_none();
    let before = std::mem::replace(&mut at.trying, what);
    if is_over && before.is_some() && matches!(at.account, Remote::Ready(_)) {
        at.doubtful = true;
        if place == here {
            loading::locate(app, fx, place);
        }
    }
}
