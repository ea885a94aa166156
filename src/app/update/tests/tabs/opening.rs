//! The tabs of the detail: which is open, and what is asked for it.

use crate::app::play::{Asked, Play, asked, failure, reply};
use crate::app::update::tests::places::THEIRS;
use crate::app::{Msg, Size};
use crate::domain::{FailureClass, Mode};

const NOTHING: [&str; 0] = [];

#[test]
fn keys_open_tabs_from_list_and_detail() {
    for (keys, tab) in [
        ("2", "Versions"),
        ("3", "Tags"),
        ("4", "Usage"),
        ("3 1", "Details"),
        ("]", "Versions"),
        ("] ]", "Tags"),
        ("4", "Usage"),
        ("5", "Raw"),
        ("] ] ]", "Usage"),
        ("] ] ] ]", "Raw"),
        ("] ] ] ] ]", "Details"),
        ("[", "Raw"),
        ("[ [", "Usage"),
        ("enter 2", "Versions"),
        ("enter [", "Raw"),
        ("2 j", "Versions"),
    ] {
        let mut play = Play::with(&["a", "b"]);
        play.press(keys);
        assert_eq!(play.tab(), tab, "{keys}");
        assert_eq!(play.pane(), if keys.starts_with("enter") { "detail" } else { "list" }, "{keys}");
    }
}

#[test]
fn where_only_the_list_is_on_the_screen_a_tab_opens_the_detail() {
    for (keys, tab) in [
        ("1", "Details"),
        ("2", "Versions"),
        ("3", "Tags"),
        ("4", "Usage"),
        ("5", "Raw"),
        ("]", "Versions"),
        ("[", "Raw"),
    ] {
        let mut play = Play::begin_at(Size { width: 80, height: 24 }, Mode::default(), None);
        play.locate();
        play.page(&["a", "b"], None);
        play.press(keys);
        assert_eq!((play.tab(), play.pane()), (tab, "detail"), "{keys}");
        // What is being looked up is stopped first.
        play.press(if tab == "Usage" && play.app.place().usage.running().is_some() {
            "esc esc"
        } else {
            "esc"
        });
        assert_eq!(play.pane(), "list", "{keys}");
    }
}

#[test]
fn nothing_is_asked_for_a_tab_that_is_not_open() {
    for (key, of_b) in
        [("1", NOTHING.as_slice()), ("2", &["versions b"]), ("3", &["tags b"]), ("5", &["raw b"])]
    {
        let mut play = Play::with(&["a", "b", "c"]);
        play.press(key);
        play.calls.clear();
        play.press("j j k");
        assert_eq!(play.asked_of_tabs(), NOTHING, "{key}: it moves");
        play.rest();
        assert_eq!(play.asked_of_tabs(), of_b, "{key}");
        assert_eq!(play.asked(asked::read), usize::from(key == "1"), "{key}");
    }
    // Passing over a tab reads nothing of it.
    let mut play = Play::with(&["a"]);
    play.press("] ] ] ] ]");
    play.rest();
    assert_eq!((play.asked_of_tabs(), play.asked_of_studio()), (Vec::new(), Vec::new()));
}

#[test]
fn a_tab_seen_before_is_there_at_once_and_refreshes_when_it_is_old() {
    let tags = || reply::tags("a", &[("team", "vision")]);
    let mut play = Play::with(&["a", "b"]);
    play.press("3");
    play.answer(|asked| *asked == Asked::Tags("a".into()), tags());
    for (seconds, asks) in [(14, NOTHING.as_slice()), (2, &["tags a"])] {
        play.press("j");
        play.rest();
        play.later(seconds);
        play.calls.clear();
        play.press("k");
        assert!(play.screen().contains("vision"), "{}", play.screen());
        play.rest();
        assert_eq!(play.asked_of_tabs(), asks, "after {seconds}");
    }
    play.takes_long();
    assert!(play.screen().contains("vision") && play.screen().contains("refreshing"), "{}", play.screen());
    // What can't be refreshed stays, and is told to be old.
    play.answer(|asked| *asked == Asked::Tags("a".into()), Err(failure(FailureClass::TimedOut)));
    let screen = play.screen();
    for words in ["vision", "! old, read", "Couldn't list tags"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn what_is_shown_is_read_again_however_new_it_is() {
    for (key, of_a) in
        [("1", NOTHING.as_slice()), ("2", &["versions a"]), ("3", &["tags a"]), ("5", &["raw a"])]
    {
        let mut play = Play::with(&["a"]);
        play.press(key);
        play.calls.clear();
        play.press("r");
        assert_eq!(play.asked_of_tabs(), of_a, "{key}");
        assert_eq!((play.asked(asked::list), play.asked(asked::read)), (1, usize::from(key == "1")));
    }
}

#[test]
fn a_newer_read_ends_the_one_of_another_image() {
    for key in ["2", "3", "5"] {
        let mut play = Play::with(&["a", "b"]);
        play.press(key);
        play.press("j");
        let before = play.cancelled.len();
        play.rest();
        assert_eq!((play.asked_of_tabs().len(), play.cancelled.len()), (1, before + 1), "{key}");
        // It is asked for anew on the way back.
        play.press("k");
        play.rest();
        assert!(play.asked_of_tabs()[0].ends_with('a'), "{:?}", play.asked_of_tabs());
    }
}

#[test]
fn tags_are_known_whatever_they_were_read_for() {
    let mut play = Play::with(&["a"]);
    play.press("T");
    play.answer(|asked| *asked == Asked::Tags("a".into()), reply::tags("a", &[("team", "vision")]));
    play.press("esc 3");
    assert!(play.screen().contains("vision") && play.screen().contains("Tags 1"), "{}", play.screen());
    assert_eq!(play.asked_of_tabs(), NOTHING, "they were read just now");
}

#[test]
fn empty_and_failed_tabs_say_so_in_plain_words() {
    for (key, reply, words) in [
        ("2", Ok(reply::versions(Vec::new(), None)), "No versions yet."),
        ("3", Ok(reply::tags("a", &[])), "No tags."),
        ("2", Err(failure(FailureClass::NotFound)), "Couldn't list versions"),
        ("3", Err(failure(FailureClass::Denied)), "Couldn't list tags"),
    ] {
        let mut play = Play::with(&["a"]);
        play.press(key);
        assert!(!play.screen().to_lowercase().contains("loading"), "not yet\n{}", play.screen());
        play.takes_long();
        let loading = play.screen();
        assert!(loading.contains("Loading versions…") || loading.contains("Loading tags…"), "{loading}");
        play.answer(|asked| matches!(asked, Asked::Versions(_) | Asked::Tags(_)), reply);
        assert!(play.screen().contains(words), "{words}\n{}", play.screen());
        assert_eq!(play.asked_of_tabs().iter().filter(|asked| asked.contains("version ")).count(), 0);
    }
}

#[test]
fn a_place_keeps_its_tabs_to_itself() {
    let mut play = Play::with(&["a"]);
    play.press("3");
    play.answer(|asked| *asked == Asked::Tags("a".into()), reply::tags("a", &[("team", "vision")]));
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["a"], None);
    assert_eq!(play.tab(), "Tags", "the tab stays open");
    assert!(!play.screen().contains("vision"), "{}", play.screen());
    play.rest();
    assert_eq!(play.asked_of_tabs(), ["tags a"]);
    play.pick("P", "research");
    assert!(play.screen().contains("vision"), "{}", play.screen());
}

#[test]
fn the_next_image_is_shown_with_the_same_tab() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("enter 3");
    play.answer(|asked| *asked == Asked::Tags("a".into()), reply::tags("a", &[("team", "vision")]));
    for (key, shown) in [("J", "b"), ("J", "c"), ("J", "c"), ("K", "b"), ("K", "a"), ("K", "a")] {
        play.press(key);
        assert_eq!((play.selected().as_str(), play.pane(), play.tab()), (shown, "detail", "Tags"), "{key}");
    }
    assert!(play.asked_of_tabs().is_empty(), "{:?}", play.asked_of_tabs());
    play.press("J");
    play.rest();
    assert_eq!(play.asked_of_tabs(), ["tags b"]);
}

#[test]
fn a_tab_that_can_not_be_seen_is_not_read_and_is_once_it_can_be() {
    let mut play = Play::with(&["a", "b"]);
    play.press("3");
    let resized = |size: Size| Msg::Resize { width: size.width, height: size.height };
    let (wide, narrow) = (play.app.size, Size { width: 80, height: 24 });
    // The window becomes narrow before the selection has rested.
    play.press("j");
    play.tell(resized(narrow));
    play.calls.clear();
    play.rest();
    play.press("r");
    assert_eq!(play.asked_of_tabs(), NOTHING);
    play.tell(resized(wide));
    play.rest();
    assert_eq!(play.asked_of_tabs(), ["tags b"]);
    play.takes_long();
    assert!(play.screen().contains("Loading tags…"), "{}", play.screen());
}

#[test]
fn of_two_versions_the_other_is_read_also_where_the_first_can_not_be() {
    let mut play = Play::with(&["a"]);
    play.press("2");
    play.answer_versions("a", 1..=3);
    play.press("enter space j");
    play.answer(|asked| *asked == Asked::Version("a".into(), 3), Err(failure(FailureClass::Denied)));
    assert_eq!(play.asked(|asked| *asked == Asked::Version("a".into(), 2)), 1);
}
