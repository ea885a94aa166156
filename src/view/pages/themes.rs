//! The themes, each with its own colours.
//!
//! ```text
//! ╭ Theme ───────────────────────────────────────────────╮
//! │   NAME        COLORS    ABOUT                        │
//! │▌✓ sagescope   ▌ ● ◐ ✖   on the terminal's own backg… │
//! │   modus       ▌ ● ◐ ✖   Operandi and Vivendi, with … │
//! ╰──────────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{App, Shown, Target, layout};
use crate::domain::Text;
use crate::theme::{Depth, Symbols, Theme as KnownTheme};
use crate::view::frame::border::Border;
use crate::view::frame::rows::{LEAD, Rows, highlight};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

const GAP: u16 = 2;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// A symbol and a blank for each of the colours that are shown, and a blank before them.
const SWATCH: u16 = 11;
/// Names beyond this width are cut off.
const MOST_NAME: usize = 24;

/// Draws the list in its frame. The row under the cursor is always in sight.
pub fn draw(
    app: &App,
    at: usize,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = layout::inside(area);
    cells::clear(buffer, area);
    let mut lines = Lines::new(cells::padded(inner).width);
    if let Some(words) = note(app) {
        lines.text(0, words, theme.dim());
    }
    let height = cells::short(lines.len()).min(inner.height / 2);
    let list = Rect { height: inner.height - height, ..inner };
    let foot = Rect { y: list.bottom(), height, ..inner };
    let themes = app.appearance.themes.all();
    let rows = Rows::of(list, at, themes.len());
    shown.clickables.add(rows.area, Target::PageList);
    let names = themes.iter().map(|it| cells::width(&it.name)).max().unwrap_or_default().min(MOST_NAME);
    let behind = LEAD + cells::short(names) + GAP;
    let heads = [(LEAD, "NAME"), (behind, "COLORS"), (behind + SWATCH, "ABOUT")];
    rows.draw_heads(&heads, theme, buffer);
    for ((row, place), known) in rows.places().zip(themes.iter().skip(rows.top)) {
        draw_name(app, known, cells::short(names), theme, place, buffer);
        if row == at {
            highlight(place, theme, buffer);
        }
        draw_swatch(app, known, cells::short(names), place, buffer);
        shown.clickables.add(place, Target::Theme(Text::clean(&known.name)));
    }
    lines.draw(cells::padded(foot), 0, buffer);
    let window = rows.window();
    let below = themes.len().saturating_sub(rows.top + window);
    let viewport = Viewport { above: rows.top, below, window, caret: None };
    Border {
        focused: true,
        title: Line::styled("Theme", theme.strong()),
        more: Line::styled(viewport.words(), theme.dim()),
        ..Border::default()
    }
    .draw(theme, area, buffer);
    rows.draw_bar(theme, buffer);
    viewport
}

/// Why the themes may look alike.
fn note(app: &App) -> Option<&'static str> {
    match app.appearance.depth {
        Depth::None => Some("Colors are off: NO_COLOR is set, or the terminal or a setting has none."),
        Depth::Sixteen => Some("The terminal's own 16 colors are used, so the built-in themes look alike."),
        Depth::Indexed | Depth::True => None,
    }
}

fn draw_name(app: &App, known: &KnownTheme, names: u16, theme: Theme, place: Rect, buffer: &mut Buffer) {
    if known.name == app.appearance.name() {
        cells::put(buffer, (place.x + 1, place.y), "✓", 1, theme.accent());
    }
    let x = place.x.saturating_add(LEAD);
    let room = |x: u16| place.right().saturating_sub(x.saturating_add(EDGE));
    cells::put(buffer, (x, place.y), &known.name, room(x).min(names), theme.plain());
    let about = x.saturating_add(names + GAP + SWATCH);
    cells::put(buffer, (about, place.y), &known.about, room(about), theme.dim());
}

/// A symbol in each of the theme's colours, on its background.
fn draw_swatch(app: &App, known: &KnownTheme, names: u16, place: Rect, buffer: &mut Buffer) {
    let theirs = Theme::of(app.appearance.palette_of(known), Symbols::Unicode);
    let x = place.x.saturating_add(LEAD + names + GAP);
    if place.right().saturating_sub(EDGE) < x.saturating_add(SWATCH) {
        return;
    }
    let on = theirs.ground().map_or(Style::new(), |(text, background)| Style::new().fg(text).bg(background));
    let area = Rect { x, width: SWATCH - GAP, ..place };
    cells::clear(buffer, area);
    buffer.set_style(area, on);
    let samples = [("▌", theirs.accent()), ("●", theirs.good()), ("◐", theirs.busy()), ("✖", theirs.bad())];
    for ((symbol, style), x) in samples.into_iter().zip((x + 1..).step_by(2)) {
        cells::put(buffer, (x, place.y), symbol, 1, style);
    }
}
