//! The list of drafts.

use crate::app::update::selection;
use crate::app::{App, DraftsPage, Effects, Overlay};
use crate::edit::Subject;

use super::form;

/// Lists the drafts.
pub fn list(app: &mut App) {
    app.browser_mut().below_scroll = 0;
    app.place_mut().overlays.push(Overlay::Drafts(DraftsPage::default()));
}

/// Opens the form of the draft under the cursor.
pub fn open(app: &mut App, fx: &mut Effects) {
    if app.is_read_only() {
        return form::say_read_only(app, fx);
    }
    if let Some(subject) = chosen(app) {
        app.place_mut().overlays.pop();
        if let Some(image) = subject.images().next() {
            selection::select(app, fx, image);
        }
        form::open_of(app, fx, &subject);
    }
}

/// Asks whether the draft under the cursor is to be thrown away.
pub fn ask_discard(app: &mut App) {
    if let Some(subject) = chosen(app) {
        app.place_mut().overlays.push(Overlay::AskDiscard(subject));
    }
}

/// Throws a draft away: the person said so twice.
pub fn discard(app: &mut App, subject: &Subject) {
    app.notices.clear_passing();
    app.place_mut().overlays.pop();
    app.place_mut().forms.remove(subject);
}

fn chosen(app: &App) -> Option<Subject> {
    let Some(Overlay::Drafts(page)) = app.top() else { return None };
    app.place().drafts().nth(page.at).map(|form| form.subject.clone())
}
