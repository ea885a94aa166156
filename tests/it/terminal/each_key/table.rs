//! Where each action is done, and what is to be seen then.

use sagescope::keys::{Action, CopyAction, Motion, RawAction, Scope, Sequence, TextEdit};

use super::script::{Before, bytes, run};
use super::world::{Kind, World};

/// What is to be seen of a key.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// Which program.
    kind: Kind,
    /// What leads to where the key is pressed; done once.
    open: &'static str,
    /// What is done before the key, each time.
    before: &'static str,
    /// What is waited for after it.
    sees: &'static str,
    /// What leads back to where `open` led, if that is easy.
    back: Option<&'static str>,
}

impl Expected {
    /// What those have in common that can share a program.
    pub fn place(&self) -> String {
        format!("{:?} {}", self.kind, self.open)
    }

    pub fn open(&self) -> World {
        let mut world = World::begin(self.kind);
        let before = Before::of(&world);
        run(&mut world, self.open, &before);
        world
    }

    pub fn press(&self, world: &mut World, keys: &Sequence) {
        let nothing = Before::of(world);
        run(world, self.before, &nothing);
        if self.sees.contains("changed") {
            world.window.catches_up();
        }
        let before = Before::of(world);
        for chord in keys.iter() {
            world.window.send(&bytes(&chord.written()));
        }
        run(world, self.sees, &before);
    }

    /// Whether it is where `open` led again.
    pub fn goes_back(&self, world: &mut World) -> bool {
        let Some(back) = self.back else { return false };
        let before = Before::of(world);
        run(world, back, &before);
        true
    }

    /// The same, with something done before the key.
    const fn after(self, before: &'static str) -> Self {
        Self { before, ..self }
    }

    /// The same, with the way back.
    const fn back(self, back: &'static str) -> Self {
        Self { back: Some(back), ..self }
    }
}

/// Somewhere.
#[derive(Debug, Clone, Copy)]
struct At(Kind, &'static str);

impl At {
    const fn sees(self, sees: &'static str) -> Expected {
        Expected { kind: self.0, open: self.1, before: "", sees, back: None }
    }
}

const LIST: At = At(Kind::List, "shows Images 1/120; shows read just now; shows CREATED");
const IMAGE: At = At(Kind::Image, "shows 123456789012:role/");
const WIDE: At = At(Kind::Wide, "shows 123456789012:role/; press esc; shows Enter open");
const LOW: At = At(Kind::Low, "shows Display name");
const VERSIONS: At = At(Kind::Image, "shows 123456789012:role/; press 2; shows latest; shows STABLE");
const RAW: At = At(Kind::Image, "shows 123456789012:role/; press 5; shows \"ImageName\"");
const SLIM_RAW: At = At(Kind::Slim, "shows role/; press 5; shows \"ImageName\"");
const FILTER: At = At(Kind::List, "shows Images 1/120; shows CREATED; press /; shows Enter keep");
const SHELL_PICK: At = At(Kind::Pick, "shows Images 1/120; shows CREATED; shows Enter pick");
const FORM: At = At(Kind::Image, "shows 123456789012:role/; press e; shows 11/128");
const TAGS: At = At(Kind::Image, "shows 123456789012:role/; press T; shows cost-center");
const CHOICES: At =
    At(Kind::Image, "shows 123456789012:role/; press 2; shows STABLE; press e; shows ● STABLE");
const TEXT: At = At(
    Kind::Image,
    "shows 123456789012:role/; press e; shows 11/128; hides loading; press ctrl-u; type one be-ta; shows one be-ta",
);
const REVIEW: At = At(
    Kind::High,
    "shows 123456789012:role/; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review; shows }",
);
const LOW_REVIEW: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review",
);
const CONFLICT: At = At(
    Kind::High,
    "shows 123456789012:role/; press e; shows 11/128; hides loading; type !; press tab; type !; shows 2 changes; press ctrl-s; \
     shows Review; shows }; other edited; press enter; shows m mine",
);
const COPY: At = At(Kind::Wide, "shows 123456789012:role/; press y; shows Copy atlas");
const VERIFIED: &str = "shows 123456789012:role/; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review; \
     shows }; press enter; shows : verified; press e; shows 12/128; hides loading; type !; shows 13/128; press ctrl-s; shows Review; \
     shows }; press enter; hides Review; shows : verified; press H; shows History";
const HISTORY: At = At(Kind::High, VERIFIED);
const LOW_HISTORY: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review; changes pgdn; press enter; \
     shows : verified; press H; shows History",
);
const HALF_DONE: At = At(
    Kind::High,
    "shows 123456789012:role/; press esc; shows Enter open; press space; press space; shows 2 marked; other denied; press e; \
     shows Edit 2 images; hides loading; press tab; type !; shows set; press ctrl-s; shows Review; shows }; press enter; \
     shows Nothing was changed; press esc; hides Review; press esc; hides Edit 2; press H; shows History; press a",
);
const DRAFTS: At = At(
    Kind::List,
    "shows Images 1/120; shows CREATED; press e; shows Edit; shows unchanged; type !; shows set; press esc; hides Edit ; \
     press j; shows Images 2/120; press e; shows Edit; shows unchanged; type !; shows set; press esc; hides Edit ; \
     press D; shows Drafts",
);
const LOW_DRAFTS: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; hides loading; press tab; type one two three four five six seven eight nine ten eleven twelve \
     thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty; shows twenty; press esc; hides Edit ; press D; \
     shows Drafts",
);
const ERRORS: At = At(
    Kind::Low,
    "shows Display name; other tags-denied; press 3; shows access denied; press !; shows Errors",
);
const PICKER: At = At(Kind::List, "shows Images 1/120; press R; shows us-east-1; shows Esc close");
const CODE: At = At(Kind::Code, "shows Admin; shows :mfa/me");
const LOG_IN: At = At(Kind::LogIn, "shows L log in; press L; shows --use-device-code");
const HELP: At = At(Kind::Low, "shows Display name; press ?; shows Help");
const HELP_SEARCH: At = At(Kind::Low, "shows Display name; press ?; shows Help; press /; shows Enter keep");
const QUESTION: At = At(
    Kind::Image,
    "shows 123456789012:role/; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-c; shows Quit?",
);
const THEMES: At = At(Kind::List, "shows Images 1/120; shows CREATED; press ctrl-t; shows Latte and Mocha");
const PALETTE: At = At(Kind::List, "shows Images 1/120; shows CREATED; press :; shows Commands");
const DEMO: At = At(Kind::Demo, "shows CREATED; press 4; shows Defaults for users; shows Enter describe");
const TOUR: At = At(Kind::Tour, "shows The images of an account");
const SLOW: At = At(Kind::SlowDemo, "shows CREATED; press 4; shows Looking");

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

fn in_list(action: Action) -> Option<Expected> {
    Some(match action {
        Action::EditTable => LIST.sees("shows There is no editor"),
        Action::OpenDetail => LIST.sees("shows Esc back").back("press esc; hides Esc back"),
        Action::MarkImage => LIST.sees("shows 1 marked"),
        Action::UnmarkAll => LIST.sees("hides 120 marked").after("press *; shows 120 marked"),
        Action::MarkAll => LIST.sees("shows 120 marked").back("press *; hides 120 marked"),
        Action::Filter => LIST.sees("shows Enter keep").back("press esc; hides Enter keep"),
        Action::StopScan => {
            At(Kind::SlowDemo, "shows CREATED; press esc; shows Enter open; press 4; shows Looking")
                .sees("shows Stopped")
        }
        Action::ClearFilter => {
            LIST.sees("hides clear filter").after("press /; type a; press enter; shows clear filter")
        }
        Action::SortNext => LIST.sees("shows DISPLAY NAME↑"),
        Action::SortReverse => LIST.sees("shows NAME↓"),
        Action::NarrowList | Action::WidenList => LIST.sees("changed").back(""),
        _ => return None,
    })
}

fn in_detail(action: Action) -> Option<Expected> {
    const SECOND: At = At(
        Kind::List,
        "shows Images 1/120; shows CREATED; press j; shows Images 2/120; press enter; shows Esc back",
    );
    Some(match action {
        Action::MarkVersion => VERSIONS.sees("shows ✓ Version").back("press esc; hides ✓ Version"),
        Action::UnmarkVersion => {
            VERSIONS.sees("hides ✓ Version").after("press space; shows ✓ Version").back("")
        }
        Action::ShowUser => DEMO.sees("shows [Raw]"),
        Action::StopScan => SLOW.sees("shows Stopped"),
        Action::NextImage => SECOND.sees("shows Images 3/120"),
        Action::PreviousImage => SECOND.sees("shows Images 1/120"),
        Action::Close => IMAGE.sees("shows Enter open").back("press enter; shows Esc back"),
        _ => return None,
    })
}

fn on_image(action: Action) -> Option<Expected> {
    Some(match action {
        Action::Edit => WIDE.sees("shows Edit atlas"),
        Action::EditTags => WIDE.sees("shows Edit tags of"),
        Action::EditAliases => WIDE.sees("shows Edit aliases of"),
        Action::ShowDetails => WIDE.sees("shows [Details]").after("press 3; shows [Tags"),
        Action::ShowVersions => WIDE.sees("shows [Versions"),
        Action::ShowTags => WIDE.sees("shows [Tags"),
        Action::ShowUsage => WIDE.sees("shows [Usage"),
        Action::ShowRaw => WIDE.sees("shows [Raw]"),
        Action::NextTab => WIDE.sees("shows [Tags").after("press 2; shows [Versions"),
        Action::PreviousTab => WIDE.sees("shows [Versions").after("press 3; shows [Tags"),
        Action::CopyMenu => WIDE.sees("shows Copy atlas").back("press esc; hides Copy atlas"),
        Action::Copy(CopyAction::Arn) => WIDE.sees("shows Copied the ARN"),
        Action::OpenConsole => WIDE.sees("shows the console address"),
        Action::Refresh => WIDE.sees("asks ListImages").back(""),
        Action::ToggleUtc => WIDE.sees("changed").after("shows Created").back(""),
        Action::NarrowList | Action::WidenList => WIDE.sees("changed").back(""),
        Action::FitPanes => WIDE.sees("changed").after("changes <; changes <").back(""),
        Action::Dismiss => WIDE.sees("hides hasn't changed").after("press u; shows hasn't changed").back(""),
        Action::Undo => WIDE.sees("shows hasn't changed"),
        Action::History | Action::Drafts => WIDE.sees("shows Esc close").back("press esc; hides Esc close"),
        Action::TryDemo => At(Kind::NoKeys, "shows No credentials; shows try the demo").sees("shows DEMO"),
        Action::Quit => WIDE.sees("ends"),
        _ => return None,
    })
}

fn in_filter(action: Action) -> Option<Expected> {
    Some(match action {
        Action::KeepFilter => FILTER.sees("hides Enter keep; shows clear filter").after("type a"),
        Action::DropFilter => {
            FILTER.sees("hides Enter keep").after("type a").back("press /; shows Enter keep")
        }
        Action::CompleteFilter => FILTER.sees("shows /status:").after("type st"),
        _ => return None,
    })
}

fn in_form(action: Action) -> Option<Expected> {
    Some(match action {
        Action::NextField => FORM.sees("shows ▌ Description"),
        Action::PreviousField => FORM.sees("shows ▌ Display name").after("press tab; shows ▌ Description"),
        Action::Review => FORM.sees("shows Review").after("type !; shows 12/128"),
        Action::PutBack => FORM.sees("shows 11/128").after("type !; shows 12/128"),
        Action::Close => FORM.sees("hides 11/128").back("press e; shows 11/128"),
        Action::OpenEditor | Action::EditTable => FORM.sees("shows There is no editor"),
        Action::CopyField => FORM.sees("shows Copied"),
        Action::RemoveEntry | Action::NextRow => TAGS.sees("changed"),
        Action::PreviousRow => TAGS.sees("changed").after("changes down"),
        Action::NextChoice | Action::PreviousChoice => CHOICES.sees("hides ● STABLE"),
        _ => return None,
    })
}

fn in_review(action: Action) -> Option<Expected> {
    const CHANGING: At = At(
        Kind::High,
        "shows 123456789012:role/; other updating; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review; \
         shows }",
    );
    const NOT_NOTED: At = At(
        Kind::NoJournal,
        "shows 123456789012:role/; press e; shows 11/128; hides loading; type !; shows 12/128; press ctrl-s; shows Review; shows }; \
         press enter; shows N send unrecorded",
    );
    Some(match action {
        Action::Send => REVIEW.sees("shows : verified"),
        Action::Close => REVIEW.sees("hides Review").back("press ctrl-s; shows Review"),
        Action::CopyCommand => REVIEW.sees("shows Copied the command"),
        Action::SendWhenSettled => CHANGING.sees("changed").after("shows w send later"),
        Action::SendUnnoted => NOT_NOTED.sees("shows y yes"),
        _ => return None,
    })
}

fn in_conflict(action: Action) -> Option<Expected> {
    Some(match action {
        Action::TakeMine | Action::TakeTheirs | Action::NextField | Action::PreviousField => {
            CONFLICT.sees("changed")
        }
        Action::EditClash => CONFLICT.sees("shows Edit atlas; hides m mine"),
        Action::Decided => CONFLICT.sees("shows Review").after("changes m; changes m"),
        Action::Close => CONFLICT.sees("hides m mine").back("press ctrl-s; shows m mine"),
        _ => return None,
    })
}

fn in_copy_menu(action: Action) -> Option<Expected> {
    const OF_VERSION: At = At(
        Kind::Image,
        "shows 123456789012:role/; press 2; shows latest; shows STABLE; shows ecr; press y; shows Copy atlas",
    );
    const OF_MARKED: At = At(
        Kind::List,
        "shows Images 1/120; shows CREATED; press *; shows 120 marked; press y; shows Copy 120",
    );
    const OF_FAILED: At = At(
        Kind::Wide,
        "shows 123456789012:role/; other failed; press r; shows The role is gone; press y; shows Copy atlas",
    );
    Some(match action {
        Action::Copy(CopyAction::ContainerImage) => OF_VERSION.sees("shows Copied"),
        Action::Copy(CopyAction::Table) => OF_MARKED.sees("shows Copied"),
        Action::Copy(CopyAction::Failure) => OF_FAILED.sees("shows Copied"),
        Action::CopyChosen | Action::Copy(_) => COPY.sees("hides Copy atlas; shows Copied"),
        Action::Close => COPY.sees("hides Copy atlas").back("press y; shows Copy atlas"),
        _ => return None,
    })
}

fn in_palette(action: Action) -> Option<Expected> {
    Some(match action {
        Action::RunCommand => PALETTE.sees("shows Edit ").after("type edit; shows :edit"),
        Action::CompleteCommand => PALETTE.sees("shows :region ").after("type regio; shows :regio"),
        Action::EarlierCommand => PALETTE
            .sees("shows :half a line")
            .after("type half a line; shows :half; press esc; hides Commands; press :; shows Commands"),
        Action::LaterCommand => PALETTE.sees("hides :half a line").after(
            "type half a line; shows :half; press esc; hides Commands; press :; shows Commands; press up; shows :half",
        ),
        Action::Close => PALETTE.sees("hides Commands").back("press :; shows Commands"),
        _ => return None,
    })
}

fn in_shell_pick(action: Action) -> Option<Expected> {
    Some(match action {
        Action::PickImage => SHELL_PICK.sees("ends"),
        // A letter is a key only where there is no list to filter.
        Action::Quit => At(Kind::PickNoKeys, "shows No credentials; shows Esc cancel").sees("fails"),
        Action::MarkAndDown => SHELL_PICK.sees("shows Images 2/120  ✓ 1 marked"),
        Action::MarkAndUp => SHELL_PICK.sees("shows Images 1/120  ✓ 1 marked"),
        Action::MarkAll => SHELL_PICK.sees("shows ✓ 120 marked"),
        // Of its keys the first marks here.
        Action::CompleteFilter => SHELL_PICK.sees("changed").after("type st; shows /st; shows status:"),
        Action::Refresh => SHELL_PICK.sees("asks ListImages").back(""),
        Action::Dismiss => SHELL_PICK
            .sees("hides The paste didn't end")
            .after("type \x1b[200~half a paste; shows The paste didn't end"),
        Action::Errors => SHELL_PICK.sees("shows Esc close").back("press esc; hides Esc close"),
        _ => return None,
    })
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
