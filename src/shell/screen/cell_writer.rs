//! Cells as the bytes that a terminal shows them by, as few as it takes.

use std::io::{self, Write};
use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;

use crate::app::Links;

use super::moving::{self, Cursor};
use super::sgr::Look;
use super::{hyperlinks, rows};

/// Writes the cells of one frame, which come in any order; it is shortest from left to right.
pub struct CellWriter<'a> {
    out: &'a mut Vec<u8>,
    frame: &'a Buffer,
    links: &'a Links,
    /// Where the cursor of the terminal is, if that is known.
    at: Option<Cursor>,
    look: Look,
    link: Option<&'a Arc<str>>,
    /// Blanks that are not written yet, from where on; they are neighbours.
    blanks: Option<(Position, u16)>,
}

impl<'a> CellWriter<'a> {
    /// A writer of the cells of `frame`, into `out`. The terminal's look is the default.
    pub fn new(out: &'a mut Vec<u8>, frame: &'a Buffer, links: &'a Links) -> Self {
        Self { out, frame, links, at: None, look: Look::default(), link: None, blanks: None }
    }

    /// Writes a cell.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn put(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let place = Position { x, y };
        if is_erasable(cell) && self.links.at(place).is_none() {
            return self.put_blank(place);
        }
        let goes_on = self.blanks.is_some_and(|(from, count)| (from.x + count, from.y) == (x, y));
        self.flush_blanks(goes_on)?;
        self.write(place, cell)
    }

    /// Has a blank wait for others; what is between them is blank already.
    fn put_blank(&mut self, place: Position) -> io::Result<()> {
        let Position { x, y } = place;
        let is_blank =
            |x: u16| is_erasable(&self.frame[(x, y)]) && self.links.at(Position { x, y }).is_none();
        let goes_on = |(from, count): &(Position, u16)| {
            let next = from.x + count;
            from.y == y && next <= x && (next..x).all(is_blank)
        };
        if let Some((from, _)) = self.blanks.filter(goes_on) {
            self.blanks = Some((from, x + 1 - from.x));
            return Ok(());
        }
        self.flush_blanks(false)?;
        self.blanks = Some((place, 1));
        Ok(())
    }

    /// Writes what waits, and leaves the terminal with the default look.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush_blanks(false)?;
        self.lead_to(None)?;
        self.look.change(Look::default(), self.out)
    }

    fn flush_blanks(&mut self, goes_on: bool) -> io::Result<()> {
        let Some((from, count)) = self.blanks.take() else { return Ok(()) };
        let is_rest = from.x + count == self.frame.area.right();
        let sequence = if is_rest { b"\x1b[K".len() } else { moving::length(count) };
        // What is erased is not passed.
        let erasing = if goes_on && !is_rest { 2 * sequence } else { sequence };
        if usize::from(count) < erasing {
            for x in from.x..from.x + count {
                self.write(Position { x, ..from }, &Cell::EMPTY)?;
            }
            return Ok(());
        }
        self.move_to(from)?;
        self.lead_to(None)?;
        // What is erased gets the colour of the ground that is set.
        self.take_look(Look::default(), true)?;
        if is_rest { self.out.write_all(b"\x1b[K") } else { write!(self.out, "\x1b[{count}X") }
    }

    fn write(&mut self, place: Position, cell: &Cell) -> io::Result<()> {
        self.move_to(place)?;
        self.lead_to(self.links.at(place))?;
        self.take_look(Look::of(cell), rows::is_blank(cell))?;
        let symbol = cell.symbol();
        self.out.write_all(symbol.as_bytes())?;
        let is_single = cell.diff_option == CellDiffOption::None
            && symbol.chars().nth(1).is_none()
            && symbol.cell_width() == 1
            && place.x + 1 < self.frame.area.right();
        let before = self.at.filter(|_| is_single);
        self.at = before.map(|at| Cursor {
            place: Position { x: place.x + 1, ..place },
            doubt: at.doubt + u16::from(!symbol.is_ascii()),
        });
        Ok(())
    }

    /// For a blank, any look will do that has the same ground and no line.
    fn take_look(&mut self, look: Look, is_blank: bool) -> io::Result<()> {
        if is_blank && self.look.on_blank() == look.on_blank() {
            return Ok(());
        }
        std::mem::replace(&mut self.look, look).change(look, self.out)
    }

    fn lead_to(&mut self, link: Option<&'a Arc<str>>) -> io::Result<()> {
        if self.link == link {
            return Ok(());
        }
        self.link = link;
        match link {
            Some(address) => hyperlinks::begin(address, self.out),
            None => hyperlinks::end(self.out),
        }
    }

    fn move_to(&mut self, place: Position) -> io::Result<()> {
        let before = self.at.replace(Cursor { place, doubt: 0 });
        let Some(cursor) = before else { return moving::go(None, place, self.out) };
        if cursor.place == place {
            self.at = before;
            return Ok(());
        }
        let begin = self.out.len();
        let width = self.frame.area.right();
        moving::go(Some(cursor).filter(|cursor| cursor.is_in_row(width)), place, self.out)?;
        if cursor.leads_to(place) && self.is_bridge(cursor.place, place.x, self.out.len() - begin) {
            self.out.truncate(begin);
            let between = (cursor.place.x..place.x).map(|x| self.frame[(x, place.y)].symbol());
            between.for_each(|symbol| self.out.extend_from_slice(symbol.as_bytes()));
        }
        Ok(())
    }

    /// Whether what stands between is written in as few bytes as a move takes, and looks as what was written last.
    fn is_bridge(&self, at: Position, x: u16, move_length: usize) -> bool {
        // What a wide character covers is no gap: behind one the cursor is not known.
        let is_alike = |x: u16| {
            let (place, cell) = (Position { x, ..at }, &self.frame[(x, at.y)]);
            let look = Look::of(cell);
            let is_alike =
                look == self.look || rows::is_blank(cell) && look.on_blank() == self.look.on_blank();
            let is_letter = cell.diff_option == CellDiffOption::None && cell.symbol().len() == 1;
            is_letter && is_alike && self.links.at(place) == self.link
        };
        usize::from(x - at.x) <= move_length && (at.x..x).all(is_alike)
    }
}

/// Whether a cell looks as one that was erased.
fn is_erasable(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.diff_option == CellDiffOption::None && Look::of(cell).is_plain()
}
