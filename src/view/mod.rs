//! State in, cells out.
//!
//! ```text
//! header    where we are, on one row or two
//! list      detail       side by side, or the one that has the keys
//! messages  the newest notice, the writes under way
//! footer    the keys that work now
//! ```
//!
//! One file a pane; what they share is `cells` (text in cells), `wrap`, `page` (rows that scroll)
//! and `pane` (frames). Everything is clipped to the buffer, whatever its size.

mod address;
mod age;
mod aws_setup;
mod cells;
mod columns;
mod conflict;
mod detail;
mod diff;
mod differences;
mod discard;
mod drafts;
mod empty;
mod errors;
mod failure;
mod first_run;
mod focus;
mod footer;
mod form;
mod header;
mod help;
mod hint;
mod history;
mod list;
mod log_in;
mod messages;
mod offer;
mod page;
mod pane;
mod picker;
mod prompt;
mod question;
mod quit;
mod review;
mod split;
mod status;
mod steady;
#[cfg(test)]
mod tests;
mod theme;
mod too_small;
mod typed;
mod unnoted;
mod verdict;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::layout::{self, Frame, Panes, Shown};
use crate::app::{App, Overlay, wrap};

use page::View;
pub use steady::over_blanks;
pub use theme::{Look, Theme};

/// Draws the whole screen and tells how far what it shows can be scrolled.
#[must_use]
pub fn view(app: &App, look: &Look, buffer: &mut Buffer) -> Shown {
    let shown = draw(app, look, buffer);
    steady::steady(buffer);
    shown
}

fn draw(app: &App, look: &Look, buffer: &mut Buffer) -> Shown {
    let theme = look.theme;
    if app.size.is_too_small() {
        too_small::draw(app, theme, buffer.area, buffer);
        return Shown::default();
    }
    let frame = Frame::of(app);
    header::draw(app, theme, frame.header, buffer);
    let detail = draw_browser(app, look, frame.body, buffer);
    let mut shown = Shown { place: app.here(), detail_overflow: detail.overflow(), ..Shown::default() };
    (shown.page, shown.caret) = (detail.window, detail.caret);
    for overlay in &app.place().overlays {
        // What lies below stands back; slivers of it beside a page would only be in the way.
        if overlay.is_question() && layout::overlay_area(app, overlay).height + 2 < frame.body.height {
            buffer.set_style(frame.body, theme.dim());
        } else {
            cells::clear(buffer, frame.body);
        }
        draw_overlay(app, overlay, look, &mut shown, buffer);
    }
    messages::draw(app, theme, frame.message, buffer);
    footer::draw(app, &shown, theme, frame.footer, buffer);
    shown
}

/// List, detail or both; where there is nothing to look at, what can be done about that. Tells how
/// the detail can be scrolled.
fn draw_browser(app: &App, look: &Look, body: Rect, buffer: &mut Buffer) -> View {
    // A filter that is typed wants its line.
    if app.place().is_unusable() && app.place().typing.is_none() {
        first_run::draw(app, look.theme, body, buffer);
        return View::default();
    }
    let panes = Panes::of(app, body);
    let caret = if panes.list.width > 0 { list::draw(app, look.theme, panes.list, buffer) } else { None };
    View { caret, ..detail::draw(app, look, panes.detail, buffer) }
}

/// Draws what lies over the rest, and tells of it instead of what lies below.
fn draw_overlay(app: &App, overlay: &Overlay, look: &Look, shown: &mut Shown, buffer: &mut Buffer) {
    let (theme, area) = (look.theme, layout::overlay_area(app, overlay));
    (shown.review, shown.question) = (None, None);
    let view = match overlay {
        Overlay::Form(image) => match app.place().forms.get(image) {
            Some(form) => form::draw(app, form, look, area, buffer),
            None => View::default(),
        },
        Overlay::Review(review) => {
            let (view, painted) = review::draw(app, review, theme, area, buffer);
            shown.review = painted;
            view
        }
        Overlay::Help(scroll) => help::draw(app, *scroll, theme, area, buffer),
        Overlay::Conflict(conflict) => conflict::draw(app, conflict, theme, area, buffer),
        Overlay::History { image, at } => history::draw(app, image.as_ref(), *at, look, area, buffer),
        Overlay::Drafts(at) => drafts::draw(app, *at, look, area, buffer),
        Overlay::Errors(scroll) => errors::draw(app, *scroll, look, area, buffer),
        Overlay::Picker(picker) => picker::draw(app, picker, theme, area, buffer),
        Overlay::LogIn(page) => log_in::draw(page, theme, area, buffer),
        Overlay::AskDiscard(image) => discard::draw(image, theme, area, buffer),
        Overlay::AskUnnoted(question) => {
            shown.question = Some(question.viewing);
            unnoted::draw(theme, area, buffer)
        }
        Overlay::AskQuit => quit::draw(app, theme, area, buffer),
    };
    shown.overlay = Some(std::mem::discriminant(overlay));
    (shown.overlay_overflow, shown.page, shown.caret) = (view.overflow(), view.window, view.caret);
}
