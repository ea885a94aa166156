//! From a key to what it does.

use crossterm::event::{KeyCode, KeyEvent};

use crate::domain::Text;
use crate::keys::{Action, Action as A, Chord, Found, TextEdit};

use super::edits::{armed, conflict, drafts, editor, form, resuming, review, table, undo};
use super::places::{log_in, picking, switch};
use super::tabs::{cursor, raw_keys, searching, usage, users};
use super::{
    browse, closing, console, copying, divider, filtering, helping, moving, palette, pointer, quit,
    shell_picking, sorting, theming, tour_keys,
};
use crate::app::{
    App, Choice, Effect, Effects, ErrorsPage, Form, Handed, Input, Overlay, Pick, Sort, Tab, Typed, layout,
};

/// Takes a key press: the scopes in force say what it does; where text is typed, what they do not
/// name is typed.
pub fn key(app: &mut App, fx: &mut Effects, key: KeyEvent) {
    let mut pressed = app.begun().to_vec();
    app.begun.clear();
    let is_first = pressed.is_empty();
    let chord = as_bound(app, &pressed, Chord::from(key));
    pressed.push(chord);
    let is_unseen = app.size.is_too_small();
    let types = app.typed().is_some() && is_first && !is_unseen;
    let found = if types && chord.types() { Found::Nothing } else { app.find_keys(&pressed) };
    match found {
        Found::Does(binding) if is_unseen => act_unseen(app, fx, binding.action),
        Found::Does(binding) => act(app, fx, binding.action),
        Found::Begun => app.begun = pressed,
        Found::Nothing => match chord.plain().filter(|_| types) {
            Some(key) => press(app, fx, key),
            // Any other key ends a sequence, and does nothing else.
            None => fx.draw = !is_first,
        },
    }
}

/// A key behind those that were pressed; one with Shift that is bound to nothing is the same without.
fn as_bound(app: &App, pressed: &[Chord], chord: Chord) -> Chord {
    let is_bound = |chord| !matches!(app.find_keys(&[pressed, &[chord]].concat()), Found::Nothing);
    chord.without_shift().filter(|_| !is_bound(chord)).unwrap_or(chord)
}

/// On a screen on which nothing fits, nothing is typed, chosen or sent that nobody sees.
fn act_unseen(app: &mut App, fx: &mut Effects, action: Action) {
    match action {
        Action::Quit | Action::QuitNow | Action::Redraw | Action::Suspend => {
            act(app, fx, action);
        }
        _ => fx.draw = false,
    }
}

/// Pasted text is typed where text is typed; elsewhere it does nothing, whatever it holds.
pub fn paste(app: &mut App, fx: &mut Effects, text: &str) {
    let is_begun = !std::mem::take(&mut app.begun).is_empty();
    if app.size.is_too_small() {
        fx.draw = false;
        return;
    }
    match app.typed() {
        Some(Typed::Pick) => {
            let text = Text::clean(text.trim());
            picking::type_in(app, |input| input.insert(text.as_str()));
        }
        Some(Typed::Command) => {
            let text = Text::clean(text.trim());
            palette::type_in(app, |input| input.insert(text.as_str()));
        }
        Some(Typed::Code) => log_in::paste(app, text),
        Some(Typed::Help) => helping::paste(app, text),
        Some(Typed::Filter) => filtering::paste(app, fx, text),
        Some(Typed::Search) => searching::paste(app, text),
        Some(Typed::Field) => {
            if let Some(form) = app.top_form() {
                form.paste(text);
            }
        }
        None => fx.draw = is_begun,
    }
}

fn press(app: &mut App, fx: &mut Effects, key: KeyCode) {
    let is_field = app.typed() == Some(Typed::Field);
    if let Some(form) = app.top_form().filter(|form| is_field && form.options().is_some()) {
        match key {
            KeyCode::Char(' ') => form.choose_next(true),
            KeyCode::Char(letter) => form.choose_by_letter(letter),
            _ => fx.draw = false,
        }
        return;
    }
    let width = layout::typed_width(app);
    type_in(app, fx, |input| input.press(key, width));
}

/// Changes the text that is typed, wherever that is.
pub(super) fn type_in(app: &mut App, fx: &mut Effects, change: impl FnOnce(&mut Input)) {
    match app.typed() {
        Some(Typed::Pick) => picking::type_in(app, change),
        Some(Typed::Command) => palette::type_in(app, change),
        Some(Typed::Code) => log_in::type_in(app, change),
        Some(Typed::Help) => helping::type_in(app, change),
        Some(Typed::Filter) => filtering::type_in(app, fx, change),
        Some(Typed::Search) => searching::type_in(app, change),
        Some(Typed::Field) => {
            // Where one of several is chosen, there is no text to change.
            if let Some(form) = app.top_form().filter(|form| form.options().is_none()) {
                form.type_in(change);
            }
        }
        None => {}
    }
}

/// Does to the text that is typed what a bound key stands for.
fn edit_text(app: &mut App, fx: &mut Effects, edit: TextEdit) {
    if let (TextEdit::Copy | TextEdit::Cut, Some(selected)) = (edit, app.selection()) {
        app.copy(fx, selected.to_owned(), "the selected text".into());
    }
    let width = layout::typed_width(app);
    type_in(app, fx, |input| match edit {
        TextEdit::SelectUp | TextEdit::SelectDown => input.select_row(edit == TextEdit::SelectDown, width),
        edit => input.edit(edit),
    });
}

/// Does what a key stands for. One line an action: none can be forgotten here.
pub(super) fn act(app: &mut App, fx: &mut Effects, action: Action) {
    // Whatever it came from: a key, a name or a click.
    if app.is_out_of_scope(action) {
        return;
    }
    match action {
        A::Move(motion) => moving::go(app, fx, motion),
        A::Close => closing::close(app, fx),
        A::Text(edit) => edit_text(app, fx, edit),
        A::OpenDetail => browse::open_detail(app, fx),
        A::ShowDetails => browse::show(app, fx, Tab::Details),
        A::ShowVersions => browse::show(app, fx, Tab::Versions),
        A::ShowTags => browse::show(app, fx, Tab::Tags),
        A::ShowUsage => browse::show(app, fx, Tab::Usage),
        A::StopScan => usage::stop(app, fx),
        A::ShowRaw => browse::show(app, fx, Tab::Raw),
        A::Raw(action) => raw_keys::act(app, fx, action),
        A::ShowUser => users::describe(app, fx),
        A::NextTab | A::PreviousTab => browse::show_beside(app, fx, action == A::NextTab),
        A::MarkVersion => cursor::mark(app),
        A::UnmarkVersion => cursor::unmark(app),
        A::NextImage | A::PreviousImage => browse::show_next_image(app, fx, action == A::NextImage),
        A::MarkImage => browse::mark(app, fx),
        A::MarkAndDown | A::MarkAndUp => shell_picking::mark(app, fx, action == A::MarkAndDown),
        A::PickImage => shell_picking::pick(app, fx),
        A::MarkAll | A::UnmarkAll => browse::mark_all(app, fx, action == A::MarkAll),
        A::Filter => filtering::begin(app),
        A::ClearFilter | A::DropFilter => filtering::drop_filter(app, fx),
        A::CompleteFilter => filtering::complete(app, fx),
        A::KeepFilter => filtering::keep(app, fx),
        A::SortNext => sorting::sort_next(app, fx),
        A::SortReverse => sorting::sort(app, fx, Sort::reverse),
        A::NarrowList | A::WidenList => divider::shift(app, fx, action == A::WidenList),
        A::FitPanes => divider::reset(app, fx),
        A::CopyMenu => copying::open(app),
        A::CopyChosen => copying::copy_chosen(app, fx),
        A::Copy(copy) => copying::copy(app, fx, copy),
        A::OpenConsole => console::open(app, fx),
        A::Refresh => browse::refresh(app, fx),
        A::ToggleUtc => app.utc = !app.utc,
        A::Dismiss => drop(app.notices.dismiss()),
        A::Edit => form::open(app, fx),
        A::OpenEditor | A::EditTable => open_editor(app, fx, action == A::EditTable),
        A::EditTags => form::open_tags(app, fx),
        A::EditAliases => form::open_aliases(app, fx),
        A::NextField | A::PreviousField => moving::focus(app, fx, action == A::NextField),
        A::NextRow | A::PreviousRow => form::move_row(app, fx, action == A::NextRow),
        A::NextChoice | A::PreviousChoice => form::choose_next(app, action == A::NextChoice),
        A::RemoveEntry => form::change(app, Form::toggle_removed),
        A::PutBack => form::change(app, Form::put_back),
        A::CopyField => form::copy_field(app, fx),
        A::Review => review::open(app, fx),
        A::Send => review::send(app, fx),
        A::SendWhenSettled => armed::toggle(app, fx),
        A::SendUnnoted => review::ask_unnoted(app, fx),
        A::CopyCommand => review::copy_command(app, fx),
        A::TakeMine | A::TakeTheirs => conflict::choose(app, Choice::of(action == A::TakeMine)),
        A::EditClash => conflict::edit(app),
        A::Decided => conflict::decided(app, fx),
        A::Undo => undo::undo_last(app, fx),
        A::History => undo::show(app),
        A::HistoryWiden => undo::widen(app),
        A::HistoryUndo => undo::undo_chosen(app, fx),
        A::GoOn => resuming::go_on(app, fx),
        A::LeaveRest => resuming::leave(app, fx),
        A::Drafts => drafts::list(app),
        A::OpenDraft => drafts::open(app, fx),
        A::DiscardDraft => drafts::ask_discard(app),
        A::Errors => app.open(Overlay::Errors(ErrorsPage::default())),
        A::ToggleProcessOutput => app.errors.show_process_output(!app.errors.shows_process_output()),
        A::PickProfile | A::PickRegion => picking::open(app, fx, Pick::of(action == A::PickProfile)),
        A::PickTheme | A::ChooseTheme => theming::pick(app, fx, action == A::PickTheme),
        A::ToggleBackground => theming::toggle(app, fx),
        A::PickerChoose => picking::choose(app, fx),
        A::LogIn => log_in::begin(app, fx),
        A::RunLogIn => log_in::run(app, fx),
        A::OtherBrowser => log_in::turn_to_other_browser(app),
        A::SendCode => log_in::send_code(app, fx),
        A::CopyLogIn => log_in::copy(app, fx),
        A::LoggedIn => log_in::handed_back(app, fx, app.here, Handed::Done),
        A::StopTrying => switch::stop_trying(app, fx),
        A::TryDemo => quit::try_demo(app, fx),
        A::AnswerYes => closing::answer_yes(app, fx),
        A::Commands => palette::open(app),
        A::RunCommand => run_command(app, fx),
        A::CompleteCommand => palette::complete(app),
        A::EarlierCommand | A::LaterCommand => palette::recall(app, action == A::EarlierCommand),
        A::Help => helping::open(app),
        A::SearchHelp => helping::begin(app),
        A::KeepHelpSearch | A::DropHelpSearch => helping::end(app, action == A::KeepHelpSearch),
        A::ToggleMouse => pointer::toggle(app, fx),
        A::PauseTour | A::EndTour => tour_keys::act(app, fx, action == A::PauseTour),
        A::Redraw => fx.push(Effect::Redraw),
        A::Suspend => suspend(app, fx),
        A::Quit | A::QuitNow => quit::ask(app, fx),
    }
}

/// Opens the person's editor on the table of the images, or on the field.
fn open_editor(app: &mut App, fx: &mut Effects, on_table: bool) {
    if on_table { table::open(app, fx) } else { editor::open_field(app, fx) }
}

/// Runs the command that was found, as if its key had been pressed where the palette was called.
fn run_command(app: &mut App, fx: &mut Effects) {
    if let Some(action) = palette::run(app, fx) {
        act(app, fx, action);
    }
}

/// Another program's words stand on the screen meanwhile.
fn suspend(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    app.look_again(here, |_| true);
    fx.push(Effect::Suspend);
}
