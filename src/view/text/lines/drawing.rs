//! Rows on the screen, and what of them can be clicked or is a link.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Clickables, Links};
use crate::view::text::cells;
use crate::view::text::viewport::Viewport;

use super::{Lines, LinkedCells, Mark};

impl Lines {
    /// Draws as much as `area` has room for, from row `scroll` on or as far down as makes sense.
    pub fn draw(&self, area: Rect, scroll: usize, buffer: &mut Buffer) -> Viewport {
        let window = usize::from(area.height);
        let above = scroll.min(self.rows.len().saturating_sub(window));
        for (row, y) in (above..self.rows.len()).zip(area.top()..area.bottom()) {
            cells::put_pieces(buffer, (area.x, y), self.pieces_of(row), area.width);
        }
        Viewport { above, below: self.rows.len().saturating_sub(above + window), window, caret: None }
    }

    /// Tells which cells are links, once it was drawn at `area`.
    pub fn tell_links(&self, area: Rect, viewport: Viewport, links: &mut Links) {
        for LinkedCells { row, columns, address } in &self.links {
            let Some(down) = row.checked_sub(viewport.above) else { continue };
            let left = area.x.saturating_add(cells::short(columns.start));
            let width = cells::short(columns.len());
            let y = area.y.saturating_add(cells::short(down));
            links.add(Rect { x: left, y, width, height: 1 }.intersection(area), address);
        }
    }

    /// The same, and tells what of it can be clicked.
    pub fn draw_clickable(
        &self,
        area: Rect,
        scroll: usize,
        clickables: &mut Clickables,
        buffer: &mut Buffer,
    ) -> Viewport {
        let viewport = self.draw(area, scroll, buffer);
        for Mark { rows, columns, target } in &self.marks {
            let y = |row: usize| area.y.saturating_add(cells::short(row.saturating_sub(viewport.above)));
            let x = |column: usize| area.x.saturating_add(cells::short(column));
            let (left, top) = (x(columns.start), y(rows.start));
            let (width, height) = (x(columns.end).saturating_sub(left), y(rows.end).saturating_sub(top));
            clickables.add(Rect { x: left, y: top, width, height }.intersection(area), target.clone());
        }
        viewport
    }
}
