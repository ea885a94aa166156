//! A click beside a page.

use ratatui::layout::Position;

use crate::app::layout::{self, Frame};
use crate::app::update::closing;
use crate::app::{App, Closing, Effects, Form, Overlay};

/// Closes the page that lies topmost if the click was beside it, and nothing is lost by that.
pub fn close(app: &mut App, fx: &mut Effects, cell: Position) {
    fx.draw = false;
    let Some(top) = app.top().filter(|_| app.is_front_shown()) else { return };
    let is_beside = Frame::of(app).body.contains(cell) && !layout::overlay_area(app, top).contains(cell);
    if is_beside && loses_nothing(app, top) {
        fx.draw = true;
        closing::close(app, fx);
    }
}

/// Whether nothing that was typed, asked or begun goes with the page.
fn loses_nothing(app: &App, top: &Overlay) -> bool {
    let page = top.page();
    let is_kind = match page.closing {
        Closing::Plain | Closing::KeepLine | Closing::HideProcessOutput => page.question.is_none(),
        Closing::KeepDraft => !app.form().is_some_and(Form::is_draft),
        Closing::CallOff | Closing::EndLogIn => false,
    };
    is_kind && !has_words(top)
}

/// Whether something is typed in the page that is nowhere else. The line of the palette comes back as the one before,
/// and the form tells itself whether it is a draft.
fn has_words(top: &Overlay) -> bool {
    match top {
        Overlay::Picker(picker) => !picker.input.text().is_empty(),
        Overlay::Help(help) => !help.search.text().is_empty(),
        Overlay::LogIn(log_in) => !log_in.code.text().is_empty(),
        Overlay::Form(_)
        | Overlay::Review(_)
        | Overlay::Conflict(_)
        | Overlay::History(_)
        | Overlay::Drafts(_)
        | Overlay::Palette(_)
        | Overlay::CopyMenu(_)
        | Overlay::Themes(_)
        | Overlay::Errors(_)
        | Overlay::AskDiscard(_)
        | Overlay::AskUnnoted(_)
        | Overlay::AskElsewhere(_)
        | Overlay::AskQuit => false,
    }
}
