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
        Moves::Rows | Moves::Reading { .. } => scroll(app, motion, app.shown.page),
        Moves::Cursor { has_lower_part: true, .. } if motion.is_by_pages() => {
            scroll_lower_part(app, motion, app.shown.page);
        }
        Moves::Cursor { over, .. } => {
            let last = count(app, over).saturating_sub(1);
            move_cursor(app, motion, (last, app.shown.page));
        }
    }
}

/// Scrolls the page that lies topmost by so many rows, whatever has the keys in it. A list in it has its cursor in
/// sight, which goes along; `is_over_list` says whether that is meant, and not what stands below.
pub fn wheel(app: &mut App, down: bool, rows: usize, is_over_list: bool) {
    let Some(moves) = app.top().map(|top| top.page().moves) else { return };
    let motion = if down { Motion::PageDown } else { Motion::PageUp };
    match moves {
        Moves::Nothing => {}
        Moves::Rows | Moves::Reading { .. } => scroll(app, motion, rows),
        Moves::Cursor { has_lower_part: true, .. } if !is_over_list => scroll_lower_part(app, motion, rows),
        Moves::Cursor { over, .. } => {
            let last = count(app, over).saturating_sub(1);
            move_cursor(app, motion, (last, rows));
        }
    }
}

/// Puts the cursor of the page that lies topmost on a row.
pub fn put_cursor(app: &mut App, row: usize) {
    if let Some(at) = app.place_mut().overlays.last_mut().and_then(Overlay::position)
        && std::mem::replace(at, row) != row
    {
        app.browser_mut().below_scroll = 0;
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

fn move_cursor(app: &mut App, motion: Motion, (last, page): (usize, usize)) {
    if let Some(at) = app.place_mut().overlays.last_mut().and_then(Overlay::position) {
        *at = motion.target(*at, last, page);
    }
    // Another thing stands below now.
    app.browser_mut().below_scroll = 0;
}

fn scroll_lower_part(app: &mut App, motion: Motion, page: usize) {
    let overflow = app.shown.overlay_overflow;
    let scroll = &mut app.browser_mut().below_scroll;
    *scroll = motion.target(*scroll, overflow, page);
}

fn scroll(app: &mut App, motion: Motion, page: usize) {
    let overflow = app.shown.overlay_overflow;
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
