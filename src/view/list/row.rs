//! One image in the list.
//!
//! ```text
//! ▌●✎✓ pytorch-2.4-gpu  PyTorch 2.4 (GPU)  CREATED  12d
//! ```

use compact_str::CompactString;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{App, Column, Columns, GAP, ListedImage, UsedBy, Within};
use crate::domain::{ImageName, ImageStatus};
use crate::edit::Subject;
use crate::view::text::cells::Cut;
use crate::view::text::{age, cells, status};
use crate::view::theme::Theme;

use super::fresh;
use super::matched::Marker;

/// The marker of the cursor, the symbols of the status and of a draft or a write, and a blank. A draft
/// comes and goes while one types: nothing moves then.
const LEAD: u16 = 4;
/// Less of a display name says nothing.
const LEAST_DISPLAY_NAME: u16 = 6;
/// Less of a name says nothing.
const LEAST_NAME: u16 = 12;

/// What is the same for all rows of a frame.
pub struct RowWriter<'a> {
    app: &'a App,
    theme: Theme,
    focused: bool,
    /// The columns, behind the lead.
    pub columns: Columns,
    /// The subjects of the drafts of the place.
    drafts: Vec<&'a Subject>,
    has_writes: bool,
    letters: Marker<'a>,
}

/// Where a row is written.
struct Pen<'a> {
    x: u16,
    area: Rect,
    buffer: &'a mut Buffer,
}

impl<'a> RowWriter<'a> {
    /// A writer of the rows of the place on the screen, which has no columns yet.
    #[must_use]
    pub fn of(app: &'a App, theme: Theme, focused: bool) -> Self {
        let place = app.place();
        let drafts = place.drafts().map(|form| &form.subject).collect();
        let has_writes = place.writes().next().is_some();
        let letters = Marker::new(app.browser().list.filter(), theme);
        Self { app, theme, focused, columns: Columns::default(), drafts, has_writes, letters }
    }

    /// How many cells are before the columns. Where something is marked, each row has room for the
    /// mark.
    #[must_use]
    pub fn lead(&self) -> u16 {
        LEAD + u16::from(self.has_marks())
    }

    fn has_marks(&self) -> bool {
        !self.app.browser().marked.is_empty()
    }

    /// Draws one of them, which has that name.
    pub fn draw(
        &mut self,
        image: ListedImage<'_>,
        name: &ImageName,
        is_cursor: bool,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let stands_out = is_cursor && self.focused;
        let mut to = Pen { x: area.x, area, buffer };
        if is_cursor {
            to.put("▌", 1, if self.focused { self.theme.accent() } else { self.theme.dim() });
        }
        let state = image.status();
        to.x = area.x + 1;
        to.put(status::symbol(state), 1, self.hue(state));
        to.x = area.x + 2;
        self.draw_marks(name, &mut to);
        to.x = area.x + self.lead();
        let named = self.draw_names(image, name, stands_out, &mut to);
        let columns = self.columns;
        for (heading, width) in columns.shown() {
            match heading {
                // They share their cells, and are drawn.
                Column::Name | Column::DisplayName => continue,
                Column::Status => to.put(status::word(state), width, self.status_style(state)),
                Column::Modified => self.draw_age(image.modified(), width, &mut to),
                Column::Created => self.draw_age(image.created(), width, &mut to),
                Column::UsedBy => {
                    let words = used(self.app.place().usage.of(name));
                    to.put(&words, width, self.theme.dim());
                }
                Column::Description => {
                    let words = image.description().unwrap_or_default();
                    let drawn = cells::cut_end(words, width.into());
                    self.write((words, Within::Description), drawn, self.theme.dim(), &mut to);
                }
            }
            to.x += width + GAP;
        }
        if stands_out {
            // No wider than it takes: each of its cells is written at every key. With a blank before the name.
            let bar = Rect { x: area.x + self.lead() - 1, width: 1 + named, ..area };
            to.buffer.set_style(bar.intersection(area), self.theme.selected().patch(self.theme.strong()));
        }
    }

    fn draw_marks(&self, name: &ImageName, to: &mut Pen<'_>) {
        if self.has_writes && self.app.place().is_changing(name) {
            to.put("↻", 1, self.theme.busy());
        } else if self.drafts.iter().any(|subject| subject.touches(name)) {
            to.put("✎", 1, self.theme.busy());
        }
        if self.app.browser().marked.has(name) {
            to.x += 1;
            to.put("✓", 1, self.theme.accent());
        }
    }

    /// A name that is wider than its column takes cells of the display name's. Gives how many cells it has.
    fn draw_names(
        &mut self,
        image: ListedImage<'_>,
        key: &ImageName,
        stands_out: bool,
        to: &mut Pen<'_>,
    ) -> u16 {
        let (column, beside) = (self.columns.cells(Column::Name), self.columns.cells(Column::DisplayName));
        let plain = self.plain();
        let style = if stands_out { self.theme.strong() } else { plain };
        let behind = if beside > 0 { GAP + beside } else { 0 };
        let status = image.status();
        let floats = self.columns.cells(Column::Status) == 0 && !is_calm(status);
        if floats && let Some(named) = self.draw_status_behind_name(image, style, column + behind, to) {
            to.x += column + behind + GAP;
            return named;
        }
        let name = image.name_str();
        let width = cells::short(cells::width(name)).clamp(column, column + behind);
        self.write((name, Within::Names), cells::cut_middle(name, width.into()), style, to);
        if self.app.place().refreshing.recent.of(key).is_some() {
            to.x += width;
            to.put(fresh::MARK, 1, self.theme.mark_of_change());
            to.x -= width;
        }
        let left = (column + behind).saturating_sub(width + GAP);
        if let Some(display_name) = image.own_display_name().filter(|_| left >= LEAST_DISPLAY_NAME) {
            to.x += width + GAP;
            let drawn = cells::cut_middle(display_name, left.into());
            self.write((display_name, Within::Names), drawn, plain, to);
            to.x -= width + GAP;
        }
        to.x += column + behind + GAP;
        width
    }

    /// Where there is no column for it, what is not settled has its status behind its name. Gives how many
    /// cells the name has, if there is room for both.
    fn draw_status_behind_name(
        &mut self,
        image: ListedImage<'_>,
        style: Style,
        room: u16,
        to: &mut Pen<'_>,
    ) -> Option<u16> {
        let status = image.status();
        let word = status::word(status);
        let width = cells::short(cells::width(word));
        let left = room.saturating_sub(width + GAP);
        if left < LEAST_NAME {
            return None;
        }
        let name = image.name_str();
        self.write((name, Within::Names), cells::cut_middle(name, left.into()), style, to);
        let x = to.x;
        to.x += left + GAP;
        to.put(word, width, self.hue(status));
        to.x = x;
        Some(left)
    }

    /// Writes what is `drawn` of a text, with the letters that the filter found.
    fn write(&mut self, text: (&str, Within), drawn: Cut<'_>, style: Style, to: &mut Pen<'_>) {
        let parts = drawn.parts().into_iter().map(|part| (part, style));
        cells::put_pieces(to.buffer, (to.x, to.area.y), parts, to.area.right().saturating_sub(to.x));
        self.letters.mark(to.buffer, (to.x, to.area.y), text, drawn);
    }

    fn draw_age(&self, then: Option<jiff::Timestamp>, width: u16, to: &mut Pen<'_>) {
        if let Some(then) = then {
            to.put(&age::short(then, self.app.now), width, self.theme.dim());
        }
    }

    fn plain(&self) -> Style {
        if self.app.place().images.load.is_old { self.theme.dim() } else { self.theme.plain() }
    }

    fn hue(&self, status: Option<&ImageStatus>) -> Style {
        self.plain().patch(status::style(self.theme, status))
    }

    fn status_style(&self, status: Option<&ImageStatus>) -> Style {
        if is_calm(status) { self.theme.dim() } else { self.hue(status) }
    }
}

impl Pen<'_> {
    fn put(&mut self, text: &str, room: u16, style: Style) {
        let room = room.min(self.area.right().saturating_sub(self.x));
        cells::put(self.buffer, (self.x, self.area.y), text, room, style);
    }
}

fn is_calm(status: Option<&ImageStatus>) -> bool {
    matches!(status, None | Some(ImageStatus::Created))
}

/// `12`; with a `+` where there may be more, and nothing where it is not known.
fn used(by: UsedBy) -> CompactString {
    match by {
        UsedBy::Exactly(0) => "unused".into(),
        UsedBy::Exactly(_) | UsedBy::AtLeast(_) | UsedBy::NotKnown => by.counted().unwrap_or_default(),
    }
}
