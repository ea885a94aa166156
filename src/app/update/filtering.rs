//! The filter, as it is typed.

use std::time::Duration;

use crate::app::{App, Effect, Effects, Filter, Input, Timer};
use crate::domain::Text;

use super::places::seeking;
use super::selection;

/// Begins to type, from the filter in force.
pub fn begin(app: &mut App) {
    let input = Input::new(app.browser().list.filter().text());
    app.browser_mut().typing = Some(input);
}

/// Lets the person type; the list follows at once.
pub fn type_in(app: &mut App, fx: &mut Effects, change: impl FnOnce(&mut Input)) {
    let before = app.current_name();
    let browser = app.browser_mut();
    let Some(input) = &mut browser.typing else { return };
    change(input);
    if browser.list.filter().text() != input.text() {
        let filter = Filter::new(input.text());
        app.set_filter(filter);
        selection::moved(app, fx, before.as_ref());
    }
}

/// Types the first of what may stand where the caret is.
pub fn complete(app: &mut App, fx: &mut Effects) {
    let Some(offers) = app.filter_offers() else { return };
    if let Some(first) = offers.first() {
        type_in(app, fx, |input| input.complete(offers.part, &first));
    }
}

/// Where the list has more images than are sorted or put to the filter at once, the rest follows when there is
/// nothing else to do.
pub fn go_on(app: &mut App, fx: &mut Effects) {
    let list = &app.browser().list;
    if (list.is_sifting() || list.is_sorting()) && app.sifting.is_none() {
        app.sifting = Some(app.here);
        fx.push(Effect::After { timer: Timer::Sift, delay: Duration::ZERO });
    }
}

/// Puts the next images to the filter, or in order.
pub fn sift_on(app: &mut App, fx: &mut Effects) {
    if app.sifting.take() != Some(app.here) {
        // Somebody left: there it goes on when they are back.
        return;
    }
    let (before, now) = (app.current_name(), app.now);
    let (place, browser) = app.place_and_browser();
    fx.draw = browser.list.go_on(&place.images, &place.facts(now));
    selection::moved(app, fx, before.as_ref());
}

/// Puts all images to the filter that were not yet, and in order, before something is done to all that pass.
pub fn finish(app: &mut App) {
    let now = app.now;
    let (place, browser) = app.place_and_browser();
    while browser.list.is_sifting() || browser.list.is_sorting() {
        browser.list.go_on(&place.images, &place.facts(now));
    }
}

/// Pastes, on one line and cleaned.
pub fn paste(app: &mut App, fx: &mut Effects, text: &str) {
    let text = Text::clean(text.trim());
    type_in(app, fx, |input| input.insert(text.as_str()));
    seek_typed(app, fx);
}

/// Where the filter is the ARN of an image, that one is selected; or it is offered to go where it is.
fn seek_typed(app: &mut App, fx: &mut Effects) {
    // A shell goes on where it is.
    if app.is_picker() {
        return;
    }
    let arn = app.browser().list.filter().arn();
    if let Some(arn) = arn.filter(|arn| seeking::seek(app, arn)) {
        seeking::select(app, fx, &arn);
    }
}

/// Ends typing; the filter stays.
pub fn keep(app: &mut App, fx: &mut Effects) {
    // Nothing else is typed while images are picked, so nothing would open it again.
    if app.is_picker() {
        return;
    }
    app.browser_mut().typing = None;
    selection::read_once_it_rests(app, fx);
    seek_typed(app, fx);
}

/// Puts a filter in force as if it had been typed.
pub fn put(app: &mut App, fx: &mut Effects, text: &str) {
    let before = app.current_name();
    app.set_filter(Filter::new(text));
    selection::moved(app, fx, before.as_ref());
    keep(app, fx);
}

/// Ends typing; the filter goes. The selection is where it was, unless it was moved meanwhile.
pub fn drop_filter(app: &mut App, fx: &mut Effects) {
    app.browser_mut().typing = None;
    app.set_filter(Filter::default());
    selection::read_once_it_rests(app, fx);
}
