//! What is on the screen, and the cheapest way to what should be.

mod cell_writer;
mod hyperlinks;
mod moving;
mod rows;
mod scrolling;
mod sgr;

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use crate::app::{Links, Size};

use cell_writer::CellWriter;
use rows::RowChanges;
use scrolling::Scrolling;

/// Another program may have left the terminal otherwise, or a frame of ours that was cut off.
const ALL_ROWS_SCROLL: &[u8] = b"\x1b[r";

/// A screen behind a writer. Each frame leaves in one write, between the marks of a synchronized
/// update; a frame that changes nothing writes nothing.
#[derive(Debug)]
pub struct Screen<W> {
    writer: W,
    /// The frame that is being written.
    pending: Vec<u8>,
    shown: Buffer,
    next: Buffer,
    /// The rows in which they differ.
    changed: Vec<u16>,
    row_changes: RowChanges,
    /// What of the shown is a link.
    links: Links,
    /// What is on the terminal is not known: the next frame begins with a clear.
    unknown: bool,
    /// Where the terminal's cursor is shown, if it is.
    cursor: Option<Position>,
    shows_links: bool,
}

impl<W: Write> Screen<W> {
    /// A screen of `size` that has just been cleared.
    pub fn new(writer: W, size: Size) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        Self {
            writer,
            pending: Vec::new(),
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            changed: Vec::new(),
            row_changes: RowChanges::default(),
            links: Links::default(),
            unknown: false,
            cursor: None,
            shows_links: false,
        }
    }

    /// Where the frames go.
    pub fn writer(&mut self) -> &mut W {
        &mut self.writer
    }

    /// Whether the terminal is given links. At first it is not.
    pub fn show_links(&mut self, shows: bool) {
        self.shows_links = shows;
    }

    /// Paints every cell anew with the next frame.
    pub fn forget(&mut self) {
        self.unknown = true;
    }

    /// Paints what `view` draws, with the terminal's cursor where `view` says, or hidden: there an
    /// input method opens its window, and a screen reader reads.
    ///
    /// # Errors
    ///
    /// When the terminal can't be written to, as when it is gone.
    pub fn paint<T>(
        &mut self,
        size: Size,
        view: impl FnOnce(&mut Buffer) -> (T, Option<Position>),
    ) -> io::Result<T> {
        self.paint_with_links(size, |buffer| {
            let (seen, cursor) = view(buffer);
            (seen, cursor, Links::default())
        })
    }

    /// The same with what of it is a link. Where only that has changed, its cells are written anew.
    ///
    /// # Errors
    ///
    /// When the terminal can't be written to, as when it is gone.
    pub fn paint_with_links<T>(
        &mut self,
        size: Size,
        view: impl FnOnce(&mut Buffer) -> (T, Option<Position>, Links),
    ) -> io::Result<T> {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area != area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
            self.unknown = true;
        }
        self.next.reset();
        let (seen, cursor, links) = view(&mut self.next);
        rows::even_out_blanks(&mut self.next);
        let links = if self.shows_links { links } else { Links::default() };
        let cursor = cursor.filter(|cursor| area.contains(*cursor));
        self.pending.clear();
        let is_unknown = std::mem::take(&mut self.unknown);
        if is_unknown {
            self.shown.reset();
            self.changed.clear();
            queue!(self.pending, BeginSynchronizedUpdate, Hide)?;
            self.pending.extend_from_slice(ALL_ROWS_SCROLL);
            queue!(self.pending, Clear(ClearType::All))?;
            self.cursor = None;
            self.links = Links::default();
            self.write_changes(is_unknown, cursor, &links)?;
        } else if self.has_changed() || self.cursor != cursor || self.links != links {
            queue!(self.pending, BeginSynchronizedUpdate)?;
            self.scroll()?;
            self.write_changes(is_unknown, cursor, &links)?;
        }
        self.links = links;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(seen)
    }

    /// Finds the rows that are to be written; tells whether there are any.
    fn has_changed(&mut self) -> bool {
        rows::find_changed(&self.shown, &self.next, &mut self.changed);
        !self.changed.is_empty()
    }

    /// Has the terminal move what only moved.
    fn scroll(&mut self) -> io::Result<()> {
        if let Some(scrolling) = Scrolling::find(&self.shown, &self.next, &self.changed) {
            self.hide_cursor()?;
            scrolling.write(&mut self.pending)?;
            scrolling.apply(&mut self.shown, &mut self.links);
            rows::find_changed(&self.shown, &self.next, &mut self.changed);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.take().is_some() { queue!(self.pending, Hide) } else { Ok(()) }
    }

    fn write_changes(&mut self, is_blank: bool, cursor: Option<Position>, links: &Links) -> io::Result<()> {
        self.hide_cursor()?;
        let mut cells = CellWriter::new(&mut self.pending, &self.next, links);
        if is_blank {
            rows::each_on_blank((&self.shown, &self.next), |x, y, cell| cells.put(x, y, cell))?;
        }
        for &y in &self.changed {
            let put = |x, cell: &Cell| cells.put(x, y, cell);
            self.row_changes.each((&self.shown, &self.next), y, put)?;
        }
        for (x, y, cell) in hyperlinks::changes((&self.shown, &self.links), (&self.next, links)) {
            cells.put(x, y, cell)?;
        }
        cells.finish()?;
        if let Some(cursor) = cursor {
            queue!(self.pending, MoveTo(cursor.x, cursor.y), Show)?;
        }
        self.cursor = cursor;
        queue!(self.pending, EndSynchronizedUpdate)?;
        self.writer.write_all(&self.pending)?;
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    const SIZE: Size = Size { width: 10, height: 2 };

    #[test]
    fn a_frame_that_changes_nothing_writes_nothing() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "hello", Style::new());
            ((), None)
        };
        screen.paint(SIZE, draw).unwrap();
        let first = screen.writer.len();
        assert!(String::from_utf8_lossy(&screen.writer).contains("hello"));
        screen.paint(SIZE, draw).unwrap();
        assert_eq!(screen.writer.len(), first);
        screen.forget();
        screen.paint(SIZE, draw).unwrap();
        assert!(screen.writer.len() > first);
    }

    #[test]
    fn every_frame_is_one_synchronized_update() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        for (size, text) in [(SIZE, "a"), (Size { width: 4, height: 1 }, "b"), (SIZE, "c")] {
            let draw = |buffer: &mut Buffer| {
                buffer.set_string(0, 0, text, Style::new());
                ((), None)
            };
            screen.paint(size, draw).unwrap();
        }
        let written = String::from_utf8(screen.writer).unwrap();
        assert_eq!(written.matches("\x1b[?2026h").count(), 3);
        assert_eq!(written.matches("\x1b[?2026l").count(), 3);
        assert!(written.ends_with("\x1b[?2026l"));
    }

    #[test]
    fn the_cursor_stands_where_text_is_typed_and_nowhere_else() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        let mut paint = |cursor: Option<(u16, u16)>| {
            screen.writer.clear();
            screen.paint(SIZE, |_| ((), cursor.map(Position::from))).unwrap();
            String::from_utf8(screen.writer.clone()).unwrap()
        };
        assert_eq!(paint(None), "");
        let shown = paint(Some((3, 1)));
        assert!(shown.contains("\x1b[2;4H\x1b[?25h"), "{shown:?}");
        assert_eq!(paint(Some((3, 1))), "");
        assert!(paint(Some((4, 1))).contains("\x1b[2;5H\x1b[?25h"));
        let hidden = paint(None);
        assert!(hidden.contains("\x1b[?25l") && !hidden.contains("\x1b[?25h"), "{hidden:?}");
        assert!(!paint(Some((99, 1))).contains("\x1b[?25h"), "outside the screen");
    }
}
