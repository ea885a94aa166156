//! Scenes: where each row of the key table is in force.

use crate::app::{Msg, PlaceId, Size};
use crate::domain::{Failure, FailureClass, Image, ImageStatus, ImageVersion, LogIn, Mode, Withheld};
use crate::edit::Verdict;
use crate::keys::{Action, Binding, CopyAction, RawAction, Scope, TextEdit};

use super::play::{DiskState, Play, asked, draft, entry, failure, image, reply, second, version};
use super::shell_picking;

/// Low, so that all that scrolls does.
const LOW: Size = Size { width: 60, height: 12 };

fn names() -> Vec<String> {
    (10..50).map(|number| format!("image-{number}")).collect()
}

/// A list of many, with the cursor in its midst.
pub(super) fn browsing() -> Play {
    let names = names();
    let mut play = Play::with(&names.iter().map(String::as_str).collect::<Vec<_>>());
    play.tell(Msg::Resize { width: LOW.width, height: LOW.height });
    play.press("pgdn pgdn");
    play
}

fn selected(play: &Play) -> Image {
    image(&play.selected())
}

pub(super) fn in_form() -> Play {
    let mut play = browsing();
    let base = selected(&play);
    play.open_form(base);
    play.fill("one two three four");
    play.press("alt-b alt-b");
    play
}

/// The form of an image's tags.
pub(super) fn in_tags() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("T");
    let held = [("cost-center", "4711"), ("owner", "ana"), ("team", "vision")];
    play.answer(asked::tags, reply::tags("a", &held));
    play
}

/// The form of a version.
fn in_version() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [2, 1]);
    play.press("e");
    play.answer(asked::version, reply::version(version("a", 2)));
    play
}

/// Two fields that two hands changed.
pub(super) fn in_conflict() -> Play {
    let mut play = in_form();
    play.press("tab");
    play.fill("Mine too");
    let theirs = Image {
        display_name: Some("Theirs".into()),
        description: Some("Theirs too".into()),
        modified: Some(second(50)),
        ..selected(&play)
    };
    play.glances();
    play.describe(theirs);
    play.press("ctrl-s");
    play
}

pub(super) fn with_history() -> Play {
    let mut play = browsing();
    let (before, key) = (selected(&play), play.recalls[0].clone());
    let after = Image { description: Some("word ".repeat(60).as_str().into()), ..before.clone() };
    let entries = (0..9).map(|at| entry(&format!("e-{at}"), at, &before, &after).ended(Verdict::Verified));
    let entries = entries.collect();
    play.recall_journal(key, entries, &[]);
    play
}

/// A change of several images that was stopped, in the history of all.
fn with_plan() -> Play {
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("* e");
    while play.asked(asked::read) > 0 {
        let name = play.asked_images().remove(0);
        play.describe(image(&name));
    }
    play.press("tab");
    play.fill("Mine");
    play.press("ctrl-s pgdn pgdn enter");
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::Denied)));
    play.press("esc esc");
    play
}

pub(super) fn with_drafts() -> Play {
    let mut play = browsing();
    let key = play.recalls[0].clone();
    let long = "word ".repeat(60);
    let kept =
        |image_name: &String| draft(&key, image_name, Some(image(image_name)), &[("description", &long)]);
    let drafts = names().iter().take(5).map(kept).collect();
    play.recall(PlaceId(0), &key, drafts);
    play
}

fn failing(log_in: Option<LogIn>) -> Play {
    let mut play = browsing();
    play.press("r");
    let process_said = Withheld::of("a touch is wanted");
    let failure = Failure { log_in, process_said, ..Failure::new(FailureClass::Expired, "It has expired.") };
    while let Some((ticket, _)) = play.calls.pop() {
        play.reply(ticket, Err(failure.clone()));
    }
    play
}

/// Nothing can be looked at.
fn without_keys() -> Play {
    let mut play = Play::begin();
    while let Some((ticket, _)) = play.calls.pop() {
        play.reply(ticket, Err(failure(FailureClass::NoCredentials)));
    }
    play
}

/// An image that failed.
fn failed() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.describe(Image { failure_reason: Some("The role is gone.".into()), ..image("a") });
    play
}

/// A version that was described has the keys.
fn with_container_image() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [2, 1]);
    let described = ImageVersion { container_image: Some("repo@sha256:9f".into()), ..version("a", 2) };
    play.answer(asked::version, reply::version(described));
    play
}

/// The versions of an image, the third in focus and the newest marked.
pub(super) fn with_versions() -> Play {
    let mut play = browsing();
    let image = play.selected();
    play.press("2");
    play.answer_versions(&image, 1..=20);
    play.press("space j j");
    play
}

/// The answer about an image, long and with long lines.
pub(super) fn with_raw() -> Play {
    let mut play = browsing();
    let image = play.selected();
    play.press("5");
    let lines: Vec<String> = (0..30).map(|at| format!("\"{at}: {}\"", "word ".repeat(40))).collect();
    play.answer_raw(&image, &format!("[{}]", lines.join(",")));
    play
}

/// A review that can't be sent yet, since its image is being changed.
fn waiting() -> Play {
    let mut play = browsing();
    let base = Image { status: Some(ImageStatus::Updating), ..selected(&play) };
    play.open_form(base);
    play.fill("Mine");
    play.press("ctrl-s");
    play
}

/// A review that was stopped because it could not be noted.
fn not_noted() -> Play {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.disk_state = DiskState::Full;
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play
}

fn logging_in(log_in: LogIn) -> Play {
    let mut play = failing(Some(log_in));
    play.app.reach.is_over_ssh = true;
    play.press("f2");
    play
}

/// A picker for a shell, with the cursor in the midst of the list.
fn picking() -> Play {
    let mut play = Play::picking(LOW, Mode::default(), shell_picking::SEVERAL, "");
    play.locate();
    let names = names();
    play.page(&names.iter().map(String::as_str).collect::<Vec<_>>(), None);
    play.press("pgdn pgdn");
    play
}

/// A place where the row is in force, and `keys` that are pressed there, so that it has something to do.
pub(super) fn scene(binding: &Binding) -> (Play, &'static str) {
    let sso = || LogIn::Sso { profile: "research".into() };
    let mfa = || LogIn::Mfa { device: "arn:aws:iam::1:mfa/jo".into(), role: "arn:aws:iam::2:role/A".into() };
    match (binding.scope, binding.action) {
        (Scope::ShellPick, Action::CompleteFilter) => (picking(), "s t"),
        (Scope::ShellPick, Action::Dismiss) => {
            let mut play = picking();
            play.tell(Msg::PasteCutOff);
            (play, "")
        }
        (Scope::ShellPick, _) => (picking(), ""),
        (_, Action::TryDemo) => (without_keys(), ""),
        (_, Action::LogIn) => (failing(Some(sso())), ""),
        (_, Action::SendWhenSettled) => (waiting(), ""),
        (_, Action::SendUnnoted) => (not_noted(), ""),
        (_, Action::GoOn | Action::LeaveRest) => (with_plan(), "H a"),
        (_, Action::ClearFilter) => (browsing(), "/ i enter"),
        (_, Action::UnmarkAll) => (browsing(), "*"),
        (_, Action::Dismiss) => (browsing(), "u"),
        (_, Action::StopTrying) => {
            let mut play = browsing();
            play.tell(Msg::Trying { place: PlaceId(0), what: Some("a process".into()) });
            (play, "")
        }
        (Scope::List, Action::StopScan) => (Play::with(&["a"]), "4"),
        (_, Action::StopScan) => (browsing(), "4"),
        (_, Action::ShowUser) => {
            let mut play = Play::with(&["a"]);
            play.press("4 enter");
            play.answer_studio("a", |_| None);
            (play, "")
        }
        (Scope::Text, Action::Text(TextEdit::Redo)) => (in_form(), "alt-u"),
        (Scope::Form, Action::RemoveEntry | Action::NextRow | Action::PreviousRow) => (in_tags(), "down"),
        (Scope::Form, Action::NextChoice | Action::PreviousChoice) => (in_version(), ""),
        (Scope::Conflict, Action::Decided) => (in_conflict(), "m m"),
        (Scope::Copy, Action::Copy(CopyAction::ContainerImage)) => (with_container_image(), "y"),
        (Scope::Copy, Action::Copy(CopyAction::Table)) => (browsing(), "* y"),
        (Scope::Copy, Action::Copy(CopyAction::Failure)) => (failed(), "y down down"),
        (Scope::Copy, _) => (Play::with(&["a"]), "y down down"),
        (_, Action::Copy(CopyAction::Arn)) => (Play::with(&["a"]), ""),
        (Scope::Raw, Action::Raw(RawAction::Left)) => (with_raw(), "w > >"),
        (Scope::Raw, Action::Raw(RawAction::Right)) => (with_raw(), "w"),
        (Scope::Raw, _) => (with_raw(), "/ o enter"),
        (Scope::Search, _) => (with_raw(), "/ o"),
        (_, Action::NarrowList | Action::WidenList) => (Play::with(&["a"]), ""),
        (_, Action::FitPanes) => (Play::with(&["a"]), ">"),
        (Scope::List | Scope::Image | Scope::Everywhere, _) => (browsing(), ""),
        (Scope::Filter, Action::KeepFilter) => {
            let mut play = browsing();
            play.press("/");
            play.type_text("arn:aws:sagemaker:eu-west-1:123456789012:image/a");
            (play, "")
        }
        (Scope::Filter, Action::CompleteFilter) => (browsing(), "/ s t"),
        (Scope::Filter, _) => (browsing(), "/ i"),
        (Scope::Detail, Action::MarkVersion | Action::UnmarkVersion) => (with_versions(), ""),
        (Scope::Detail, _) => (browsing(), "enter j"),
        (Scope::Form | Scope::Text, _) => (in_form(), ""),
        (Scope::Selection, _) => (in_form(), "shift-left shift-left"),
        (Scope::Review, _) => (in_form(), "ctrl-s j j"),
        (Scope::Conflict, _) => (in_conflict(), ""),
        (Scope::History, _) => (with_history(), "H j j pgdn"),
        (Scope::Drafts, _) => (with_drafts(), "D j j pgdn"),
        (Scope::Themes, _) => (browsing(), "ctrl-t j"),
        (Scope::Errors, _) => {
            // Long enough to scroll.
            let mut play = failing(None);
            play.press("enter");
            while let Some((ticket, _)) = play.calls.pop() {
                play.reply(ticket, Err(failure(FailureClass::TimedOut)));
            }
            (play, "! j j")
        }
        (Scope::Help, _) => (browsing(), "? pgdn"),
        (Scope::HelpSearch, _) => (browsing(), "? / e"),
        (Scope::Palette, Action::CompleteCommand | Action::RunCommand) => (browsing(), ": e d i t"),
        (Scope::Palette, Action::EarlierCommand) => (browsing(), ": e d esc :"),
        (Scope::Palette, Action::LaterCommand) => (browsing(), ": e d esc : up"),
        (Scope::Palette, _) => (browsing(), ": down down down"),
        (Scope::Picker, _) => (browsing(), "R down down down"),
        (Scope::Code, _) => (logging_in(mfa()), ""),
        (Scope::LogIn, _) => (logging_in(sso()), ""),
        (Scope::Tour, _) => {
            let mut play = browsing();
            play.app.mode.demo = true;
            play.app.begin_tour();
            (play, "")
        }
        (Scope::Question, _) => (in_form(), "ctrl-c"),
    }
}
