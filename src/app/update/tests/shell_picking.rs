//! Picking images for a shell.

use crate::app::{Effect, Effects, KeyEntry, Msg, Overlay, Prints, Request, ShellPick, Size};
use crate::domain::{Failure, FailureClass, Image, LogIn, Mode};
use crate::keys::{Action, Scope};

use super::super::act;
use super::play::{Play, asked, failure, image, reply};

const ONE: ShellPick = ShellPick { several: false, prints: Prints::Name };
pub const SEVERAL: ShellPick = ShellPick { several: true, prints: Prints::Name };

/// Begun with that filter; nothing is answered yet.
fn begun(pick: ShellPick, query: &str) -> Play {
    Play::picking(Size { width: 120, height: 20 }, Mode::default(), pick, query)
}

/// The images that are listed, in the order in force.
const NAMES: [&str; 5] = ["atlas-cpu", "atlas-gpu", "base", "torch-cpu", "torch-gpu"];

fn listed(pick: ShellPick, query: &str) -> Play {
    let mut play = begun(pick, query);
    play.locate();
    play.page(&NAMES, None);
    play
}

#[test]
fn what_is_typed_filters_and_enter_prints_what_is_at_the_cursor() {
    for (query, typed, keys, printed) in [
        ("", "", "enter", &["atlas-cpu"] as &[&str]),
        ("", "", "down enter", &["atlas-gpu"]),
        ("", "", "ctrl-n ctrl-n ctrl-p enter", &["atlas-gpu"]),
        ("", "q", "ctrl-u enter", &["atlas-cpu"]),
        ("", "gpu", "enter", &["atlas-gpu"]),
        ("", "gpu torch", "enter", &["torch-gpu"]),
        ("torch", "", "enter", &["torch-cpu"]),
        ("torch", " -cpu", "enter", &["torch-gpu"]),
        ("torch", "", "ctrl-w enter", &["atlas-cpu"]),
        // Without --multi nothing is marked.
        ("", "", "tab alt-a down enter", &["atlas-gpu"]),
    ] {
        let mut play = listed(ONE, query);
        play.type_text(typed);
        play.press(keys);
        assert_eq!(play.printed, Some(strings(printed)), "{query} {typed} {keys}");
        assert!(!play.quit);
    }
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

#[test]
fn several_are_printed_in_the_order_of_the_list_also_those_that_the_filter_hides() {
    for (typed, keys, then, printed) in [
        ("", "tab", "", &["atlas-cpu"] as &[&str]),
        ("", "down down tab up up up tab", "", &["atlas-cpu", "base"]),
        ("", "end tab backtab", "", &["atlas-cpu", "atlas-gpu"]),
        ("gpu", "tab tab", "", &["atlas-gpu", "torch-gpu"]),
        ("torch", "tab ctrl-u", "base", &["torch-cpu"]),
        ("torch", "alt-a", "", &["torch-cpu", "torch-gpu"]),
        ("torch", "alt-a alt-a", "", &["torch-cpu"]),
        ("", "tab up tab", "", &["atlas-gpu"]),
    ] {
        let mut play = listed(SEVERAL, "");
        play.type_text(typed);
        play.press(keys);
        play.type_text(then);
        play.press("enter");
        assert_eq!(play.printed, Some(strings(printed)), "{typed} {keys}:\n{}", play.screen());
    }
}

#[test]
fn the_arn_is_that_of_the_service_and_without_it_nothing_is_printed() {
    let arns = ShellPick { prints: Prints::Arn, several: true };
    let mut play = listed(arns, "");
    play.press("tab tab enter");
    let arn = |name: &str| image(name).arn.unwrap().to_string();
    assert_eq!(play.printed, Some(vec![arn("atlas-cpu"), arn("atlas-gpu")]));

    let mut play = begun(arns, "");
    play.locate();
    let without = Image { arn: None, ..image("base") };
    play.answer(asked::list, reply::page(vec![image("atlas"), without], None));
    play.press("tab tab enter");
    assert_eq!(play.printed, None, "half an answer");
    assert!(play.screen().contains("The service sent no ARN"), "{}", play.screen());
}

#[test]
fn esc_and_ctrl_c_leave_and_print_nothing_whatever_is_marked_or_typed() {
    for keys in ["esc", "ctrl-c"] {
        let mut play = listed(SEVERAL, "torch");
        play.press("tab");
        play.press(keys);
        assert!(play.quit && play.printed.is_none() && play.gave_up.is_none(), "{keys}");
    }
}

#[test]
fn where_nothing_is_at_the_cursor_enter_prints_nothing() {
    let mut play = begun(ONE, "");
    play.press("enter");
    assert!(play.printed.is_none() && !play.quit, "nothing is listed yet");
    let mut play = listed(ONE, "no-such-image");
    play.press("enter");
    assert!(play.printed.is_none() && !play.quit);
    let screen = play.screen();
    assert!(screen.contains("No image matches") && screen.contains("Press Ctrl-U to clear"), "{screen}");
}

#[test]
fn left_where_no_image_could_be_listed_it_says_why() {
    let mut play = begun(ONE, "");
    while let Some((ticket, _)) = play.calls.pop() {
        play.reply(ticket, Err(failure(FailureClass::Denied)));
    }
    play.press("esc");
    let why = play.gave_up.unwrap();
    assert_eq!(why, "couldn't list images: access denied: said the service");
    assert!(!play.quit);
}

/// Where there is no list, nothing is typed: letters are keys, and lead to no other place.
#[test]
fn without_credentials_it_can_be_logged_in_looked_again_and_left_and_no_more() {
    let sso = LogIn::Sso { profile: "research".into() };
    let no_keys = || Failure { log_in: Some(sso.clone()), ..failure(FailureClass::NoCredentials) };
    let without_keys = || {
        let mut play = begun(ONE, "");
        while let Some((ticket, _)) = play.calls.pop() {
            play.reply(ticket, Err(no_keys()));
        }
        play
    };
    let mut play = without_keys();
    let screen = play.screen();
    assert!(screen.contains("log in") && screen.contains("try again"), "{screen}");
    for words in ["demo", "choose a region", "choose a profile", "(no key)"] {
        assert!(!screen.contains(words), "{words}:\n{screen}");
    }
    play.press("P R T :");
    assert!(play.pages().is_empty() && !play.demo, "{}", play.screen());
    play.press("f2");
    assert!(!play.handed.is_empty() || !play.pages().is_empty(), "{}", play.screen());
    let mut play = without_keys();
    play.press("q");
    assert!(play.gave_up.is_some(), "{}", play.screen());
}

/// Whatever leads to an action, it is not done: also one that nobody has thought of yet.
#[test]
fn nothing_can_be_edited_sent_or_begun_in_a_picker() {
    let mut allowed = Vec::new();
    for action in Action::all() {
        let mut play = listed(SEVERAL, "");
        play.press("tab");
        let mut fx = Effects::default();
        act::act(&mut play.app, &mut fx, action);
        for effect in &fx.list {
            let is_more = match effect {
                Effect::Call { request, .. } => matches!(request, Request::Write(_)),
                Effect::Keep(_)
                | Effect::Note { .. }
                | Effect::Suspend
                | Effect::Demo
                | Effect::Open { .. } => true,
                _ => false,
            };
            assert!(!is_more, "{action:?} does {effect:?}");
        }
        let pages: Vec<_> = play.app.place().overlays.iter().map(Overlay::name).collect();
        assert!(pages.iter().all(|page| ["Help", "Errors", "LogIn"].contains(page)), "{action:?}: {pages:?}");
        assert!(play.app.is_read_only());
        if play.app.can(action) {
            allowed.push(action);
        }
    }
    for action in [Action::Edit, Action::Undo, Action::Commands, Action::PickProfile, Action::TryDemo] {
        assert!(!allowed.contains(&action), "{action:?}");
    }
    assert!(allowed.contains(&Action::PickImage));
}

#[test]
fn help_and_footer_show_only_what_works_there() {
    for pick in [ONE, SEVERAL] {
        let mut play = listed(pick, "");
        let footer = play.screen();
        assert!(footer.contains("Enter pick") && footer.contains("Esc cancel"), "{footer}");
        assert_eq!(footer.contains("Tab mark"), pick.several, "{footer}");
        play.press("f1");
        let here = play.app.scopes_below_help().0;
        for section in play.app.key_list(here) {
            for entry in section.entries {
                let KeyEntry::Key(row) = entry else { panic!("{}: commands", section.title) };
                assert!(pick.allows(row.action), "{:?}", row.action);
                assert!(![Scope::List, Scope::Image, Scope::Form].contains(&row.scope), "{:?}", row.scope);
            }
        }
        assert!(!play.screen().contains("edit"), "{}", play.screen());
        play.press("esc");
        assert!(!play.quit, "Esc closes the help first");
    }
}

#[test]
fn the_detail_beside_the_list_is_read_once_the_cursor_rests_and_nothing_else_is() {
    let mut play = listed(ONE, "");
    play.press("down");
    play.rest();
    assert_eq!(play.asked_images(), ["atlas-gpu"]);
    assert_eq!(play.asked(asked::versions), 0);
    assert!(play.writes_out().is_empty());
    play.describe(image("atlas-gpu"));
    assert!(play.screen().contains("An image for the vision team"), "{}", play.screen());
}

/// A paste goes into the filter; the ARN of another account leads nowhere, since the shell stays where it is.
#[test]
fn what_is_pasted_is_a_filter_and_no_more() {
    let mut play = listed(ONE, "");
    play.tell(Msg::Paste("torch-gpu\n".into()));
    play.press("enter");
    assert_eq!(play.printed, Some(vec!["torch-gpu".to_owned()]));
    let mut play = listed(ONE, "");
    play.tell(Msg::Paste("arn:aws:sagemaker:eu-west-1:999999999999:image/torch-gpu".into()));
    assert!(play.pages().is_empty(), "{}", play.screen());
}

#[test]
fn a_click_takes_nothing_of_what_is_typed_away() {
    for (clicked, printed) in [("Images", "atlas-gpu"), ("base", "torch-gpu"), ("Role ARN", "atlas-gpu")] {
        let mut play = listed(ONE, "").with_mouse();
        play.click(clicked);
        play.type_text("gpu");
        play.press("enter");
        assert_eq!(play.printed, Some(strings(&[printed])), "{clicked}:\n{}", play.screen());
    }
    let mut play = listed(ONE, "").with_mouse();
    play.double_click("base");
    assert_eq!(play.printed, Some(strings(&["base"])));
}

#[test]
fn a_part_of_the_images_is_not_marked_for_all() {
    let mut play = begun(SEVERAL, "");
    play.locate();
    play.page(&NAMES[..3], Some("more"));
    play.press("alt-a");
    assert!(play.screen().contains("Not all images are listed yet"), "{}", play.screen());
    assert!(play.app.browser().marked.is_empty());
    play.page(&NAMES[3..], None);
    play.press("alt-a enter");
    assert_eq!(play.printed, Some(strings(&NAMES)));
}
