//! Moving in what has the keys: a cursor over a list, or rows that are scrolled.

use crate::app::{App, Effects, Listed, Moves, Overlay, Typed};
use crate::keys::Motion;

use super::browse;
use super::edits::{conflict, form};

/// Moves in the page that lies topmost; without one, in the list or the detail.
pub fn go(app: &mut App, fx: &mut Effects, motion: Motion) {
    let Some(moves) = app.top().map(|top| top.page().moves) else { return browse::go(app, fx, motion) };
    match moves {
        Moves::Nothing => {}
        Moves::Rows | Moves::Reading { .. } => scroll(app, motion),
        Moves::Cursor { has_lower_part: true, .. } if motion.is_by_pages() => scroll_lower_part(app, motion),
        Moves::Cursor { over, .. } => {
            let last = count(app, over).saturating_sub(1);
            move_cursor(app, motion, last);
        }
    }
}

/// Gives the keys to the next field, or the one before.
pub fn focus(app: &mut App, fx: &mut Effects, forward: bool) {
    if app.typed() == Some(Typed::Field) {
        form::move_focus(app, fx, forward);
    } else {
        conflict::move_focus(app, forward);
    }
}

/// How many things are listed.
fn count(app: &App, over: Listed<'_>) -> usize {
    match over {
        Listed::Entries(image) => app.place().history.rows(image).len(),
        Listed::Drafts => app.place().drafts().count(),
        Listed::Copies(count) => count,
        Listed::Themes => app.appearance.themes.all().len(),
        Listed::Commands => app.palette().map_or(0, |palette| palette.rows(app).len()),
        Listed::Offers => {
            let Some(Overlay::Picker(picker)) = app.top() else { return 0 };
            picker.offers(app).len()
        }
    }
}

fn move_cursor(app: &mut App, motion: Motion, last: usize) {
    let page = app.shown.page;
    if let Some(at) = app.place_mut().overlays.last_mut().and_then(Overlay::position) {
        *at = motion.target(*at, last, page);
    }
    // Another thing stands below now.
    app.browser_mut().below_scroll = 0;
}

fn scroll_lower_part(app: &mut App, motion: Motion) {
    let (overflow, page) = (app.shown.overlay_overflow, app.shown.page);
    let scroll = &mut app.browser_mut().below_scroll;
    *scroll = motion.target(*scroll, overflow, page);
}

fn scroll(app: &mut App, motion: Motion) {
    let (overflow, page) = (app.shown.overlay_overflow, app.shown.page);
    let Some(top) = app.place_mut().overlays.last_mut() else { return };
    let Some(from) = top.position().copied() else { return };
    let to = motion.target(from, overflow, page);
    let to = match top.page().moves {
        Moves::Reading { seen, viewing } => seen.within_reach(viewing, (from, to)),
        Moves::Nothing | Moves::Rows | Moves::Cursor { .. } => to,
    };
    if let Some(scroll) = top.position() {
        *scroll = to;
    }
}
