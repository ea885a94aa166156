//! The whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::layout::{self, Frame};
use crate::app::{App, Clickables, Overlay, Panes, Shown, Target};
use crate::theme::Symbols;

use super::frame::{ascii, caption, footer, ground, header, messages, steady, too_small};
use super::list::images;
use super::pages::{first_run, overlay};
use super::tabs::pane;
use super::text::cells;
use super::text::viewport::Viewport;
use super::theme::Look;

/// Draws the whole screen and tells what it shows: how far that can be scrolled, and what can be
/// clicked.
#[must_use]
pub fn view(app: &App, look: &Look, buffer: &mut Buffer) -> Shown {
    let shown = draw(app, look, buffer);
    ground::fill(look.theme, buffer);
    steady::steady(buffer);
    if look.theme.symbols == Symbols::Ascii {
        ascii::lower(buffer);
    }
    shown
}

fn draw(app: &App, look: &Look, buffer: &mut Buffer) -> Shown {
    let theme = look.theme;
    if app.size.is_too_small() {
        too_small::draw(app, theme, buffer.area, buffer);
        return Shown::default();
    }
    let frame = Frame::of(app);
    let clickables = Clickables::with_room(app.size.height);
    let mut shown = Shown { front: app.front(), place: app.here(), clickables, ..Shown::default() };
    header::draw(app, theme, frame.header, &mut shown, buffer);
    let detail = draw_browser(app, look, frame.body, &mut shown, buffer);
    shown.detail_overflow = detail.overflow();
    (shown.page, shown.caret) = (detail.window, detail.caret);
    for overlay in &app.place().overlays {
        draw_overlay(app, overlay, look, frame.body, &mut shown, buffer);
    }
    messages::draw(app, theme, frame.message, &mut shown, buffer);
    caption::draw(app, theme, frame.caption, buffer);
    footer::draw(app, &mut shown, theme, frame.footer, buffer);
    shown
}

/// List, detail or both; where there is nothing to look at, what can be done about that. Tells how
/// the detail can be scrolled.
fn draw_browser(app: &App, look: &Look, body: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Viewport {
    if app.shows_first_run() {
        first_run::draw(app, look.theme, body, shown, buffer);
        return Viewport::default();
    }
    let panes = Panes::of(app, body);
    let caret =
        if panes.list.width > 0 { images::draw(app, look.theme, panes.list, shown, buffer) } else { None };
    let detail = pane::draw(app, look, panes.detail, shown, buffer);
    // Both frames, without their corners.
    for (pane, x) in [(panes.list, panes.list.right().saturating_sub(1)), (panes.detail, panes.detail.x)] {
        if panes.list.width > 0 && panes.detail.width > 0 {
            let edge = Rect { x, y: pane.y + 1, width: 1, height: pane.height.saturating_sub(2) };
            shown.clickables.add(edge, Target::Divider);
        }
    }
    Viewport { caret: caret.or(detail.caret), ..detail }
}

/// Draws what lies over the rest, and tells of it instead of what lies below.
fn draw_overlay(
    app: &App,
    overlay: &Overlay,
    look: &Look,
    body: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) {
    let area = layout::overlay_area(app, overlay);
    // What lies below stands back; slivers of it beside a page would only be in the way.
    if layout::is_beside_list(app, overlay) {
        cells::clear(buffer, area);
    } else if overlay.is_question() && area.height + 2 < body.height {
        buffer.set_style(body, look.theme.behind());
    } else {
        cells::clear(buffer, body);
    }
    (shown.review, shown.question) = (None, None);
    // Nothing is clicked through a page, nor beside it while it stands.
    shown.clickables.cover(body);
    shown.links.cover(body);
    shown.clickables.add(area, Target::Page);
    let viewport = overlay::draw(app, overlay, look, area, shown, buffer);
    shown.overlay = Some(std::mem::discriminant(overlay));
    (shown.overlay_overflow, shown.page, shown.caret) =
        (viewport.overflow(), viewport.window, viewport.caret);
}
