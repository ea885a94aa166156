//! Where a command is found by its name.
//!
//! ```text
//! ╭ Commands 1/3 ───────────────────────────────────────────────╮
//! │:fil█                                                        │
//! │▌ filter        filter: letters of name, display name…     / │
//! │  filter TERMS  filter the list, as status:failed…           │
//! │ –clear-filter  No filter to clear.             Esc │
//! │─────────────────────────────────────────────────────────────│
//! │ filter: letters of name, display name or description, …     │
//! ╰─────────────────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Palette, PaletteRow, Shown, Target, layout};
use crate::view::frame::border::Border;
use crate::view::frame::split::Split;
use crate::view::frame::{focus, prompt};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::palette_row::{self, PaletteColumns};

/// Draws it in its frame. The row under the cursor is always in sight.
pub fn draw(
    app: &App,
    palette: &Palette,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = layout::inside(area);
    let rows = palette.rows(app);
    let at = palette.at.min(rows.len().saturating_sub(1));
    cells::clear(buffer, area);
    let caret = prompt::draw(":", &palette.input, theme, inner, shown, buffer);
    let rest = Rect { y: inner.y.saturating_add(1), height: inner.height.saturating_sub(1), ..inner };
    let position = if rows.is_empty() { String::new() } else { format!(" {}/{}", at + 1, rows.len()) };
    let viewport = draw_rows(app, palette, (&rows, at), theme, rest, shown, buffer);
    Border {
        focused: true,
        title: Line::from(vec![Span::styled("Commands", theme.strong()), Span::raw(position)]),
        more: Line::styled(viewport.words(), theme.dim()),
        ..Border::default()
    }
    .draw(theme, area, buffer);
    Viewport { caret, ..viewport }
}

fn draw_rows(
    app: &App,
    palette: &Palette,
    (rows, at): (&[PaletteRow], usize),
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let Some(row) = rows.get(at) else {
        let mut lines = Lines::new(cells::padded(area).width);
        lines.text(0, &palette.nothing_found(app), theme.bad());
        return lines.draw(cells::padded(area), 0, buffer);
    };
    let split = Split::with_below(area, rows_below(area.height));
    let window = usize::from(split.list.height);
    let top = focus::top(at, rows.len(), window);
    let columns = PaletteColumns::of(split.list.width, rows);
    shown.clickables.add(split.list, Target::PageList);
    for ((number, row), y) in rows.iter().enumerate().skip(top).take(window).zip(split.list.top()..) {
        let place = Rect { y, height: 1, ..split.list };
        palette_row::draw(row, number == at, columns, theme, place, buffer);
        shown.clickables.add(place, Target::Command(row.name.clone()));
    }
    split.draw_rule(theme, buffer);
    below(palette, (row, at), theme, split.below).draw(cells::padded(split.below), 0, buffer);
    Viewport { above: top, below: rows.len().saturating_sub(top + window), window, caret: None }
}

/// So many rows are for what is under the cursor, whatever that is: the list stands still.
fn rows_below(height: u16) -> usize {
    match height {
        ..5 => 0,
        5 => 1,
        6..14 => 2,
        14.. => 3,
    }
}

/// What the row under the cursor does, or why it can't be run.
fn below(palette: &Palette, (row, at): (&PaletteRow, usize), theme: Theme, area: Rect) -> Lines {
    let mut lines = Lines::new(cells::padded(area).width).dense(true);
    let mut words = lines.beside();
    let refused = palette.refused.as_ref().filter(|(of, _)| *of == at);
    match (refused, &row.obstacle) {
        (Some((_, why)), _) => words.text(0, why, theme.bad()),
        (None, Some(why)) => words.text(0, why, theme.dim()),
        (None, None) => words.text(0, &row.help, theme.plain()),
    }
    lines.take(words, area.height.into());
    lines
}
