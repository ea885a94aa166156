//! Which file draws which page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Overlay, Shown};
use crate::view::text::viewport::Viewport;
use crate::view::theme::Look;

use super::{conflict, discard, drafts, errors, form, help, history, log_in, picker, quit, review, unnoted};

/// Draws what lies over the browser at `area`. What has to be known of a page besides how far it can
/// be scrolled, it tells in `shown`.
pub fn draw(
    app: &App,
    overlay: &Overlay,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let theme = look.theme;
    match overlay {
        Overlay::Form(image) => form::draw(app, image, look, area, shown, buffer),
        Overlay::Review(review) => review::draw(app, review, theme, area, shown, buffer),
        Overlay::Help(scroll) => help::draw(app, *scroll, theme, area, buffer),
        Overlay::Conflict(conflict) => conflict::draw(app, conflict, theme, area, shown, buffer),
        Overlay::History { image, at } => history::draw(app, image.as_ref(), *at, look, area, shown, buffer),
        Overlay::Drafts(at) => drafts::draw(app, *at, look, area, shown, buffer),
        Overlay::Errors(scroll) => errors::draw(app, *scroll, look, area, buffer),
        Overlay::Picker(picker) => picker::draw(app, picker, theme, area, shown, buffer),
        Overlay::LogIn(lines) => log_in::draw(lines, theme, area, shown, buffer),
        Overlay::AskDiscard(image) => discard::draw(image, theme, area, shown, buffer),
        Overlay::AskUnnoted(question) => unnoted::draw(question, theme, area, shown, buffer),
        Overlay::AskQuit => quit::draw(app, theme, area, shown, buffer),
    }
}
