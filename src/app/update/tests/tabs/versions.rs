//! The tab of the versions: what is read, the cursor, and two side by side.

use std::collections::BTreeSet;

use crate::app::Request;
use crate::app::play::{Asked, Play, asked, failure, name, reply};
use crate::domain::FailureClass;
use crate::service::Read;

const NOTHING: [&str; 0] = [];

/// The versions of image `a`, all read, with the keys in the detail; the newest has the focus.
fn with_versions(numbers: impl IntoIterator<Item = u32>) -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 2");
    play.answer_versions("a", numbers);
    play.answer(asked::aliases, reply::aliases("a", &[("latest", 3), ("prod", 1)], 3));
    if let (Some(focus), _) = play.focus_and_mark() {
        play.answer_version("a", focus);
    }
    play
}

/// What stands in the row of that version.
fn row(play: &Play, number: u32) -> String {
    let screen = play.screen();
    let is_row = |line: &&str| {
        let cells = line.split('│').nth(3).unwrap_or_default();
        cells
            .chars()
            .skip(2)
            .collect::<String>()
            .trim_start_matches(['✓', ' '])
            .starts_with(&number.to_string())
    };
    screen.lines().skip(2).find(is_row).unwrap_or_default().to_owned()
}

#[test]
fn rows_are_there_after_one_answer_and_then_aliases_and_the_version_in_focus_are_read() {
    let mut play = Play::with(&["a"]);
    play.press("2");
    assert_eq!(play.asked_of_tabs(), ["versions a"]);
    play.answer_page_of_versions("a", [9, 7], Some("token"));
    assert_eq!(play.versions("a"), [9, 7]);
    assert_eq!(play.asked_of_tabs(), ["versions a", "version 9 of a"], "aliases wait for all versions");
    play.answer_versions("a", [5]);
    assert_eq!(play.versions("a"), [9, 7, 5]);
    assert_eq!(play.asked_of_tabs(), ["version 9 of a", "aliases a"]);
    // The service need not be asked for the versions once more.
    let read = play.calls.iter().find(|(_, request)| asked::aliases(&request.into()));
    let versions = Some(BTreeSet::from([5, 7, 9]));
    let expected = Read::Aliases { image: name("a"), versions, instead: None };
    assert_eq!(read.map(|(_, request)| request), Some(&Request::Read(expected)));
    assert!(play.screen().contains("Versions 3"), "{}", play.screen());
}

#[test]
fn pages_are_read_only_while_the_tab_is_looked_at() {
    for keys in ["1", "j"] {
        let mut play = Play::with(&["a", "b"]);
        play.press("2");
        play.press(keys);
        play.answer_page_of_versions("a", [9], Some("token"));
        assert_eq!(play.asked_of_tabs(), NOTHING, "{keys}");
        assert_eq!(play.versions("a"), [9], "what has come is kept");
    }
}

#[test]
fn the_cursor_moves_over_versions_and_reads_what_it_rests_on() {
    for (keys, focus) in
        [("j", 2), ("j j", 1), ("G", 1), ("G g", 3), ("k", 3), ("down down up", 2), ("end", 1)]
    {
        let mut play = with_versions([3, 2, 1]);
        play.press(keys);
        assert_eq!(play.focus_and_mark(), (Some(focus), None), "{keys}");
        assert_eq!(play.asked_of_tabs(), NOTHING, "{keys}: it moves");
        play.cursor_rests();
        let asks = if focus == 3 { Vec::new() } else { vec![format!("version {focus} of a")] };
        assert_eq!(play.asked_of_tabs(), asks, "{keys}");
    }
}

#[test]
fn a_cursor_that_rests_reads_one_version_and_never_the_list() {
    let mut play = with_versions([3, 2, 1]);
    play.later(3600);
    play.press("j");
    play.cursor_rests();
    assert_eq!(play.asked_of_tabs(), ["version 2 of a"]);
    play.answer_version("a", 2);
    assert!(play.screen().contains("base:2"), "{}", play.screen());
    // On the way back it is there at once, and refreshes behind.
    play.press("k");
    assert!(play.screen().contains("base:3"), "{}", play.screen());
    play.cursor_rests();
    assert_eq!(play.asked_of_tabs(), ["version 3 of a"]);
}

#[test]
fn a_marked_version_and_the_one_in_focus_stand_side_by_side() {
    let mut play = with_versions([3, 2, 1]);
    play.press("j space");
    assert_eq!(play.focus_and_mark(), (Some(2), Some(2)));
    // Neither is read yet: one after the other is.
    play.press("j");
    play.cursor_rests();
    assert_eq!(play.asked_of_tabs(), ["version 1 of a"]);
    play.answer_version("a", 1);
    assert_eq!(play.asked_of_tabs(), ["version 2 of a"]);
    play.answer_version("a", 2);
    let screen = play.screen();
    for words in ["2 ✓ and 1", "≠ Base image", "base:2", "base:1", "  Job type"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(!screen.contains("≠ Job type"), "{screen}");
}

#[test]
fn a_mark_is_taken_away_by_space_or_by_the_first_esc() {
    let mut play = with_versions([3, 2, 1]);
    play.press("space");
    assert_eq!(play.focus_and_mark(), (Some(3), Some(3)));
    play.press("space");
    assert_eq!(play.focus_and_mark(), (Some(3), None));
    play.press("space j space");
    assert_eq!(play.focus_and_mark(), (Some(2), Some(2)), "another is marked instead");
    play.press("esc");
    assert_eq!((play.focus_and_mark(), play.pane()), ((Some(2), None), "detail"));
    play.press("esc");
    assert_eq!(play.pane(), "list");
}

#[test]
fn focus_and_mark_are_of_one_image() {
    let mut play = with_versions([3, 2, 1]);
    play.press("j space esc esc");
    play.press("j");
    play.rest();
    play.answer_versions("b", [8, 2]);
    assert_eq!(play.focus_and_mark(), (Some(8), None));
}

#[test]
fn a_version_that_vanished_takes_its_aliases_with_it_and_the_next_older_has_the_focus() {
    let mut play = with_versions([3, 2, 1]);
    play.press("r");
    play.answer_versions("a", [2, 1]);
    assert_eq!((play.versions("a"), play.focus_and_mark()), (vec![2, 1], (Some(2), None)));
    assert!(!play.screen().contains("latest"), "{}", play.screen());
    assert!(play.screen().contains("prod"), "{}", play.screen());
    // The one in focus is gone: it says so, and the rest lives.
    play.press("j");
    play.cursor_rests();
    let wanted = Asked::Version("a".into(), 1);
    play.answer(|asked| *asked == wanted, Err(failure(FailureClass::NotFound)));
    assert!(play.screen().contains("Couldn't load version 1"), "{}", play.screen());
    assert_eq!(play.versions("a"), [2, 1]);
}

#[test]
fn without_the_permission_for_aliases_the_rest_lives_and_says_which_is_missing() {
    let mut play = Play::with(&["a"]);
    play.press("2");
    play.answer_versions("a", [3, 2]);
    play.answer(asked::aliases, Err(failure(FailureClass::Denied)));
    play.answer_version("a", 3);
    let screen = play.screen();
    assert!(screen.contains("unknown: sagemaker:ListAliases "), "{screen}");
    assert!(screen.contains("base:3") && screen.contains("read just now"), "{screen}");
}

#[test]
fn rows_stay_when_a_refresh_fails_and_when_pages_stop_coming() {
    let mut play = with_versions([3, 2, 1]);
    play.press("r");
    play.answer(asked::versions, Err(failure(FailureClass::TimedOut)));
    let screen = play.screen();
    for words in ["! old, read", "Couldn't list versions", "The list is old"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(row(&play, 3).contains("latest"), "{screen}");
    let mut play = Play::with(&["a"]);
    play.press("2");
    play.answer_page_of_versions("a", [9, 8], Some("token"));
    play.answer(asked::versions, Err(failure(FailureClass::Throttled)));
    let screen = play.screen();
    assert!(screen.contains("! incomplete") && screen.contains("The list is incomplete."), "{screen}");
    assert_eq!(play.versions("a"), [9, 8]);
}

#[test]
fn a_refresh_that_is_asked_for_twice_goes_on_with_the_second() {
    let mut play = with_versions([3, 2, 1]);
    play.press("r r");
    assert_eq!(play.asked_of_tabs(), ["versions a", "version 3 of a"]);
    play.answer_versions("a", [4, 3]);
    assert_eq!(play.versions("a"), [4, 3]);
}
