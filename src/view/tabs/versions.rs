//! The versions of an image: a line each, and below them all of the one in focus.
//!
//! ```text
//! ▌● 12  latest, prod +1      CREATED         2d
//!  ✖ 11                       CREATE_FAILED   3d
//!  ● 10  stable               CREATED        20d
//! ─────────────────────────────────────────────────
//! Version 12
//! Status           ● CREATED
//! Container image  …amazonaws.com/sklearn@
//!                  sha256:9f86d081884c7d65…
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, ListedVersion, LoadStage, Shown, Target, Versions};
use crate::domain::ImageName;
use crate::view::frame::focus;
use crate::view::frame::split::Split;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{age, cells, status};
use crate::view::theme::{Look, Theme};

use super::version_columns::{self as columns, Columns, GAP, LEAD};
use super::{state, version};

/// A mark and a blank.
const MARK: u16 = 2;

/// Draws them and tells how far what stands below the list can be scrolled.
pub fn draw(
    app: &App,
    look: &Look,
    image: &ImageName,
    (area, focused): (Rect, bool),
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let Some(versions) = app.place().versions_of(image) else { return Viewport::default() };
    let Some(row) = app.browser().versions.row(image, versions) else {
        let area = cells::padded(area);
        let mut lines = Lines::new(area.width);
        write_empty(app, look.theme, versions, &mut lines);
        return lines.draw(area, app.browser().detail_scroll, buffer);
    };
    let split = Split::of(area, versions.len());
    let list = List { app, theme: look.theme, image, versions, focused };
    list.draw(row, split.list, shown, buffer);
    split.draw_rule(look.theme, buffer);
    let below = cells::padded(split.below);
    let mut lines = Lines::new(below.width);
    write_below(app, look, image, versions, &mut lines);
    lines.draw(below, app.browser().detail_scroll, buffer)
}

/// How fresh the list is.
#[must_use]
pub fn read_state(app: &App, theme: Theme, image: &ImageName) -> Line<'static> {
    let Some(versions) = app.place().versions_of(image) else { return Line::default() };
    match (&versions.load.stage, versions.load.whole_at) {
        (LoadStage::Loading { .. }, Some(at)) if !app.says_loading() => state::read(app, theme, at),
        (LoadStage::Loading { .. }, None) if !app.says_loading() => Line::default(),
        (LoadStage::Loading { .. }, Some(_)) => state::refreshing(theme, "…"),
        (LoadStage::Loading { got: 0 }, None) => state::loading(theme, "…"),
        (LoadStage::Loading { got }, None) => state::loading(theme, &format!(" {got}…")),
        (LoadStage::Failed { .. }, Some(at)) => state::old(app, theme, at),
        (LoadStage::Failed { .. } | LoadStage::Idle, None) if versions.is_empty() => Line::default(),
        (LoadStage::Failed { .. }, None) => Line::styled("! incomplete", theme.bad()),
        (LoadStage::Idle, Some(at)) => state::read(app, theme, at),
        (LoadStage::Idle, None) => Line::styled("incomplete", theme.busy()),
    }
}

fn write_empty(app: &App, theme: Theme, versions: &Versions, lines: &mut Lines) {
    match &versions.load.stage {
        LoadStage::Loading { .. } if versions.load.whole_at.is_none() && !app.says_loading() => {}
        LoadStage::Loading { .. } if versions.load.whole_at.is_none() => {
            lines.text(0, "Loading versions…", theme.busy());
        }
        LoadStage::Failed { .. } => write_trouble(app, theme, versions, lines),
        LoadStage::Loading { .. } | LoadStage::Idle if versions.load.whole_at.is_some() => {
            lines.text(0, "No versions yet.", theme.strong());
        }
        LoadStage::Loading { .. } | LoadStage::Idle => {}
    }
}

/// Why the newest reading of the list came to nothing.
fn write_trouble(app: &App, theme: Theme, versions: &Versions, lines: &mut Lines) {
    let LoadStage::Failed { failure, .. } = &versions.load.stage else { return };
    let left = match (versions.load.whole_at, versions.is_empty()) {
        (Some(at), _) => format!("The list is old: read {}.", age::long(at, app.now)),
        (None, false) => "The list is incomplete.".into(),
        (None, true) => String::new(),
    };
    state::write_trouble(app, theme, ("Couldn't list versions", failure), &left, lines);
}

/// What stands below the list.
fn write_below(app: &App, look: &Look, image: &ImageName, versions: &Versions, lines: &mut Lines) {
    write_trouble(app, look.theme, versions, lines);
    let tab = &app.browser().versions;
    let Some(focus) = tab.focus(image, versions) else { return };
    match tab.marked(image, versions) {
        Some(marked) if marked != focus => version::write_both(app, look, image, (marked, focus), lines),
        marked => version::write(app, look, (image, focus), marked.is_some(), lines),
    }
}

/// The list.
struct List<'a> {
    app: &'a App,
    theme: Theme,
    image: &'a ImageName,
    versions: &'a Versions,
    /// Whether it has the keys.
    focused: bool,
}

impl List<'_> {
    /// Draws the rows around the one in focus.
    fn draw(&self, row: usize, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
        let height = usize::from(area.height);
        let top = focus::top(row, self.versions.len(), height);
        let marked = self.app.browser().versions.marked(self.image, self.versions);
        // Where one is marked, each row has room for the mark.
        let lead = if marked.is_some() { MARK } else { 0 };
        let largest = self.versions.at(0).map_or(0, |version| version.number);
        let digits = cells::short(largest.to_string().len());
        let columns = Columns::of(area.width.saturating_sub(lead), digits);
        let window = self.versions.rows().iter().enumerate().skip(top).take(height);
        for ((at, version), y) in window.zip(area.top()..area.bottom()) {
            let place = Rect { y, height: 1, ..area };
            if at == row {
                let style = if self.focused { self.theme.accent() } else { self.theme.dim() };
                cells::put(buffer, (area.x, y), "▌", area.width, style);
            }
            if marked == Some(version.number) {
                let room = area.width.saturating_sub(LEAD);
                cells::put(buffer, (area.x + LEAD, y), "✓", room, self.theme.accent());
            }
            self.draw_row(version, at == row, (lead, columns), place, buffer);
            shown.clickables.add(place, Target::Version(self.image.clone(), version.number));
        }
    }

    fn draw_row(
        &self,
        version: &ListedVersion,
        is_cursor: bool,
        (lead, columns): (u16, Columns),
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let (theme, right) = (self.theme, area.right());
        let mut put = |x: u16, text: &str, room: u16, style| {
            cells::put(buffer, (x, area.y), text, room.min(right.saturating_sub(x)), style);
        };
        let state = version.status.as_ref();
        let hue = status::style(theme, state);
        put(area.x + 1, status::symbol(state), 1, hue);
        let mut x = area.x + LEAD + lead;
        let plain = if is_cursor && self.focused { theme.strong() } else { theme.plain() };
        put(x, &format!("{:>1$}", version.number, usize::from(columns.number)), columns.number, plain);
        x += columns.number + GAP;
        let aliases = self.versions.aliases_of(version.number);
        if !aliases.is_empty() {
            put(x, &columns::aliases(aliases, columns.aliases.into()), columns.aliases, plain);
        } else if !self.versions.knows_all_aliases() && self.versions.aliases().value.is_loading() {
            put(x, "…", columns.aliases, theme.dim());
        }
        x += columns.aliases + GAP;
        if columns.status > 0 {
            let is_calm = state.is_some_and(|state| !state.is_failed() && !state.is_changing());
            let word = status::word(state);
            put(x, word, columns.status, if is_calm { theme.dim() } else { hue });
            x += columns.status + GAP;
        }
        if let Some(created) = version.created.filter(|_| columns.age > 0) {
            let age = age::short(created, self.app.now);
            put(x + columns.age.saturating_sub(cells::short(age.len())), &age, columns.age, theme.dim());
        }
    }
}
