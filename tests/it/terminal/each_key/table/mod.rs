//! Where each action is done, and what is to be seen then.

mod browser;
mod pages;

use browser::{in_detail, in_filter, in_list, in_shell_pick, on_image};
use pages::{in_conflict, in_copy_menu, in_form, in_palette, in_review};
use sagescope::keys::{Action, Motion, RawAction, Scope, TextEdit};

use super::expected::{At, Expected};
use super::places::{
    CODE, COPY, DRAFTS, ERRORS, HALF_DONE, HELP, HELP_SEARCH, HISTORY, LIST, LOG_IN, LOW, LOW_DRAFTS,
    LOW_HISTORY, LOW_REVIEW, PALETTE, PICKER, QUESTION, RAW, SHELL_PICK, SLIM_RAW, TEXT, THEMES, TOUR,
};
use super::world::Kind;

/// What is to be seen of a row of the key table; nothing where that was not thought of.
pub fn expected(scope: Scope, action: Action) -> Option<Expected> {
    Some(match (scope, action) {
        (_, Action::Move(motion)) => return moves(scope, motion),
        (_, Action::Text(edit)) => text(edit),
        (_, Action::Raw(raw)) => of_raw(raw),
        (Scope::List, _) => return in_list(action),
        (Scope::Detail, _) => return in_detail(action),
        (Scope::Image, _) => return on_image(action),
        (Scope::Filter, _) => return in_filter(action),
        (Scope::Form, _) => return in_form(action),
        (Scope::ShellPick, _) => return in_shell_pick(action),
        (Scope::Review, _) => return in_review(action),
        (Scope::Conflict, _) => return in_conflict(action),
        (Scope::Copy, _) => return in_copy_menu(action),
        (Scope::Palette, _) => return in_palette(action),
        (Scope::Everywhere, _) => return everywhere(action),
        (Scope::History, Action::HistoryUndo) => HISTORY.sees("shows Review"),
        (Scope::History, Action::GoOn | Action::LeaveRest) => HALF_DONE.sees("changed"),
        (Scope::History, Action::HistoryWiden) => HISTORY.sees("changed"),
        (Scope::History, Action::Close) => HISTORY.sees("hides Esc close").back("press H; shows Esc close"),
        (Scope::Drafts, Action::OpenDraft) => DRAFTS.sees("shows Edit "),
        (Scope::Drafts, Action::DiscardDraft) => DRAFTS.sees("shows y yes").back("press esc; hides y yes"),
        (Scope::Drafts, Action::Close) => DRAFTS.sees("hides Esc close").back("press D; shows Esc close"),
        (Scope::Errors, Action::ToggleProcessOutput) => {
            At(Kind::Process, "shows No credentials; press !; shows o process output")
                .sees("shows No such file")
        }
        (Scope::Errors, Action::Close) => ERRORS.sees("hides Esc close").back("press !; shows Esc close"),
        (Scope::Themes, Action::ChooseTheme) => THEMES.sees("hides Latte and Mocha"),
        (Scope::Themes, Action::Close) => {
            THEMES.sees("hides Latte and Mocha").back("press ctrl-t; shows Latte and Mocha")
        }
        (Scope::Picker, Action::PickerChoose) => {
            PICKER.sees("shows eu-west-1").after("type eu-west-1; shows 1/1")
        }
        (Scope::Picker, Action::Close) => PICKER.sees("hides Esc close").back("press R; shows Esc close"),
        (Scope::Code, Action::SendCode) => CODE.sees("shows invalid MFA").after("type 135790; shows ••••••"),
        (Scope::Code, Action::Close) => CODE.sees("shows Press L to log in"),
        (Scope::LogIn, Action::RunLogIn) => LOG_IN.sees("shows not on your PATH"),
        (Scope::LogIn, Action::OtherBrowser | Action::Close) => LOG_IN.sees("hides --use-device-code"),
        (Scope::LogIn, Action::CopyLogIn) => LOG_IN.sees("shows Copied the command"),
        (Scope::LogIn, Action::LoggedIn) => LOG_IN.sees("changed"),
        (Scope::Help, Action::Close) => HELP.sees("hides Esc close").back("press ?; shows Esc close"),
        (Scope::Help, Action::SearchHelp) => HELP.sees("shows Enter keep"),
        (Scope::HelpSearch, Action::KeepHelpSearch) => {
            HELP_SEARCH.sees("hides Enter keep; shows quit").after("type quit; shows quit")
        }
        (Scope::HelpSearch, Action::DropHelpSearch) => HELP_SEARCH.sees("hides Enter keep"),
        (Scope::Tour, Action::PauseTour) => TOUR.sees("shows Paused.").back("press space; hides Paused."),
        (Scope::Tour, Action::EndTour) => TOUR.sees("shows The tour is over"),
        (Scope::Question, Action::AnswerYes) => QUESTION.sees("ends"),
        (Scope::Question, Action::Close) => QUESTION.sees("hides Quit?").back("press ctrl-c; shows Quit?"),
        _ => return None,
    })
}

fn moves(scope: Scope, motion: Motion) -> Option<Expected> {
    // Each from where it leads on.
    let goes_up = matches!(motion, Motion::Up | Motion::PageUp | Motion::HalfUp | Motion::First);
    let changed = |at: At, down: &'static str| {
        let expected = at.sees("changed");
        if goes_up { expected.after(down) } else { expected }
    };
    Some(match (scope, motion) {
        (Scope::ShellPick, Motion::Down) => SHELL_PICK.sees("shows Images 2/120"),
        (Scope::ShellPick, Motion::Up | Motion::PageUp) => {
            SHELL_PICK.sees("shows Images 1/120").after("press down; shows Images 2/120").back("")
        }
        (Scope::ShellPick, Motion::PageDown) => SHELL_PICK.sees("changed"),
        (Scope::List, Motion::Down) => {
            LIST.sees("shows Images 2/120").after("press home; shows Images 1/120").back("")
        }
        (Scope::List, Motion::Up) => {
            LIST.sees("shows Images 119/120").after("press end; shows Images 120/120").back("")
        }
        (Scope::List, Motion::First) => {
            LIST.sees("shows Images 1/120").after("press end; shows Images 120/120").back("")
        }
        (Scope::List, Motion::Last) => {
            LIST.sees("shows Images 120/120").after("press home; shows Images 1/120").back("")
        }
        (Scope::List, Motion::PageDown | Motion::HalfDown) => {
            LIST.sees("hides Images 1/120").after("press home; shows Images 1/120").back("")
        }
        (Scope::List, Motion::PageUp | Motion::HalfUp) => {
            LIST.sees("hides Images 120/120").after("press end; shows Images 120/120").back("")
        }
        (Scope::Detail, _) => changed(LOW, "changes G"),
        (Scope::Review, _) => changed(LOW_REVIEW, "changes pgdn"),
        (Scope::Themes, Motion::Down | Motion::Up) => changed(THEMES, "changes down"),
        (Scope::Copy, Motion::PageDown | Motion::Down) => changed(COPY, ""),
        (Scope::Copy, _) => changed(COPY, "changes down"),
        (Scope::History, Motion::Down | Motion::Up) => changed(HISTORY, "changes down"),
        (Scope::History, _) => changed(LOW_HISTORY, "changes pgdn"),
        (Scope::Drafts, Motion::Down | Motion::Up) => changed(DRAFTS, "changes down"),
        (Scope::Drafts, _) => changed(LOW_DRAFTS, "changes pgdn"),
        (Scope::Errors, _) => changed(ERRORS, "changes down"),
        (Scope::Help, _) => changed(HELP, "press pgdn; hides one image down"),
        (Scope::Picker, _) => changed(PICKER, "changes pgdn"),
        (Scope::Palette, _) => changed(PALETTE, "changes pgdn"),
        _ => return None,
    })
}

/// Where the caret is, the next letter tells.
fn text(edit: TextEdit) -> Expected {
    match edit {
        TextEdit::Start => TEXT.sees("type #; shows #one be-ta"),
        TextEdit::End => TEXT.sees("type #; shows one be-ta#").after("press home"),
        TextEdit::WordLeft => TEXT.sees("type #; shows one be-#ta"),
        TextEdit::WordRight => TEXT.sees("type #; shows #; hides #one; hides be-ta#").after("press home"),
        TextEdit::DeleteToBlank => TEXT.sees("hides be-ta; shows one"),
        TextEdit::DeleteWordLeft => TEXT.sees("hides be-ta; shows one be-"),
        TextEdit::DeleteWordRight => TEXT.sees("hides one be-ta; shows be-ta").after("press home"),
        TextEdit::DeleteToStart => TEXT.sees("hides be-ta"),
        TextEdit::DeleteToEnd => TEXT.sees("hides be-ta").after("press home"),
        TextEdit::SelectLeft => TEXT.sees("type #; shows one be-t#"),
        TextEdit::SelectRight => TEXT.sees("type #; shows #ne be-ta").after("press home"),
        TextEdit::SelectUp | TextEdit::SelectStart | TextEdit::SelectAll => {
            TEXT.sees("type #; shows #; hides be-ta")
        }
        TextEdit::SelectDown | TextEdit::SelectEnd => {
            TEXT.sees("type #; shows #; hides be-ta").after("press home")
        }
        TextEdit::SelectWordLeft => TEXT.sees("type #; shows one be-#; hides ta#"),
        TextEdit::SelectWordRight => TEXT.sees("type #; shows # be-ta").after("press home"),
        TextEdit::Unselect => {
            TEXT.sees("hides unselect; type #; shows one be-t#a").after("press shift-left; shows unselect")
        }
        TextEdit::Copy => {
            TEXT.sees("shows Copied the selected text").after("press shift-left; shows unselect")
        }
        TextEdit::Cut => {
            TEXT.sees("shows Copied the selected text; hides be-ta").after("press shift-left; shows unselect")
        }
        TextEdit::Undo => TEXT.sees("hides one be-ta"),
        TextEdit::Redo => TEXT.sees("shows one be-ta").after("press alt-u; hides one be-ta"),
    }
}

fn of_raw(action: RawAction) -> Expected {
    const FOUND: &str = "press /; type a; shows match 1 of; press enter; hides Enter keep";
    const TYPED: &str = "press /; type a; shows match 1 of";
    match action {
        RawAction::Search => RAW.sees("shows Enter keep").back("press esc; hides Enter keep"),
        RawAction::NextMatch => RAW.sees("shows match 2 of").after(FOUND),
        RawAction::PreviousMatch | RawAction::ClearSearch => RAW.sees("hides match 1 of").after(FOUND),
        RawAction::KeepSearch | RawAction::DropSearch => RAW.sees("hides Enter keep").after(TYPED),
        RawAction::Format => RAW.sees("shows DescribeImage  YAML"),
        RawAction::Subject => RAW.sees("shows DescribeImageVersion"),
        RawAction::Copy => RAW.sees("shows Copied the response"),
        RawAction::Wrap => SLIM_RAW.sees("changed"),
        RawAction::Right => SLIM_RAW.sees("changed").after("changes w"),
        RawAction::Left => SLIM_RAW.sees("changed").after("changes w; changes >"),
    }
}

fn everywhere(action: Action) -> Option<Expected> {
    Some(match action {
        Action::LogIn => At(Kind::LogIn, "shows L log in").sees("shows --use-device-code"),
        Action::PickProfile => LIST.sees("shows ─ Profile").back("press esc; hides Esc close"),
        Action::PickRegion => LIST.sees("shows ─ Region").back("press esc; hides Esc close"),
        Action::PickTheme => LIST.sees("shows Latte and Mocha").back("press esc; hides Latte and Mocha"),
        Action::ToggleBackground => LIST.sees("shows Colors for a"),
        Action::StopTrying => At(Kind::Waiting, "shows Esc stop").sees("shows You stopped it"),
        Action::Commands => LIST.sees("shows Commands").back("press esc; hides Commands"),
        Action::Help => LIST.sees("shows one image down").back("press esc; hides one image down"),
        Action::Errors => LIST.sees("shows Esc close").back("press esc; hides Esc close"),
        Action::ToggleMouse => LIST.sees("shows Mouse on").back("press alt-m; shows Mouse off"),
        Action::Redraw => LIST.sees("painted").back(""),
        Action::Suspend => LIST.sees("stops; shows Images"),
        Action::QuitNow => LIST.sees("ends"),
        _ => return None,
    })
}
