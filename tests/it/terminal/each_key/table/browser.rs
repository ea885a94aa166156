//! What is to be seen in the browser.

use sagescope::keys::{Action, CopyAction};

use crate::terminal::each_key::expected::{At, Expected};
use crate::terminal::each_key::places::{DEMO, FILTER, IMAGE, LIST, SHELL_PICK, SLOW, VERSIONS, WIDE};
use crate::terminal::each_key::world::Kind;

pub fn in_list(action: Action) -> Option<Expected> {
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

pub fn in_detail(action: Action) -> Option<Expected> {
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

pub fn on_image(action: Action) -> Option<Expected> {
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

pub fn in_filter(action: Action) -> Option<Expected> {
    Some(match action {
        Action::KeepFilter => FILTER.sees("hides Enter keep; shows clear filter").after("type a"),
        Action::DropFilter => {
            FILTER.sees("hides Enter keep").after("type a").back("press /; shows Enter keep")
        }
        Action::CompleteFilter => FILTER.sees("shows /status:").after("type st"),
        _ => return None,
    })
}

pub fn in_shell_pick(action: Action) -> Option<Expected> {
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
