//! Moving about in list and detail.

use crate::app::{App, Effects, Pane, RawSubject, Remote, Tab, Tone, layout};
use crate::domain::ImageName;
use crate::keys::Motion;

use super::filtering;
use super::places::loading;
use super::selection;
use super::tabs::{cursor, reading, usage};

/// Moves the cursor of the list, or moves in the detail.
pub fn go(app: &mut App, fx: &mut Effects, motion: Motion) {
    match app.browser().pane {
        Pane::List => move_cursor(app, fx, motion),
        Pane::Detail => cursor::go(app, fx, motion),
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

/// Gives the keys to the detail.
pub fn open_detail(app: &mut App, fx: &mut Effects) {
    if let Some(name) = app.current_name() {
        let (place, browser) = app.place_and_browser();
        browser.list.select(&place.images, name);
        browser.pane = Pane::Detail;
        browser.detail_scroll = 0;
        reading::read_open(app, fx);
    }
}

/// Gives the keys to the detail of an image, which need not be in the list.
pub fn open_image(app: &mut App, fx: &mut Effects, name: ImageName) {
    let (place, browser) = app.place_and_browser();
    browser.list.select(&place.images, name);
    browser.pane = Pane::Detail;
    browser.typing = None;
    browser.detail_scroll = 0;
    reading::read_open(app, fx);
}

/// Shows the image that stands below in the list, or the one above; at either end it stays.
pub fn show_next_image(app: &mut App, fx: &mut Effects, below: bool) {
    let before = app.current_name();
    let (place, browser) = app.place_and_browser();
    // Where the image that is open is not in the list, the one below it is the one under the cursor.
    let is_there = before == browser.list.selected(&place.images).map(|listed| listed.name());
    browser.list.move_by(&place.images, if below { is_there.into() } else { -1 });
    if let Some(name) = browser.list.selected(&place.images).map(|listed| listed.name()) {
        browser.list.select(&place.images, name);
    }
    selection::moved(app, fx, before.as_ref());
}

/// Opens a tab of the detail. Where only the list is on the screen, the detail takes its place.
pub fn show(app: &mut App, fx: &mut Effects, tab: Tab) {
    open(app, tab);
    if app.lacks_images_for_usage() {
        usage::look_up(app, fx);
    } else if app.shows_detail() {
        reading::read_open(app, fx);
    } else {
        open_detail(app, fx);
    }
}

/// Opens the next tab, or the one before. What it shows is read once the person stays there.
pub fn show_beside(app: &mut App, fx: &mut Effects, forward: bool) {
    let tab = app.tab().beside(forward);
    if app.shows_detail() {
        open(app, tab);
        selection::read_once_it_rests(app, fx);
    } else {
        show(app, fx, tab);
    }
}

fn open(app: &mut App, tab: Tab) {
    let browser = app.browser_mut();
    if browser.tab != tab {
        browser.tab = tab;
        browser.detail_scroll = 0;
        browser.raw.column = 0;
        // The description of a user is opened from the users.
        if browser.raw.subject.is_of_user() {
            browser.raw.subject = RawSubject::Image;
        }
        browser.raw.is_from_users = false;
    }
}

/// Reads everything shown again.
pub fn refresh(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    if !matches!(app.place().account, Remote::Ready(_)) || app.place().location.region.is_none() {
        loading::locate(app, fx, here);
    }
    loading::read_list(app, fx, here);
    reading::ask_open(app, fx);
}

/// Gives the keys to the list.
pub fn back_to_list(app: &mut App, fx: &mut Effects) {
    let (place, browser) = app.place_and_browser();
    browser.pane = Pane::List;
    // One that was deleted while it was open is left.
    if browser.list.anchor().is_some_and(|anchor| place.images.is_gone(anchor)) {
        browser.list.settle(&place.images);
    }
    // The list may stand on another image than the detail did, if the filter hides that one.
    app.browser_mut().detail_scroll = 0;
    selection::read_once_it_rests(app, fx);
}

/// Marks the image under the cursor, or takes its mark away, and goes on to the next.
pub fn mark(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    app.browser_mut().marked.toggle(name);
    go(app, fx, Motion::Down);
}

/// Marks all that the filter shows, or takes their marks away; or takes all marks away.
pub fn mark_all(app: &mut App, fx: &mut Effects, marks: bool) {
    if !marks {
        return app.browser_mut().marked.clear();
    }
    if app.shell_pick.is_some() && app.place().images.load.read_at().is_none() {
        // A command would take some for all.
        let words = "Not all images are listed yet, so they can't all be marked.";
        return app.notify(fx, Tone::Bad, words.into());
    }
    filtering::finish(app);
    let names = app.browser().list.names(&app.place().images);
    app.browser_mut().marked.toggle_all(names);
}
