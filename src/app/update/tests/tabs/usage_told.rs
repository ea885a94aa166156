//! What is said of usage where it is old, not whole, or was never looked up.

use std::cell::Cell;

use crate::app::play::{Asked, Play, failure, reply, version};
use crate::app::{Msg, PlaceId, Timer};
use crate::domain::FailureClass;

use super::usage::{all_well, looked_up, shows};

const NOTHING: [&str; 0] = [];
const LISTS: [&str; 4] = ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps"];

fn filter(play: &mut Play, text: &str) {
    play.press("/ ctrl-u");
    play.type_text(text);
    play.press("enter");
}

fn at_width(play: &mut Play, width: u16) -> String {
    play.tell(Msg::Resize { width, height: 40 });
    play.screen()
}

#[test]
fn a_filter_for_usage_that_finds_nothing_can_have_it_looked_up() {
    for width in [120, 60] {
        let mut play = Play::with(&["a", "b"]);
        at_width(&mut play, width);
        play.press("/");
        play.type_text("unused:");
        shows(&play, &["Usage hasn't been looked up: press Enter, then 4."]);
        play.press("enter");
        shows(&play, &["Usage hasn't been looked up: press 4."]);
        play.press("4");
        assert_eq!(play.asked_of_studio(), LISTS, "{width}");
        shows(&play, &["Still looking up usage"]);
        play.answer_studio("a", all_well);
        assert_eq!(play.names(), ["b"]);
    }
}

#[test]
fn a_filter_for_usage_that_finds_nothing_says_why_and_looks_again() {
    for width in [120, 60] {
        let mut play = Play::with(&["a", "b"]);
        at_width(&mut play, width);
        filter(&mut play, "unused:");
        play.press("4");
        play.answer_studio("a", |read| {
            (read.operation() == "ListSpaces").then(|| Err(failure(FailureClass::Denied)))
        });
        assert_eq!(play.names(), NOTHING);
        shows(
            &play,
            &[
                "so no image is known to be unused. Press r to look again.",
                "Couldn't list spaces (ListSpaces).",
            ],
        );
        play.press("r");
        assert_eq!(play.asked_of_studio(), LISTS, "{width}");
        play.answer_studio("a", all_well);
        assert_eq!(play.names(), ["b"]);
    }
}

#[test]
fn the_list_says_how_old_what_it_says_of_usage_is() {
    let mut play = looked_up();
    filter(&mut play, "unused:");
    assert!(!play.screen().contains("usage as of"), "{}", play.screen());
    play.later(14 * 60 + 5);
    shows(&play, &["usage as of 14 minutes ago ─"]);
    // Of what does not ask for it, nothing is said.
    filter(&mut play, "b");
    assert!(!play.screen().contains("usage as of"), "{}", play.screen());
    play.press("esc s s s s");
    shows(&play, &["usage as of 14 minutes ago ─"]);
    // A newer one that was stopped does not make it newer.
    play.press("4 r");
    play.page(&["a", "b"], None);
    play.answer_one_of_studio("a", all_well);
    shows(&play, &["usage as of 14 minutes ago ─"]);
    play.press("esc");
    shows(&play, &["! old usage, as of 14 minutes ago ─"]);
    play.press("r");
    play.page(&["a", "b"], None);
    play.answer_studio("a", all_well);
    assert!(!play.screen().contains("usage as of"), "{}", play.screen());
}

#[test]
fn a_newer_look_that_was_stopped_at_once_is_told_in_the_list_too() {
    let mut play = looked_up();
    play.press("r esc");
    play.page(&["a", "b"], None);
    filter(&mut play, "unused:");
    shows(&play, &["! old usage, as of just now ─"]);
}

#[test]
fn tab_and_list_count_alike_while_there_may_be_more() {
    let mut play = Play::with(&["a", "b"]);
    play.press("4");
    for _ in 0..7 {
        play.answer_one_of_studio("a", all_well);
    }
    let screen = at_width(&mut play, 160);
    let row = screen.lines().find(|line| line.contains("●  a")).unwrap();
    let count = row.split_whitespace().find(|word| word.ends_with('+')).unwrap_or_else(|| panic!("{screen}"));
    assert!(screen.contains(&format!("Usage {count}")), "{count}\n{screen}");
    play.answer_studio("a", all_well);
    let screen = play.screen();
    assert!(screen.contains("Usage 7") && !screen.contains("Usage 7+"), "{screen}");
}

/// The versions of `a` are known, of which 5 is archived and 9 has failed.
fn with_bad_pins() -> Play {
    let mut play = looked_up();
    play.answer_versions("a", 1..=12);
    play.answer(|asked| *asked == Asked::Aliases("a".into()), reply::aliases("a", &[("prod", 11)], 12));
    for number in [11, 9, 5] {
        let (status, guidance) = match number {
            9 => ("DELETE_FAILED", None),
            5 => ("CREATED", Some("ARCHIVED".into())),
            _ => ("CREATED", None),
        };
        let status = Some(crate::domain::ImageStatus::from_word(status));
        let version =
            crate::domain::ImageVersion { status, vendor_guidance: guidance, ..version("a", number) };
        play.answer(|asked| matches!(asked, Asked::Version(..)), reply::version(version));
    }
    play
}

#[test]
fn a_mark_stays_with_its_words_at_any_width() {
    let mut play = with_bad_pins();
    play.press("enter");
    let mut unchecked = looked_up();
    unchecked.answer(|asked| matches!(asked, Asked::Versions(..)), Err(failure(FailureClass::Denied)));
    unchecked.press("enter");
    for width in 34..=110 {
        for play in [&mut play, &mut unchecked] {
            let screen = at_width(play, width);
            for line in screen.lines() {
                let line = line.trim_end_matches(['│', '┃', ' ']);
                let is_broken = ["✖", "?", "? not"].iter().any(|end| line.ends_with(end));
                assert!(!is_broken, "{width}: {line}\n{screen}");
            }
        }
    }
    let screen = at_width(&mut play, 110);
    for words in ["✖ archived", "✖ DELETE_FAILED", "✖ no such version"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn pins_that_could_not_be_checked_are_marked_whatever_was_refused() {
    let refused = || Err(failure(FailureClass::Denied));
    let mut play = looked_up();
    play.answer(|asked| matches!(asked, Asked::Versions(..)), refused());
    shows(&play, &["version 9  ? not checked", "! incomplete"]);

    let mut play = looked_up();
    play.answer_versions("a", 1..=12);
    play.answer(|asked| *asked == Asked::Aliases("a".into()), reply::aliases("a", &[("prod", 11)], 12));
    let mut read = 0;
    while play.out().iter().any(|(_, asked)| matches!(asked, Asked::Version(..))) {
        play.answer(|asked| matches!(asked, Asked::Version(..)), refused());
        read += 1;
    }
    assert_eq!(read, 3);
    at_width(&mut play, 200);
    let words = [
        "version 9  ? not checked",
        "version 5  ? not checked",
        "alias prod (version 11)  ? not checked",
        "version 77  ✖ no such version",
        "! incomplete",
    ];
    shows(&play, &words);
    // Of another image, which nobody is pinned to, all is known.
    play.press("j");
    play.rest();
    assert!(!play.screen().contains("! incomplete"), "{}", play.screen());
}

#[test]
fn what_stays_throttled_is_tried_once_more_when_the_rest_is_done() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    let refused = Cell::new(0);
    loop {
        let answered = play.answer_one_of_studio("a", |read| {
            let is_refused = read.operation() == "DescribeSpace" && refused.get() < 8;
            refused.set(refused.get() + u8::from(is_refused));
            is_refused.then(|| Err(failure(FailureClass::Throttled)))
        });
        if !answered {
            if play.app.place().usage.running().is_none() {
                break;
            }
            play.run_out(&Timer::Scan(PlaceId(0)));
        }
    }
    shows(&play, &["Usage 7", "read just now"]);
}
