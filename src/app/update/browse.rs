//! Moving about in list and detail.

use crate::app::{App, Effect, Effects, Pane, Sort, Tone, layout};
use crate::keys::Motion;

use super::places::loading;
use super::selection;

/// Moves the cursor of the list, or scrolls the detail.
pub fn go(app: &mut App, fx: &mut Effects, motion: Motion) {
    match app.browser().pane {
        Pane::List => move_cursor(app, fx, motion),
        Pane::Detail => {
            let (overflow, page) = (app.shown.detail_overflow, app.shown.page);
            let scroll = &mut app.browser_mut().detail_scroll;
            *scroll = motion.target(*scroll, overflow, page);
        }
    }
}

fn move_cursor(app: &mut App, fx: &mut Effects, motion: Motion) {
    let before = app.current_name();
    // A page is two halves, so that both lead to the same rows.
    let page = (layout::list_rows(app) / 2).max(1) * 2;
    let (place, browser) = app.place_and_browser();
    let last = browser.list.len().saturating_sub(1);
    browser.list.move_to(&place.images, motion.target(browser.list.cursor(), last, page));
    selection::moved(app, fx, before.as_ref());
}

/// Puts another order in force; the selection stays with its image.
pub fn sort(app: &mut App, change: impl FnOnce(Sort) -> Sort) {
    let (place, browser) = app.place_and_browser();
    browser.list.set_sort(&place.images, change(browser.list.sort()));
}

/// Gives the keys to the detail.
pub fn open_detail(app: &mut App, fx: &mut Effects) {
    if let Some(name) = app.current_name() {
        let (place, browser) = app.place_and_browser();
        browser.list.select(&place.images, name.clone());
        browser.pane = Pane::Detail;
        browser.detail_scroll = 0;
        loading::read_detail(app, fx, name);
    }
}

/// Gives the keys to the list.
pub fn back_to_list(app: &mut App, fx: &mut Effects) {
    app.browser_mut().pane = Pane::List;
    // The list may stand on another image than the detail did, if the filter hides that one.
    app.browser_mut().detail_scroll = 0;
    selection::read_once_it_rests(app, fx);
}

/// Puts the image's ARN on the clipboard.
pub fn copy_arn(app: &mut App, fx: &mut Effects) {
    if let Some(arn) = app.current().and_then(|image| image.arn) {
        fx.push(Effect::Copy(arn.as_str().to_owned()));
        app.notify(fx, Tone::Good, format!("Copied {arn}"));
    }
}

/// Marks the image under the cursor, or takes its mark away, and goes on to the next.
pub fn mark(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    app.browser_mut().marked.toggle(name);
    go(app, fx, Motion::Down);
}

/// Marks all that the filter shows, or takes their marks away.
pub fn mark_all(app: &mut App) {
    let names = app.browser().list.names(&app.place().images);
    app.browser_mut().marked.toggle_all(names);
}
