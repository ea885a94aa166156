//! Rows of two frames of one size, and what differs between them. Most rows are the same, and comparing them is much
//! cheaper than to look what of them is to be written.

use std::io;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::view::over_blanks;

use super::sgr::OF_LETTERS;

/// The numbers of all rows.
pub fn all(buffer: &Buffer) -> Range<u16> {
    0..buffer.area.height
}

/// The cells of a row.
pub fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let begin = usize::from(y) * width;
    buffer.content.get(begin..begin + width).unwrap_or_default()
}

/// Whether there is nothing in a cell.
pub fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.diff_option == CellDiffOption::None
}

/// Makes blanks that look the same the same: the colour of a letter is not seen where there is none.
pub fn even_out_blanks(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !(cell.modifier - OF_LETTERS).is_empty() || !is_blank(cell) {
            continue;
        }
        (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
    }
}

/// The numbers of the rows that are otherwise than they were, into `changed`.
pub fn find_changed(shown: &Buffer, next: &Buffer, changed: &mut Vec<u16>) {
    changed.clear();
    changed.extend(all(next).filter(|y| row(shown, *y) != row(next, *y)));
}

/// Finds what is to be written of rows; it keeps the room for that.
#[derive(Debug, Default)]
pub struct RowChanges {
    shown: Buffer,
    next: Buffer,
}

impl RowChanges {
    /// Gives each cell of a row that is to be written to `put`, with its column.
    ///
    /// # Errors
    ///
    /// What `put` says.
    pub fn each(
        &mut self,
        (shown, next): (&Buffer, &Buffer),
        y: u16,
        mut put: impl FnMut(u16, &Cell) -> io::Result<()>,
    ) -> io::Result<()> {
        take(row(shown, y), &mut self.shown);
        mark_covered(&mut self.shown.content);
        take(row(next, y), &mut self.next);
        over_blanks(self.shown.diff_iter(&self.next), &self.next).try_for_each(|(x, _, cell)| put(x, cell))
    }
}

/// Gives each cell that is to be written on a blank screen to `put`, with its place: nothing is covered there.
///
/// # Errors
///
/// What `put` says.
pub fn each_on_blank(
    (blank, next): (&Buffer, &Buffer),
    mut put: impl FnMut(u16, u16, &Cell) -> io::Result<()>,
) -> io::Result<()> {
    over_blanks(blank.diff_iter(next), next).try_for_each(|(x, y, cell)| put(x, y, cell))
}

fn take(cells: &[Cell], into: &mut Buffer) {
    into.area = Rect::new(0, 0, u16::try_from(cells.len()).unwrap_or(u16::MAX), 1);
    into.content.clear();
    into.content.extend_from_slice(cells);
}

/// Has the cells that a wide character covers differ from all others: what becomes of its other half where something
/// is written over the first, and how that looks, is each terminal's own matter.
fn mark_covered(cells: &mut [Cell]) {
    let mut x = 0;
    while x < cells.len() {
        let behind = x + usize::from(cells[x].cell_width().max(1));
        for covered in cells.iter_mut().take(behind).skip(x + 1) {
            covered.set_symbol("");
        }
        x = behind;
    }
}
