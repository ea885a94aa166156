//! Which file draws which page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Overlay, Shown};
use crate::view::text::viewport::Viewport;
use crate::view::theme::Look;

use super::{
    conflict, copy_menu, discard, drafts, elsewhere, errors, form, help, history, log_in, palette, picker,
    quit, review, themes, unnoted,
};

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
        Overlay::Form(subject) => form::draw(app, subject, look, area, shown, buffer),
        Overlay::Review(review) => review::draw(app, review, theme, area, shown, buffer),
        Overlay::Help(page) => help::draw(app, page, theme, area, shown, buffer),
        Overlay::Conflict(conflict) => conflict::draw(app, conflict, theme, area, shown, buffer),
        Overlay::History(page) => history::draw(app, page.image.as_ref(), page.at, look, area, shown, buffer),
        Overlay::Drafts(page) => drafts::draw(app, page.at, look, area, shown, buffer),
        Overlay::Errors(page) => errors::draw(app, page.scroll, look, area, buffer),
        Overlay::Palette(page) => palette::draw(app, page, theme, area, shown, buffer),
        Overlay::Picker(picker) => picker::draw(app, picker, theme, area, shown, buffer),
        Overlay::CopyMenu(menu) => copy_menu::draw(app, menu, theme, area, shown, buffer),
        Overlay::Themes(page) => themes::draw(app, page.at, theme, area, shown, buffer),
        Overlay::LogIn(page) => log_in::draw(app, page, theme, area, shown, buffer),
        Overlay::AskDiscard(subject) => discard::draw(app, subject, theme, area, shown, buffer),
        Overlay::AskUnnoted(question) => unnoted::draw(app, question, theme, area, shown, buffer),
        Overlay::AskElsewhere(question) => elsewhere::draw(app, question, theme, area, shown, buffer),
        Overlay::AskQuit => quit::draw(app, theme, area, shown, buffer),
    }
}
