//! What closes a page, and what says yes to one.

use crate::app::{App, Closing, Effect, Effects, Overlay, Question, Topic};

use super::edits::{drafts, form, review};
use super::places::{log_in, seeking};
use super::tabs::users;
use super::{browse, palette};

/// Closes the page that lies topmost; without one, the detail.
pub fn close(app: &mut App, fx: &mut Effects) {
    let Some(page) = app.top().map(Overlay::page) else {
        if !users::go_back(app, fx) {
            browse::back_to_list(app, fx);
        }
        return;
    };
    match page.closing {
        Closing::KeepDraft => return form::close(app, fx),
        Closing::CallOff => {
            app.notices.forget(Topic::Unread);
            return review::back(app, fx);
        }
        Closing::EndLogIn => return log_in::close(app, fx),
        Closing::KeepLine => return palette::close(app),
        Closing::HideProcessOutput => app.errors.show_process_output(false),
        Closing::Plain => {}
    }
    app.place_mut().overlays.pop();
}

/// Yes to what is asked.
pub fn answer_yes(app: &mut App, fx: &mut Effects) {
    let Some(page) = app.top().map(Overlay::page) else { return };
    match (page.question, page.subject.cloned()) {
        (Some(Question::Discard), Some(subject)) => drafts::discard(app, &subject),
        (Some(Question::SendUnnoted), _) => review::send_unnoted(app, fx),
        (Some(Question::GoThere), _) => seeking::go_there(app, fx),
        (Some(Question::Quit), _) => fx.push(Effect::Quit),
        (Some(Question::Discard) | None, _) => {}
    }
}
