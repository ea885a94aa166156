//! Moving about in list and detail.

use crate::app::{App, Effect, Effects, Overlay, Pane, Sort, Timer, Tone, layout};
use crate::domain::ImageName;

use super::loading;

/// Moves the cursor of the list by `rows`.
pub fn move_by(app: &mut App, fx: &mut Effects, rows: isize) {
    let before = app.current_name();
    let (place, browser) = app.place_and_browser();
    browser.list.move_by(&place.images, rows);
    moved(app, fx, before.as_ref());
}

/// Moves the cursor of the list to row `to`, or the last one.
pub fn move_to(app: &mut App, fx: &mut Effects, to: usize) {
    let before = app.current_name();
    let (place, browser) = app.place_and_browser();
    browser.list.move_to(&place.images, to);
    moved(app, fx, before.as_ref());
}

/// Moves the cursor by `halves` of a page.
pub fn move_pages(app: &mut App, fx: &mut Effects, halves: isize) {
    let half = isize::try_from(layout::list_rows(app) / 2).unwrap_or(1).max(1);
    move_by(app, fx, halves * half);
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
    rest(app, fx);
}

/// Selects an image, as when its form is opened from elsewhere.
pub fn select(app: &mut App, fx: &mut Effects, name: &ImageName) {
    let before = app.current_name();
    let (place, browser) = app.place_and_browser();
    browser.list.select(&place.images, name.clone());
    moved(app, fx, before.as_ref());
}

/// The selection may have moved: begins to wait until it rests.
pub fn moved(app: &mut App, fx: &mut Effects, before: Option<&ImageName>) {
    if app.current_name().as_ref() != before {
        app.browser_mut().detail_scroll = 0;
        rest(app, fx);
    }
}

/// Where a detail can be seen, it is read once the selection rests.
pub fn rest(app: &App, fx: &mut Effects) {
    if app.is_wide() || app.browser().pane == Pane::Detail {
        fx.push(Effect::After { timer: Timer::Rest, delay: app.pace.rest });
    }
}

/// Scrolls what has the keys.
pub fn scroll(app: &mut App, rows: isize) {
    let (overlay, detail) = (app.shown.overlay_overflow, app.shown.detail_overflow);
    let moved = |from: usize, most: usize| from.saturating_add_signed(rows).min(most);
    match app.place_mut().overlays.last_mut() {
        Some(Overlay::Review(review)) => {
            let way = (review.scroll, moved(review.scroll, overlay));
            review.scroll = review.seen.within_reach(review.viewing, way);
        }
        Some(Overlay::Help(page)) => page.scroll = moved(page.scroll, overlay),
        Some(Overlay::Errors(page)) => page.scroll = moved(page.scroll, overlay),
        Some(Overlay::History(_) | Overlay::Drafts(_)) => {
            app.browser_mut().below_scroll = moved(app.browser().below_scroll, overlay);
        }
        Some(_) => {}
        None => app.browser_mut().detail_scroll = moved(app.browser().detail_scroll, detail),
    }
}

/// Moves the cursor of the list that lies over the browser.
pub fn move_cursor(app: &mut App, rows: isize) {
    let place = app.place();
    let count = match app.place().overlays.last() {
        Some(Overlay::History(page)) => place.history.of(page.image.as_ref()).count(),
        Some(Overlay::Drafts(_)) => place.drafts().count(),
        _ => 0,
    };
    app.browser_mut().below_scroll = 0;
    if let Some(at) = app.place_mut().overlays.last_mut().and_then(Overlay::position) {
        *at = at.saturating_add_signed(rows).min(count.saturating_sub(1));
    }
}

/// Scrolls it by `pages`.
pub fn scroll_page(app: &mut App, pages: isize) {
    let page = isize::try_from(app.shown.page).unwrap_or(1).max(1);
    scroll(app, pages * page);
}

/// Puts the image's ARN on the clipboard.
pub fn copy_arn(app: &mut App, fx: &mut Effects) {
    if let Some(arn) = app.current().and_then(|image| image.arn) {
        fx.push(Effect::Copy(arn.as_str().to_owned()));
        app.notify(fx, Tone::Good, format!("Copied {arn}"));
    }
}
