//! What a press selects, and gives the keys to.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Position;

use crate::app::update::edits::{conflict, form};
use crate::app::update::tabs::cursor;
use crate::app::update::{act, browse, moving, selection};
use crate::app::{App, Clickable, Effects, Overlay, Pane, Tab, Target};
use crate::domain::ImageName;
use crate::keys::{Action, Chord, Found};

use super::typing;

/// Selects what was pressed, and gives the keys to where it stands.
pub fn select(app: &mut App, fx: &mut Effects, Clickable { area, target }: &Clickable, cell: Position) {
    let column = usize::from(cell.x.saturating_sub(area.x));
    match target {
        Target::List => focus_list(app, fx),
        Target::Image(name) => select_image(app, fx, name),
        Target::Detail => focus_detail(app, fx),
        Target::Tab(tab) => open_tab(app, fx, *tab),
        Target::Version(image, number) => {
            focus_detail(app, fx);
            cursor::focus_version(app, fx, image, *number);
        }
        Target::Usage(image, item) => {
            focus_detail(app, fx);
            cursor::focus_user(app, image, item);
        }
        Target::Field(key) => match app.top() {
            Some(Overlay::Conflict(_)) => conflict::focus(app, key),
            _ => form::focus(app, fx, key),
        },
        Target::FieldText(key, start) => form::put_caret(app, fx, key, (*start, column)),
        Target::Line(start) => typing::put_caret(app, fx, (*start, column)),
        Target::Entry(_)
        | Target::Draft(_)
        | Target::Offer(_)
        | Target::Command(_)
        | Target::Copy(_)
        | Target::Theme(_) => {
            if let Some(row) = row_of(app, target) {
                moving::put_cursor(app, row);
            }
        }
        Target::Page
        | Target::PageList
        | Target::Divider
        | Target::Profile
        | Target::Region
        | Target::Action(_) => fx.draw = false,
    }
}

/// Whether a double click opens it.
pub fn can_be_opened(target: &Target) -> bool {
    match target {
        Target::Image(_)
        | Target::Version(..)
        | Target::Usage(..)
        | Target::Entry(_)
        | Target::Draft(_)
        | Target::Offer(_)
        | Target::Command(_)
        | Target::Copy(_)
        | Target::Theme(_) => true,
        Target::List
        | Target::Detail
        | Target::Page
        | Target::PageList
        | Target::Tab(_)
        | Target::Field(_)
        | Target::FieldText(..)
        | Target::Line(_)
        | Target::Divider
        | Target::Profile
        | Target::Region
        | Target::Action(_) => false,
    }
}

/// Opens what was selected by the press before: does what Enter does there.
pub fn open(app: &mut App, fx: &mut Effects) {
    let enter = Chord::from(KeyEvent::from(KeyCode::Enter));
    let action = match app.find_keys(&[enter]) {
        Found::Does(binding) => binding.action,
        Found::Begun | Found::Nothing => return,
    };
    act::act(app, fx, action);
}

/// The row of the topmost page on which something stands now.
fn row_of(app: &App, target: &Target) -> Option<usize> {
    let place = app.place();
    match (app.top()?, target) {
        (Overlay::History(page), Target::Entry(id)) => {
            place.history.rows(page.image.as_ref()).iter().position(|row| row.id() == id)
        }
        (Overlay::Drafts(_), Target::Draft(subject)) => {
            place.drafts().position(|form| form.subject == *subject)
        }
        (Overlay::Picker(picker), Target::Offer(name)) => {
            picker.offers(app).iter().position(|offer| offer.picked() == name.as_ref())
        }
        (Overlay::Palette(palette), Target::Command(name)) => {
            palette.rows(app).iter().position(|row| row.name == *name)
        }
        (Overlay::CopyMenu(menu), Target::Copy(action)) => {
            menu.offers.iter().position(|offer| offer.action == *action)
        }
        (Overlay::Themes(_), Target::Theme(name)) => {
            app.appearance.themes.names().position(|it| it == name.as_str())
        }
        _ => None,
    }
}

fn focus_list(app: &mut App, fx: &mut Effects) {
    typing::end(app, fx);
    if app.browser().pane == Pane::Detail {
        browse::back_to_list(app, fx);
    }
}

fn select_image(app: &mut App, fx: &mut Effects, name: &ImageName) {
    let (place, browser) = app.place_and_browser();
    if browser.list.shows(&place.images, name) {
        focus_list(app, fx);
        selection::select(app, fx, name);
    }
}

/// Nothing that was scrolled to goes out of sight by that.
fn focus_detail(app: &mut App, fx: &mut Effects) {
    typing::end(app, fx);
    if app.browser().pane == Pane::List && app.can(Action::OpenDetail) {
        let scroll = app.browser().detail_scroll;
        browse::open_detail(app, fx);
        app.browser_mut().detail_scroll = scroll;
    }
}

fn open_tab(app: &mut App, fx: &mut Effects, tab: Tab) {
    let action = tab.action();
    if app.can(action) {
        focus_detail(app, fx);
        act::act(app, fx, action);
    }
}
