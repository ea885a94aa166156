//! A frame with words in its border.
//!
//! ```text
//! ╭ title ────────────── state ╮
//! │                            │
//! ╰ ↓ 3 more ───────────  note ╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::layout;
use crate::view::text::cells;
use crate::view::theme::Theme;

/// The words of a frame. Each that is empty is left out.
#[derive(Debug, Default)]
pub struct Border<'a> {
    /// Whether what is inside has the keys.
    pub focused: bool,
    /// Top left; clipped where it is too long.
    pub title: Line<'a>,
    /// Top right; left out if it leaves the title too little.
    pub state: Line<'a>,
    /// Bottom left.
    pub more: Line<'a>,
    /// Bottom right.
    pub note: Line<'a>,
    /// Whether there is only an upper edge, and what would be below stands at its right.
    pub is_open: bool,
}

/// What is left within the frame of it.
#[must_use]
pub fn inside(area: Rect, is_open: bool) -> Rect {
    if !is_open {
        return layout::inside(area);
    }
    let top = area.height.min(1);
    Rect { y: area.y + top, height: area.height - top, ..area }
}

/// The title keeps at least so many cells beside the state.
const LEAST_TITLE: usize = 12;

impl Border<'_> {
    /// Whether the title stands whole in an edge of `width` cells, whatever stands at its right.
    #[must_use]
    pub fn has_room_for_title(&self, width: u16) -> bool {
        // `↑123 ↓123`
        const MORE: usize = 9;
        let right = if self.is_open { MORE } else { self.state.width() };
        // Corners and strokes; blanks at either side of each.
        self.title.width() + right + 4 + 1 + 4 <= usize::from(width)
    }

    /// Whether an edge of `width` cells has room for what stands at its top right.
    #[must_use]
    pub fn has_room_for_state(&self, width: u16) -> bool {
        Sides::of(&self.title, &self.state, width).right > 0
    }

    /// Whether a note has room in an edge of `width` cells, beside what stands at its left.
    #[must_use]
    pub fn has_room_for(&self, note: &Line<'_>, width: u16) -> bool {
        Sides::of(&self.more, note, width).right > 0
    }

    /// The cells that the title has in an edge of `width` cells.
    #[must_use]
    pub fn room_for_title(&self, width: u16) -> usize {
        Sides::of(&self.title, &self.state, width).left.saturating_sub(2)
    }

    /// Puts a name behind a word at the top left of an edge of `width` cells; where it has no room, it is cut in its
    /// middle. Tells whether all of it stands there.
    pub fn name(&mut self, word: &'static str, name: &str, theme: Theme, width: u16) -> bool {
        let title = |name: String| {
            Line::from(vec![
                Span::styled(word, theme.strong()),
                Span::styled(" ", theme.strong()),
                Span::raw(name),
            ])
        };
        self.title = title(name.to_owned());
        let is_whole = self.has_room_for_title(width);
        let room = self.room_for_title(width).saturating_sub(cells::width(word) + 1);
        self.title = title(cells::middled(name, room).into_owned());
        is_whole
    }

    /// Draws it; what is inside is left as it is.
    pub fn draw(&self, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let style = if self.focused { theme.accent() } else { theme.dim() };
        if self.is_open {
            for x in area.left()..area.right() {
                buffer[(x, area.y)].set_char('─').set_style(style);
            }
            return words(&self.title, &self.more, area.y, area, buffer);
        }
        edges(area, style, buffer);
        words(&self.title, &self.state, area.y, area, buffer);
        words(&self.more, &self.note, area.bottom() - 1, area, buffer);
    }
}

fn edges(area: Rect, style: Style, buffer: &mut Buffer) {
    let (left, right, top, bottom) = (area.x, area.right() - 1, area.y, area.bottom() - 1);
    let mut set = |x: u16, y: u16, symbol: char| {
        buffer[(x, y)].set_char(symbol).set_style(style);
    };
    for x in left + 1..right {
        set(x, top, '─');
        set(x, bottom, '─');
    }
    for y in top + 1..bottom {
        set(left, y, '│');
        set(right, y, '│');
    }
    set(left, top, '╭');
    set(right, top, '╮');
    set(left, bottom, '╰');
    set(right, bottom, '╯');
}

/// The cells that the words at either side of an edge may take, with a blank at either side of each; 0
/// where there is nothing, or no room.
struct Sides {
    left: usize,
    right: usize,
}

impl Sides {
    fn of(left: &Line<'_>, right: &Line<'_>, width: u16) -> Self {
        // The corners, and a stroke beside each.
        let room = usize::from(width).saturating_sub(4);
        let (left, right) = (cells::line_width(left), cells::line_width(right));
        let padded = |width: usize| if width == 0 { 0 } else { width + 2 };
        let needed = padded(left.min(LEAST_TITLE)) + 1 + padded(right);
        let right = if needed <= room { padded(right) } else { 0 };
        Self { left: room.saturating_sub(right + usize::from(right > 0)), right }
    }
}

/// Draws the words of one edge.
fn words(left: &Line<'_>, right: &Line<'_>, y: u16, area: Rect, buffer: &mut Buffer) {
    let sides = Sides::of(left, right, area.width);
    let left_width = cells::line_width(left);
    if left_width > 0 && sides.left > 2 {
        let taken = cells::short((left_width + 2).min(sides.left));
        word(left, Rect { x: area.x + 2, y, width: taken, height: 1 }, buffer);
    }
    if sides.right > 2 {
        let taken = cells::short(sides.right);
        word(right, Rect { x: area.right() - 2 - taken, y, width: taken, height: 1 }, buffer);
    }
}

/// Draws one of them over the stroke.
fn word(words: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    cells::clear(buffer, area);
    cells::put_line(buffer, (area.x + 1, area.y), words, area.width - 2);
}
