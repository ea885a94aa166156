//! Cells as the bytes that a terminal shows them by, as few as it takes.

use std::io::{self, Write};
use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;

use crate::app::Links;

use super::hyperlinks;
use super::sgr::Look;

/// A gap of so few cells that look like the ones before is written, not passed over: a move takes as many
/// bytes, or more.
const BRIDGED: u16 = 3;
/// So many blanks and more are erased at once where others follow: that takes two sequences.
const ERASED: u16 = 10;

/// Writes the cells of one frame, which come in any order; it is shortest from left to right.
pub struct CellWriter<'a> {
    out: &'a mut Vec<u8>,
    frame: &'a Buffer,
    links: &'a Links,
    /// Where the cursor of the terminal is, if that is known.
    at: Option<Position>,
    /// How many columns further it may be in some terminals: so many characters were written since it was sent
    /// somewhere that some show in two cells.
    doubt: u16,
    look: Look,
    link: Option<&'a Arc<str>>,
    /// Blanks that are not written yet, from where on; they are neighbours.
    blanks: Option<(Position, u16)>,
}

impl<'a> CellWriter<'a> {
    /// A writer of the cells of `frame`, into `out`. The terminal's look is the default.
    pub fn new(out: &'a mut Vec<u8>, frame: &'a Buffer, links: &'a Links) -> Self {
        Self { out, frame, links, at: None, doubt: 0, look: Look::default(), link: None, blanks: None }
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
        let least = if goes_on { ERASED } else { ERASED / 2 };
        if !is_rest && count < least || count < 4 {
            for x in from.x..from.x + count {
                self.write(Position { x, ..from }, &Cell::EMPTY)?;
            }
            return Ok(());
        }
        self.move_to(from)?;
        self.lead_to(None)?;
        // What is erased gets the colour of the ground that is set.
        self.take_look(Look::default())?;
        if is_rest { self.out.write_all(b"\x1b[K") } else { write!(self.out, "\x1b[{count}X") }
    }

    fn write(&mut self, place: Position, cell: &Cell) -> io::Result<()> {
        self.move_to(place)?;
        self.lead_to(self.links.at(place))?;
        self.take_look(Look::of(cell))?;
        let symbol = cell.symbol();
        self.out.write_all(symbol.as_bytes())?;
        let is_single = cell.diff_option == CellDiffOption::None
            && symbol.chars().nth(1).is_none()
            && symbol.cell_width() == 1
            && place.x + 1 < self.frame.area.right();
        self.at = is_single.then_some(Position { x: place.x + 1, ..place });
        self.doubt += u16::from(!symbol.is_ascii());
        Ok(())
    }

    fn take_look(&mut self, look: Look) -> io::Result<()> {
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
        let Position { x, y } = place;
        let before = self.at.replace(place);
        if before == Some(place) {
            return Ok(());
        }
        // A line that is full in some terminals may have ended there.
        let is_in_row = |at: &Position| at.y == y && at.x + self.doubt < self.frame.area.right();
        match before.filter(is_in_row) {
            Some(at) if self.doubt == 0 && at.x < x => return self.pass(at, x),
            Some(_) => write!(self.out, "\x1b[{}G", x + 1)?,
            None if x == 0 => write!(self.out, "\x1b[{}H", y + 1)?,
            None => write!(self.out, "\x1b[{};{}H", y + 1, x + 1)?,
        }
        self.doubt = 0;
        Ok(())
    }

    /// Goes on to `x` in the row: by what stands between, if that is short and looks as what was written last.
    fn pass(&mut self, at: Position, x: u16) -> io::Result<()> {
        let between = || (at.x..x).map(|x| (Position { x, ..at }, &self.frame[(x, at.y)]));
        // What a wide character covers is no gap: behind one the cursor is not known.
        let is_alike = |(place, cell): (Position, &Cell)| {
            let is_letter = cell.diff_option == CellDiffOption::None && cell.symbol().len() == 1;
            is_letter && Look::of(cell) == self.look && self.links.at(place) == self.link
        };
        match x - at.x {
            gap if gap <= BRIDGED && between().all(is_alike) => {
                between().try_for_each(|(_, cell)| self.out.write_all(cell.symbol().as_bytes()))
            }
            1 => self.out.write_all(b"\x1b[C"),
            gap => write!(self.out, "\x1b[{gap}C"),
        }
    }
}

/// Whether a cell looks as one that was erased.
fn is_erasable(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.diff_option == CellDiffOption::None && Look::of(cell).is_plain()
}
