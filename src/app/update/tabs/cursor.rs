//! Moving in the open tab: its rows are scrolled, or a cursor goes over the versions.

use crate::app::{App, Effect, Effects, Tab, Timer, UsageItem};
use crate::domain::ImageName;
use crate::keys::Motion;

/// Moves in the open tab. Of the versions, pages scroll what stands below their list.
pub fn go(app: &mut App, fx: &mut Effects, motion: Motion) {
    match app.tab() {
        Tab::Versions if !motion.is_by_pages() => move_over_versions(app, fx, motion, 1),
        Tab::Usage if moves_over_users(app) => move_over_users(app, motion, app.shown.page),
        Tab::Details | Tab::Versions | Tab::Tags | Tab::Usage | Tab::Raw => {
            scroll(app, motion, app.shown.page);
        }
    }
}

/// Scrolls by so many rows, whatever has the keys. A cursor over users is always in sight, and goes along; so does
/// the one over versions, where that list is meant.
pub fn wheel(app: &mut App, fx: &mut Effects, down: bool, rows: usize, is_over_list: bool) {
    let motion = if down { Motion::PageDown } else { Motion::PageUp };
    match app.tab() {
        Tab::Versions if is_over_list => move_over_versions(app, fx, motion, rows),
        Tab::Usage if moves_over_users(app) => move_over_users(app, motion, rows),
        Tab::Details | Tab::Versions | Tab::Tags | Tab::Usage | Tab::Raw => scroll(app, motion, rows),
    }
}

fn scroll(app: &mut App, motion: Motion, page: usize) {
    let overflow = app.shown.detail_overflow;
    let scroll = &mut app.browser_mut().detail_scroll;
    *scroll = motion.target(*scroll, overflow, page);
}

/// Whether there is something for the cursor to stand on; else the rows are scrolled.
fn moves_over_users(app: &App) -> bool {
    app.current_name().is_some_and(|image| app.place().usage.first_user(&image).is_some())
}

fn move_over_users(app: &mut App, motion: Motion, page: usize) {
    let Some(image) = app.current_name() else { return };
    let (place, browser) = app.place_and_browser();
    let mut items = place.usage.items(&image);
    let row = browser.usage.row(&image, &items);
    let to = motion.target(row, items.len().saturating_sub(1), page);
    if to < items.len() {
        browser.usage.set_focus(&image, items.swap_remove(to));
    }
}

fn move_over_versions(app: &mut App, fx: &mut Effects, motion: Motion, page: usize) {
    let Some(image) = app.current_name() else { return };
    let Some(versions) = app.place().versions_of(&image) else { return };
    let Some(row) = app.browser().versions.row(&image, versions) else { return };
    let to = motion.target(row, versions.len().saturating_sub(1), page);
    if let Some(number) = versions.at(to).map(|version| version.number) {
        focus_version(app, fx, &image, number);
    }
}

/// Puts the focus on a version, if it is one of the image that is shown.
pub fn focus_version(app: &mut App, fx: &mut Effects, image: &ImageName, number: u32) {
    let is_shown = app.tab() == Tab::Versions && app.current_name().as_ref() == Some(image);
    let (place, browser) = app.place_and_browser();
    let Some(versions) = place.versions_of(image).filter(|it| is_shown && it.has(number)) else { return };
    let before = browser.versions.focus(image, versions);
    browser.versions.set_focus(image, number);
    if before != Some(number) {
        browser.detail_scroll = 0;
        fx.push(Effect::After { timer: Timer::CursorRested, delay: app.pace.selection_rest });
    }
}

/// Puts the cursor on a user, or on what could not be read, if it is there for the image that is shown.
pub fn focus_user(app: &mut App, image: &ImageName, item: &UsageItem) {
    let is_shown = app.tab() == Tab::Usage && app.current_name().as_ref() == Some(image);
    let (place, browser) = app.place_and_browser();
    if is_shown && place.usage.items(image).contains(item) {
        browser.usage.set_focus(image, item.clone());
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
