//! The answer of the service as it came: reading it, laying it out, and what its keys do.

use crate::app::ticket::Purpose;
use crate::app::{App, Effects, Laying, PlaceId, RawPage, RawSubject, RawTab, Tab, layout};
use crate::domain::{Failure, ImageName, RawBody};
use crate::service::{RawOf, Read};

use super::listing;

/// Reads the answer that is shown, unless it was read just now or is being read.
pub fn read(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let now = app.now;
    match app.raw_of() {
        Some(of) if app.place().raws.get(&of).is_none_or(|raw| raw.wants_reading(now)) => {
            ask_for(app, fx, &of);
        }
        Some(_) => {}
        None => listing::read(app, fx, image),
    }
}

/// Reads it, however new what is known of it is.
pub fn ask(app: &mut App, fx: &mut Effects, image: &ImageName) {
    match app.raw_of() {
        Some(of) => ask_for(app, fx, &of),
        None => listing::ask(app, fx, image),
    }
}

fn ask_for(app: &mut App, fx: &mut Effects, of: &RawOf) {
    let here = app.here;
    app.read(fx, here, Purpose::Raw(of.clone()), Read::Raw(of.clone()));
    app.place_mut().raws.start(of);
    fx.draw = true;
}

/// The answer has come, or has not.
pub fn came(app: &mut App, place: PlaceId, of: &RawOf, body: Result<RawBody, Failure>) {
    let now = app.now;
    app.places[place.0].raws.take(of, body, now);
}

/// Lays out the answer that is shown, where that has not been done. Nothing is kept of what is not shown.
pub fn follow(app: &mut App) {
    let of = (app.tab() == Tab::Raw && app.shows_detail()).then(|| app.raw_of()).flatten();
    if of.is_none() {
        return app.browser_mut().raw.page = None;
    }
    let width = layout::raw_width(app);
    let zone = app.shown_zone();
    let (place, browser) = app.place_and_browser();
    let RawTab { format, is_cut, wanted, page, column, .. } = &mut browser.raw;
    let body = of.and_then(|of| place.raws.get(&of)?.value.value());
    let Some(body) = body else { return *page = None };
    let laying = Laying { format: *format, width: (!*is_cut).then_some(width), zone };
    if page.as_ref().is_some_and(|page| page.is_of(body, &laying)) {
        return;
    }
    let mut laid = RawPage::of(body, laying, wanted);
    if let Some(before) = &page {
        laid.keep_place(before);
    }
    // What comes may have shorter lines.
    *column = laid.widest().saturating_sub(width).min(*column);
    *page = Some(laid);
}

/// As JSON, or as YAML; the member at the top stays there.
pub fn change_format(app: &mut App) {
    let head = head(app);
    let browser = app.browser_mut();
    let row = browser.detail_scroll.checked_sub(head).filter(|_| browser.detail_scroll > 0);
    let at_top = row.and_then(|row| browser.raw.page.as_ref()?.member_in(row));
    browser.raw.format = browser.raw.format.other();
    browser.raw.column = 0;
    follow(app);
    let browser = app.browser_mut();
    if let (Some(member), Some(page)) = (at_top, &browser.raw.page)
        && let Some(row) = page.row_of_member(member)
    {
        browser.detail_scroll = head + row;
    }
}

/// Of the next thing that it can be of: a user and its app image config only where they are known.
pub fn change_subject(app: &mut App, fx: &mut Effects) {
    let next = app.browser().raw.subject.next();
    let is_there = !next.is_of_user() || app.raw_of_user(next).is_some();
    set_subject(app, fx, if is_there { next } else { RawSubject::Image });
}

/// Of this.
pub fn set_subject(app: &mut App, fx: &mut Effects, subject: RawSubject) {
    app.browser_mut().raw.subject = subject;
    back_to_top(app);
    if let Some(image) = app.current_name() {
        read(app, fx, &image);
    }
}

/// With long lines wrapped, or not; what stands at the top stays there.
pub fn change_wrapping(app: &mut App) {
    let head = head(app);
    let browser = app.browser_mut();
    let row = browser.detail_scroll.checked_sub(head);
    let at_top = row.and_then(|row| Some(browser.raw.page.as_ref()?.rows().get(row)?.start));
    browser.raw.is_cut = !browser.raw.is_cut;
    browser.raw.column = 0;
    follow(app);
    let browser = app.browser_mut();
    if let (Some(byte), Some(page)) = (at_top, &browser.raw.page) {
        browser.detail_scroll = head + page.row_of(byte);
    }
}

/// Half a window to the side.
pub fn go_sideways(app: &mut App, to_the_right: bool) {
    let width = layout::raw_width(app);
    let tab = &mut app.browser_mut().raw;
    let most = tab.page.as_ref().map_or(0, RawPage::widest).saturating_sub(width);
    let step = (width / 2).max(1);
    let to = if to_the_right { tab.column + step } else { tab.column.saturating_sub(step) };
    tab.column = to.min(most);
}

/// Puts the answer on the clipboard as it is shown.
pub fn copy(app: &mut App, fx: &mut Effects) {
    let Some(page) = &app.browser().raw.page else { return };
    let Some(of) = app.raw_of() else { return };
    let form = if page.flaw().is_some() { "as received" } else { page.format().name() };
    let (text, what) = (page.text().to_owned(), format!("the response for {} ({form})", of.name()));
    app.copy(fx, text, what);
}

/// How many rows stand above the answer and are scrolled with it: what the frame before had.
pub(super) fn head(app: &App) -> usize {
    let rows = app.browser().raw.page.as_ref().map_or(0, |page| page.rows().len());
    match app.shown.detail_overflow {
        0 => 0,
        overflow => (overflow + app.shown.page).saturating_sub(rows),
    }
}

fn back_to_top(app: &mut App) {
    let browser = app.browser_mut();
    browser.detail_scroll = 0;
    browser.raw.column = 0;
    follow(app);
}
