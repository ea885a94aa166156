//! Moving in the open tab: its rows are scrolled, or a cursor goes over the versions.

use crate::app::{App, Effect, Effects, Tab, Timer};
use crate::keys::Motion;

/// Moves in the open tab. Of the versions, pages scroll what stands below their list.
pub fn go(app: &mut App, fx: &mut Effects, motion: Motion) {
    match app.tab() {
        Tab::Versions if !motion.is_by_pages() => move_focus(app, fx, motion),
        Tab::Usage if moves_over_users(app) => move_over_users(app, motion),
        Tab::Details | Tab::Versions | Tab::Tags | Tab::Usage | Tab::Raw => {
            let (overflow, page) = (app.shown.detail_overflow, app.shown.page);
            let scroll = &mut app.browser_mut().detail_scroll;
            *scroll = motion.target(*scroll, overflow, page);
        }
    }
}

/// Whether there is something for the cursor to stand on; else the rows are scrolled.
fn moves_over_users(app: &App) -> bool {
    app.current_name().is_some_and(|image| app.place().usage.first_user(&image).is_some())
}

fn move_over_users(app: &mut App, motion: Motion) {
    let Some(image) = app.current_name() else { return };
    let page = app.shown.page;
    let (place, browser) = app.place_and_browser();
    let mut items = place.usage.items(&image);
    let row = browser.usage.row(&image, &items);
    let to = motion.target(row, items.len().saturating_sub(1), page);
    if to < items.len() {
        browser.usage.set_focus(&image, items.swap_remove(to));
    }
}

fn move_focus(app: &mut App, fx: &mut Effects, motion: Motion) {
    let Some(image) = app.current_name() else { return };
    let (place, browser) = app.place_and_browser();
    let Some(versions) = place.versions_of(&image) else { return };
    let Some(row) = browser.versions.row(&image, versions) else { return };
    let to = motion.target(row, versions.len().saturating_sub(1), 1);
    let Some(number) = versions.at(to).map(|version| version.number) else { return };
    browser.versions.set_focus(&image, number);
    if to != row {
        browser.detail_scroll = 0;
        fx.push(Effect::After { timer: Timer::CursorRested, delay: app.pace.selection_rest });
    }
}

/// Marks the version in focus, or takes its mark away.
pub fn mark(app: &mut App) {
    let (Some(image), Some(number)) = (app.current_name(), app.current_version()) else { return };
    let browser = app.browser_mut();
    browser.versions.toggle_mark(&image, number);
    browser.versions.set_focus(&image, number);
    browser.detail_scroll = 0;
}

/// Takes the mark off the version that has it.
pub fn unmark(app: &mut App) {
    let browser = app.browser_mut();
    browser.versions.unmark();
    browser.detail_scroll = 0;
}
