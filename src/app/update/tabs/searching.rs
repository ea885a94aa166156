//! Searching the answer of the service.

use crate::app::{App, Input, RawPage, layout};
use crate::domain::Text;

use super::raw;

/// Begins to type, from what is searched for.
pub fn begin(app: &mut App) {
    let tab = &mut app.browser_mut().raw;
    tab.typing = Some(Input::new(&tab.wanted));
}

/// Lets the person type; what is found follows at once.
pub fn type_in(app: &mut App, change: impl FnOnce(&mut Input)) {
    let Some(input) = &mut app.browser_mut().raw.typing else { return };
    change(input);
    let wanted = input.text().to_owned();
    search(app, wanted);
}

/// Pastes, on one line and cleaned.
pub fn paste(app: &mut App, text: &str) {
    let text = Text::clean(text.trim());
    type_in(app, |input| input.insert(text.as_str()));
}

/// Ends typing; the search stays.
pub fn keep(app: &mut App) {
    app.browser_mut().raw.typing = None;
}

/// Ends typing, and searches for nothing.
pub fn drop_search(app: &mut App) {
    app.browser_mut().raw.typing = None;
    search(app, String::new());
}

/// To the next match, or the one before.
pub fn step(app: &mut App, forward: bool) {
    if let Some(page) = &mut app.browser_mut().raw.page {
        page.step(forward);
    }
    show_match(app);
}

fn search(app: &mut App, wanted: String) {
    let top = app.browser().detail_scroll.saturating_sub(raw::head(app));
    let tab = &mut app.browser_mut().raw;
    if let Some(page) = &mut tab.page {
        page.search(&wanted, top);
    }
    tab.wanted = wanted;
    show_match(app);
}

/// Scrolls so far that the match can be seen that the person is at.
fn show_match(app: &mut App) {
    let (head, window, width) = (raw::head(app), app.shown.page.max(1), layout::raw_width(app));
    let browser = app.browser_mut();
    let Some(page) = &browser.raw.page else { return };
    let Some(found) = page.found().current() else { return };
    let row = head + page.row_of(found.start);
    if row < browser.detail_scroll || row + 1 >= browser.detail_scroll + window {
        browser.detail_scroll = row.saturating_sub(window / 3);
    }
    if let Some(columns) = page.columns_of_match().filter(|_| browser.raw.is_cut) {
        let is_seen = columns.start >= browser.raw.column && columns.end < browser.raw.column + width;
        if !is_seen {
            let most = RawPage::widest(page).saturating_sub(width);
            browser.raw.column = columns.start.saturating_sub(width / 2).min(most);
        }
    }
}
