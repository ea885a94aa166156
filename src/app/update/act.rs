//! From a key to what it does.

use crossterm::event::{KeyCode, KeyEvent};

use crate::domain::Text;
use crate::keys::{Action, Chord, Keymap};

use super::{
    armed, browse, conflict, drafts, filtering, form, journal, loading, log_in, picking, quit, review, switch,
};
use crate::app::{
    App, Choice, Closing, Effect, Effects, ErrorsPage, Handed, HelpPage, Input, Overlay, Pick, Question,
    Typed, layout,
};

/// Takes a key press: the scopes in force say what it does; where text is typed, what they do not
/// name is typed.
pub fn key(app: &mut App, fx: &mut Effects, key: KeyEvent) {
    let chord = Chord::from(key);
    let (scopes, types) = app.scopes();
    if app.size.is_too_small() {
        return act_unseen(app, fx, Keymap::builtin().action(scopes, chord, |action| app.can(action)));
    }
    let action = if types && chord.types() {
        None
    } else {
        Keymap::builtin().action(scopes, chord, |action| app.can(action))
    };
    match action {
        Some(action) => act(app, fx, action),
        None => match chord.plain().filter(|_| types) {
            Some(key) => press(app, fx, key),
            None => fx.draw = false,
        },
    }
}

/// On a screen on which nothing fits, nothing is typed, chosen or sent that nobody sees.
fn act_unseen(app: &mut App, fx: &mut Effects, action: Option<Action>) {
    match action {
        Some(action @ (Action::Quit | Action::QuitNow | Action::Redraw | Action::Suspend)) => {
            act(app, fx, action);
        }
        _ => fx.draw = false,
    }
}

/// Pasted text is typed where text is typed; elsewhere it does nothing, whatever it holds.
pub fn paste(app: &mut App, fx: &mut Effects, text: &str) {
    if app.size.is_too_small() {
        fx.draw = false;
        return;
    }
    match app.typed() {
        Some(Typed::Pick) => {
            let text = Text::clean(text.trim());
            picking::type_in(app, |input| input.insert(text.as_str()));
        }
        Some(Typed::Code) => log_in::paste(app, text),
        Some(Typed::Filter) => filtering::paste(app, fx, text),
        Some(Typed::Field) => {
            if let Some(form) = app.top_form() {
                form.paste(text);
            }
        }
        None => fx.draw = false,
    }
}

fn press(app: &mut App, fx: &mut Effects, key: KeyCode) {
    let width = layout::typed_width(app);
    type_in(app, fx, |input| input.press(key, width));
}

/// Changes the text that is typed, wherever that is.
fn type_in(app: &mut App, fx: &mut Effects, change: impl FnOnce(&mut Input)) {
    match app.typed() {
        Some(Typed::Pick) => picking::type_in(app, change),
        Some(Typed::Code) => log_in::type_in(app, change),
        Some(Typed::Filter) => filtering::type_in(app, fx, change),
        Some(Typed::Field) => {
            if let Some(form) = app.top_form() {
                form.type_in(change);
            }
        }
        None => {}
    }
}

fn act(app: &mut App, fx: &mut Effects, action: Action) {
    use Action as A;
    if let Some(edit) = action.text_edit() {
        return type_in(app, fx, |input| input.edit(edit));
    }
    match action {
        A::Filter => filtering::begin(app),
        A::ClearFilter | A::DropFilter => filtering::drop_filter(app, fx),
        A::KeepFilter => filtering::keep(app, fx),
        A::Edit => form::open(app, fx),
        A::NextField => form::move_focus(app, true),
        A::PreviousField => form::move_focus(app, false),
        A::PutBack => form::put_back(app),
        A::Review => review::open(app, fx),
        A::Send => review::send(app, fx),
        A::SendWhenSettled => armed::toggle(app, fx),
        A::SendUnnoted => review::ask_unnoted(app, fx),
        A::CopyField => form::copy_field(app, fx),
        A::CopyCommand => review::copy_command(app, fx),
        A::CopyArn => browse::copy_arn(app, fx),
        A::Refresh => loading::refresh(app, fx),
        A::Help => app.place_mut().overlays.push(Overlay::Help(HelpPage::default())),
        A::CloseForm
        | A::BackToForm
        | A::CloseHelp
        | A::AnswerNo
        | A::CloseConflict
        | A::CloseHistory
        | A::CloseDrafts
        | A::CloseErrors
        | A::ClosePicker
        | A::CloseLogIn
        | A::CloseCode => close(app, fx),
        A::ToggleProcessOutput => {
            let shows = app.errors.shows_process_output();
            app.errors.show_process_output(!shows);
        }
        A::AnswerYes => answer_yes(app, fx),
        A::Quit | A::QuitNow => quit::ask(app, fx),
        A::Redraw => fx.push(Effect::Redraw),
        A::Suspend => suspend(app, fx),
        A::ToggleUtc => app.utc = !app.utc,
        A::Dismiss => drop(app.notices.dismiss()),
        _ if decide(app, fx, action) || go(app, fx, action) => {}
        _ => move_about(app, fx, action),
    }
}

/// Conflicts, history and drafts; tells whether `action` was one of theirs.
fn decide(app: &mut App, fx: &mut Effects, action: Action) -> bool {
    use Action as A;
    match action {
        A::TakeMine => conflict::choose(app, Choice::Mine),
        A::TakeTheirs => conflict::choose(app, Choice::Theirs),
        A::EditClash => conflict::edit(app),
        A::NextClash => conflict::move_focus(app, true),
        A::PreviousClash => conflict::move_focus(app, false),
        A::Decided => conflict::decided(app, fx),
        A::Undo => journal::undo_last(app, fx),
        A::History => journal::show(app),
        A::HistoryWiden => journal::widen(app),
        A::HistoryUndo => journal::undo_chosen(app, fx),
        A::Drafts => drafts::list(app),
        A::OpenDraft => drafts::open(app, fx),
        A::DiscardDraft => drafts::ask_discard(app),
        A::Errors => app.place_mut().overlays.push(Overlay::Errors(ErrorsPage::default())),
        _ => return false,
    }
    true
}

/// Other places and their keys; tells whether `action` was about them.
fn go(app: &mut App, fx: &mut Effects, action: Action) -> bool {
    use Action as A;
    match action {
        A::PickProfile => picking::open(app, fx, Pick::Profile),
        A::PickRegion if app.mode.demo => picking::say_one_region(app, fx),
        A::PickRegion => picking::open(app, fx, Pick::Region),
        A::PickerDown => picking::move_by(app, 1),
        A::PickerUp => picking::move_by(app, -1),
        A::PickerPageDown => picking::move_pages(app, 1),
        A::PickerPageUp => picking::move_pages(app, -1),
        A::PickerChoose => picking::choose(app, fx),
        A::LogIn => log_in::begin(app, fx),
        A::RunLogIn => log_in::run(app, fx),
        A::OtherBrowser => log_in::turn_to_other_browser(app),
        A::SendCode => log_in::send_code(app, fx),
        A::CopyLogIn => log_in::copy(app, fx),
        A::LoggedIn => log_in::handed_back(app, fx, app.here, Handed::Done),
        A::StopTrying => switch::stop_trying(app, fx),
        A::TryDemo => quit::try_demo(app, fx),
        _ => return false,
    }
    true
}

/// Closes the page that lies topmost; without one, the detail.
fn close(app: &mut App, fx: &mut Effects) {
    let Some(page) = app.top().map(Overlay::page) else { return browse::back_to_list(app, fx) };
    match page.closing {
        Closing::KeepDraft => return form::close(app, fx),
        Closing::CallOff => return review::back(app, fx),
        Closing::EndLogIn => return log_in::close(app, fx),
        Closing::HideProcessOutput => app.errors.show_process_output(false),
        Closing::Plain => {}
    }
    app.place_mut().overlays.pop();
}

/// Yes to what is asked.
fn answer_yes(app: &mut App, fx: &mut Effects) {
    let Some(page) = app.top().map(Overlay::page) else { return };
    match (page.question, page.image.cloned()) {
        (Some(Question::Discard), Some(image)) => drafts::discard(app, &image),
        (Some(Question::SendUnnoted), _) => review::send_unnoted(app, fx),
        (Some(Question::Quit), _) => fx.push(Effect::Quit),
        (Some(Question::Discard) | None, _) => {}
    }
}

/// Another program's words stand on the screen meanwhile.
fn suspend(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    app.look_again(here, |_| true);
    fx.push(Effect::Suspend);
}

fn move_about(app: &mut App, fx: &mut Effects, action: Action) {
    use Action as A;
    match action {
        A::ListDown => browse::move_by(app, fx, 1),
        A::ListUp => browse::move_by(app, fx, -1),
        A::ListFirst => browse::move_to(app, fx, 0),
        A::ListLast => browse::move_to(app, fx, usize::MAX),
        A::ListPageDown => browse::move_pages(app, fx, 2),
        A::ListPageUp => browse::move_pages(app, fx, -2),
        A::ListHalfDown => browse::move_pages(app, fx, 1),
        A::ListHalfUp => browse::move_pages(app, fx, -1),
        A::SortNext => browse::sort(app, crate::app::Sort::next),
        A::SortReverse => browse::sort(app, crate::app::Sort::reverse),
        A::OpenDetail => browse::open_detail(app, fx),
        A::BackToList => browse::back_to_list(app, fx),
        A::HistoryDown | A::DraftsDown => browse::move_cursor(app, 1),
        A::HistoryUp | A::DraftsUp => browse::move_cursor(app, -1),
        A::DetailDown | A::ReviewDown | A::HelpDown | A::ErrorsDown => browse::scroll(app, 1),
        A::DetailUp | A::ReviewUp | A::HelpUp | A::ErrorsUp => browse::scroll(app, -1),
        A::DetailPageDown | A::HelpPageDown | A::HistoryPageDown | A::DraftsPageDown | A::ReviewPageDown => {
            browse::scroll_page(app, 1);
        }
        A::DetailPageUp | A::HelpPageUp | A::HistoryPageUp | A::DraftsPageUp | A::ReviewPageUp => {
            browse::scroll_page(app, -1);
        }
        A::DetailTop => app.browser_mut().detail_scroll = 0,
        A::DetailBottom => {
            let bottom = app.shown.detail_overflow;
            app.browser_mut().detail_scroll = bottom;
        }
        _ => {}
    }
}
