//! How list and detail share the screen.

use ratatui::layout::Rect;

use crate::app::{App, Columns, Pane};

/// List and detail within the body, each with its border; a part that is not shown is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// The list.
    pub list: Rect,
    /// The detail.
    pub detail: Rect,
}

/// Borders of the list, and what each row has before its columns: cursor, status, draft, a blank.
const AROUND_COLUMNS: u16 = 2 + 4;
/// The list's frame has room for what it says of the list.
const LEAST_LIST: u16 = 40;
/// Narrower, and the detail breaks nearly every value.
const LEAST_DETAIL: u16 = 44;
/// A person may make each as narrow as this.
const LEAST_MOVED: u16 = 30;
/// Wider, and few values of the detail would be broken less.
const GOOD_DETAIL: u16 = 90;

impl Panes {
    /// Divides `body`: side by side where it is wide, else the one that has the keys.
    #[must_use]
    pub fn of(app: &App, body: Rect) -> Self {
        let none = Rect { width: 0, height: 0, ..body };
        if !app.is_wide() {
            return match app.browser().pane {
                Pane::List => Self { list: body, detail: none },
                Pane::Detail => Self { list: none, detail: body },
            };
        }
        let by_need = || list_width(app, body.width);
        let moved = app.list_share.map(|share| Self::bounded(share.cells(body.width), body.width));
        let list = Rect { width: moved.unwrap_or_else(by_need).min(body.width), ..body };
        let detail = Rect { x: body.x + list.width, width: body.width - list.width, ..body };
        Self { list, detail }
    }

    /// `list` cells for the list, or as near to that as leaves room for both on a wide screen.
    #[must_use]
    pub fn bounded(list: u16, width: u16) -> u16 {
        list.min(width.saturating_sub(LEAST_MOVED)).max(LEAST_MOVED)
    }
}

/// The list gets what its columns take, but not much more than half, unless names and statuses would
/// not be whole then, or more than enough is left for the detail.
fn list_width(app: &App, width: u16) -> u16 {
    let place = app.place();
    if place.images.is_empty() {
        return width / 2;
    }
    let widths = place.images.widths();
    let least = (width * 14 / 25).max(Columns::essential(widths) + AROUND_COLUMNS);
    let most = least.max(width.saturating_sub(GOOD_DETAIL)).min(width.saturating_sub(LEAST_DETAIL));
    let (columns, has_usage) = (most.saturating_sub(AROUND_COLUMNS), !place.usage.is_idle());
    // Where there is more than enough for both, the list shows more of each image.
    let taken = if most > least {
        Columns::of(columns, widths, app.browser().list.sort().column, has_usage).taken()
    } else {
        Columns::wanted(columns, widths, has_usage)
    };
    (taken + AROUND_COLUMNS).max(LEAST_LIST)
}
