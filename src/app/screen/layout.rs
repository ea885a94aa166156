//! Where things stand on the screen. Pure arithmetic, shared by `update`, which has to know how
//! many rows a page has, and `view`.

use ratatui::layout::Rect;

use super::entry_columns::EntryColumns;
use super::header;
use super::panes::Panes;
use super::wrap::{self, Break};
use crate::app::{App, Form, Message, Overlay, Typed};
use crate::edit::FieldKey;

/// The parts of the screen.
///
/// ```text
/// header   one row, or two: where we are
/// body     list, detail, or both; overlays lie over it
/// message  no row, or up to three: the newest notice, the writes under way
/// footer   one row: the keys that work now
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Where we are.
    pub header: Rect,
    /// List and detail.
    pub body: Rect,
    /// Notice and writes under way.
    pub message: Rect,
    /// What the tour shows, while there is one.
    pub caption: Rect,
    /// Keys.
    pub footer: Rect,
}

impl Frame {
    /// Divides the screen as header and messages want it.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let (all, message) = (app.size.area(), message_rows(app));
        let header = Rect { height: header_rows(app).min(all.height), ..all };
        let footer =
            Rect { y: all.height.saturating_sub(1), height: 1.min(all.height - header.height), ..all };
        let caption_height = caption_rows(app).min(all.height.saturating_sub(header.height + footer.height));
        let caption = Rect { y: footer.y - caption_height, height: caption_height, ..all };
        let between = all.height.saturating_sub(header.height + footer.height + caption_height);
        let message_height = message.min(3).min(between / 3);
        let body = Rect { y: header.height, height: between - message_height, ..all };
        let message = Rect { y: body.y + body.height, height: message_height, ..all };
        Self { header, body, message, caption, footer }
    }
}

/// So many rows and more have room to say what may be typed in the filter.
const TYPED_IN_FULL: u16 = 4;

/// What is left of `area` within its border.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}

/// How many rows of images the list shows, for moving by pages and keeping the cursor in sight.
#[must_use]
pub fn list_rows(app: &App) -> usize {
    let body = Frame::of(app).body;
    let panes = Panes::of(app, body);
    let pane = if panes.list.width > 0 { panes.list } else { body };
    usize::from(ListParts::of(app, pane).rows.height).max(1)
}

/// The parts of the list within its frame; one that is not there has no height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListParts {
    /// The heads of the columns.
    pub heads: Rect,
    /// The images.
    pub rows: Rect,
    /// The line in which a filter is typed and, where there is room, one below it for what may be typed.
    pub filter: Rect,
}

/// With fewer rows than this, each is for an image.
const LEAST_WITH_HEADS: u16 = 5;

impl ListParts {
    /// Divides the pane of the list.
    #[must_use]
    pub fn of(app: &App, pane: Rect) -> Self {
        let inner = inside(pane);
        let filter = match (&app.browser().typing, inner.height) {
            (None, _) => 0,
            (Some(_), ..TYPED_IN_FULL) => 1.min(inner.height),
            (Some(_), TYPED_IN_FULL..) => 2,
        };
        let heads = u16::from(inner.height >= LEAST_WITH_HEADS && !app.browser().list.is_empty());
        let rows = Rect { y: inner.y + heads, height: inner.height - filter - heads, ..inner };
        Self {
            heads: Rect { height: heads, ..inner },
            rows,
            filter: Rect { y: rows.bottom(), height: filter, ..inner },
        }
    }
}

/// How many cells a row has of the answer that the detail shows as it came.
#[must_use]
pub fn raw_width(app: &App) -> usize {
    let padding = 2;
    let detail = Panes::of(app, Frame::of(app).body).detail;
    usize::from(inside(detail).width.saturating_sub(padding)).max(1)
}

/// How many rows it takes to say where we are.
#[must_use]
pub fn header_rows(app: &App) -> u16 {
    let is_two = !app.size.is_too_small() && header::of(app).second.is_some();
    1 + u16::from(is_two)
}

/// How many rows the messages want: at most three.
#[must_use]
pub fn message_rows(app: &App) -> u16 {
    let width = usize::from(app.size.width).saturating_sub(2).max(1);
    let rows = |message: &Message| wrap(&message.words, width).len();
    let rows: usize = app.messages().iter().map(rows).sum();
    u16::try_from(rows.min(3)).unwrap_or(3)
}

/// How many rows the caption of the tour takes: none where there is no tour.
#[must_use]
pub fn caption_rows(app: &App) -> u16 {
    let width = usize::from(app.size.width).saturating_sub(2).max(1);
    let rows = app.tour().map(|tour| wrap(&tour.caption(&app.keymap), width).len());
    rows.map_or(0, |rows| u16::try_from(rows.min(3)).unwrap_or(3))
}

/// `text` in lines of at most `width` cells, broken between words where that can be.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<&str> {
    let rows = wrap::rows(text, width, Break::Blanks).into_iter();
    rows.map(|row| text[row].trim_end_matches(' ')).collect()
}

/// How many columns a form has before the text that is typed in it: a marker and a blank.
pub const FORM_LEAD: u16 = 2;

/// How wide the rows are of a text that is typed in a form at `area`. Behind the end of a row there is
/// a cell for the caret.
#[must_use]
pub fn form_text_width(area: Rect) -> usize {
    let padding = 2;
    usize::from(inside(area).width.saturating_sub(padding + FORM_LEAD + 1)).max(1)
}

/// How wide the rows are of the text that is typed; other than in a form it is on one row.
#[must_use]
pub fn typed_width(app: &App) -> usize {
    app.form().map_or(usize::MAX, |form| field_width(app, form, &form.focus))
}

/// How wide the rows are of the text that is typed in a field of the form that lies topmost.
#[must_use]
pub fn field_width(app: &App, form: &Form, key: &FieldKey) -> usize {
    match (app.typed(), app.top()) {
        (Some(Typed::Field), Some(page)) => {
            let width = form_text_width(overlay_area(app, page));
            EntryColumns::of(form, width).map_or(width, |columns| columns.width(key))
        }
        _ => usize::MAX,
    }
}

/// Whether a page leaves the list in sight, and stands where the detail does.
#[must_use]
pub fn is_beside_list(app: &App, overlay: &Overlay) -> bool {
    overlay.page().is_beside_list && app.is_wide() && !app.shows_first_run()
}

/// Where an overlay lies: in the place of the detail, or over the body, as wide as is good to read.
#[must_use]
pub fn overlay_area(app: &App, overlay: &Overlay) -> Rect {
    let body = Frame::of(app).body;
    if is_beside_list(app, overlay) {
        return Panes::of(app, body).detail;
    }
    let page = overlay.page();
    let height = page.height_with_places.filter(|_| app.places.len() > 1).unwrap_or(page.height);
    let (width, height) = (body.width.min(page.width), body.height.min(height));
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height }
}
