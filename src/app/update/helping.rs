//! The page of all keys, and what is searched for in it.

use crate::app::{App, HelpPage, Input, Overlay};
use crate::domain::Text;

/// Opens the page.
pub fn open(app: &mut App) {
    app.open(Overlay::Help(Box::default()));
}

/// Begins to type, from what is searched for.
pub fn begin(app: &mut App) {
    change(app, |page| page.is_typing = true);
}

/// Lets the person type; what is found stands there at once, from its top.
pub fn type_in(app: &mut App, type_in: impl FnOnce(&mut Input)) {
    change(app, |page| {
        type_in(&mut page.search);
        page.scroll = 0;
    });
}

/// Pastes, on one line and cleaned.
pub fn paste(app: &mut App, text: &str) {
    let text = Text::clean(text.trim());
    type_in(app, |input| input.insert(text.as_str()));
}

/// Ends typing; the search stays, or all keys are shown again.
pub fn end(app: &mut App, keeps: bool) {
    change(app, |page| if keeps { page.is_typing = false } else { *page = HelpPage::default() });
}

fn change(app: &mut App, change: impl FnOnce(&mut HelpPage)) {
    if let Some(Overlay::Help(page)) = app.place_mut().overlays.last_mut() {
        change(page);
    }
}
