//! The filter, as it is typed.

use crate::app::{App, Effects, Filter, Input};
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

/// Pastes, on one line and cleaned.
pub fn paste(app: &mut App, fx: &mut Effects, text: &str) {
    let text = Text::clean(text.trim());
    type_in(app, fx, |input| input.insert(text.as_str()));
    seek_typed(app, fx);
}

/// Where the filter is the ARN of an image, that one is selected; or it is offered to go where it is.
fn seek_typed(app: &mut App, fx: &mut Effects) {
    let arn = app.browser().list.filter().arn();
    if let Some(arn) = arn.filter(|arn| seeking::seek(app, arn)) {
        seeking::select(app, fx, &arn);
    }
}

/// Ends typing; the filter stays.
pub fn keep(app: &mut App, fx: &mut Effects) {
    app.browser_mut().typing = None;
    selection::read_once_it_rests(app, fx);
    seek_typed(app, fx);
}

/// Ends typing; the filter goes. The selection is where it was, unless it was moved meanwhile.
pub fn drop_filter(app: &mut App, fx: &mut Effects) {
    app.browser_mut().typing = None;
    app.set_filter(Filter::default());
    selection::read_once_it_rests(app, fx);
}
