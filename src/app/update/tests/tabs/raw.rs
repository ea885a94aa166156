//! The answer of the service as it came: what is asked for it, and what its keys do.

use crate::app::play::{Asked, Play, failure, reply};
use crate::app::{Msg, Size};
use crate::domain::{FailureClass, Mode};

const NOTHING: [&str; 0] = [];

const BODY: &str = r#"{"ImageName":"a","CreationTime":1790000000.5,"Later":{"Member":"of a later model"}}"#;

/// Its answer is shown, and the detail has the keys.
fn shown(body: &str) -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 5");
    play.answer_raw("a", body);
    play
}

fn numbered(count: usize) -> String {
    let items: Vec<String> = (0..count).map(|at| format!("\"item {at}\"")).collect();
    format!("[{}]", items.join(","))
}

fn raw_fails(play: &mut Play, class: FailureClass) {
    play.answer(|asked| matches!(asked, Asked::Raw(_)), Err(failure(class)));
}

#[test]
fn an_answer_is_shown_with_members_that_nobody_knows() {
    let mut play = shown(BODY);
    let screen = play.screen();
    for words in [
        "[Raw]",
        "DescribeImage  JSON",
        "\"ImageName\": \"a\"",
        "\"Later\": {",
        "\"Member\": \"of a later model\"",
        "\"CreationTime\": \"2026-09-21T",
        ".500000+00:00\"",
        "sent as seconds",
        "read",
    ] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    play.press("v");
    let screen = play.screen();
    for words in ["DescribeImage  YAML", "ImageName: a", "Later:", "  Member: of a later model"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    play.press("v");
    assert!(play.screen().contains("\"ImageName\": \"a\""), "{}", play.screen());
}

#[test]
fn it_is_read_while_it_is_looked_at_and_no_more_often_than_need_be() {
    let mut play = Play::with(&["a", "b"]);
    play.press("5");
    assert_eq!(play.asked_of_tabs(), ["raw a"]);
    play.takes_long();
    assert!(play.screen().contains("Loading the response…"), "{}", play.screen());
    play.answer_raw("a", BODY);
    for (keys, seconds, asks) in
        [("j", 0, &["raw b"][..]), ("k", 0, &NOTHING), ("1 5", 14, &NOTHING), ("1 5", 2, &["raw a"])]
    {
        play.calls.clear();
        play.later(seconds);
        play.press(keys);
        play.rest();
        let raws: Vec<_> = play.asked_of_tabs();
        assert_eq!(raws, asks, "{keys} after {seconds}");
        if asks == ["raw b"] {
            play.answer_raw("b", BODY);
        }
    }
    // The old one stays meanwhile, and where no newer comes.
    play.takes_long();
    let screen = play.screen();
    assert!(screen.contains("refreshing") && screen.contains("Later"), "{screen}");
    raw_fails(&mut play, FailureClass::Denied);
    let screen = play.screen();
    for words in ["Couldn't load the response", "! old, read", "Showing old data", "Later"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    play.press("r");
    assert_eq!(play.asked_of_tabs(), ["raw a"]);
    play.answer_raw("a", "{}");
    assert!(!play.screen().contains("Later"), "{}", play.screen());
}

#[test]
fn a_failure_is_told_where_nothing_is_known() {
    let mut play = Play::with(&["a"]);
    play.press("5");
    raw_fails(&mut play, FailureClass::NotFound);
    let screen = play.screen();
    assert!(screen.contains("Couldn't load the response") && screen.contains("to try again"), "{screen}");
    assert_eq!(play.search_is_at(), None);
    play.press("enter");
    let before = play.screen();
    play.press("v w / n N < >");
    assert_eq!(play.screen(), before, "no key does anything to what is not there");
}

#[test]
fn the_version_in_focus_is_shown_and_the_image_again() {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 2");
    play.answer_versions("a", [3, 2, 1]);
    play.press("j 5");
    play.answer_raw("a", BODY);
    play.press("i");
    assert!(play.asked_of_tabs().contains(&"raw version 2 of a".into()), "{:?}", play.asked_of_tabs());
    play.answer_raw("version 2 of a", r#"{"Version":2,"Later":true}"#);
    let screen = play.screen();
    assert!(
        screen.contains("DescribeImageVersion 2  JSON") && screen.contains("\"Later\": true"),
        "{screen}"
    );
    play.press("e");
    assert!(play.screen().contains("version 2 of"), "what is shown is edited\n{}", play.screen());
    play.press("esc i");
    assert!(play.screen().contains("DescribeImage  JSON"), "{}", play.screen());
}

#[test]
fn versions_that_nobody_looked_at_are_listed_for_it_and_the_newest_is_shown() {
    let mut play = Play::with(&["a"]);
    play.press("enter 5");
    play.answer_raw("a", BODY);
    play.calls.clear();
    play.press("i");
    assert_eq!(play.asked_of_tabs(), ["versions a"]);
    play.takes_long();
    assert!(play.screen().contains("Loading versions…"), "{}", play.screen());
    play.answer_page_of_versions("a", [9, 8], Some("more"));
    assert_eq!(play.asked_of_tabs(), ["raw version 9 of a"], "of the others nothing is asked");
    play.answer_raw("version 9 of a", r#"{"Version":9}"#);
    assert!(play.screen().contains("\"Version\": 9"), "{}", play.screen());
    for (reply, words) in [
        (Ok(reply::versions(Vec::new(), None)), "No versions yet."),
        (Err(failure(FailureClass::Denied)), "Couldn't list versions"),
    ] {
        let mut play = shown(BODY);
        play.press("i");
        play.answer(|asked| matches!(asked, Asked::Versions(_)), reply);
        assert!(play.screen().contains(words), "{words}\n{}", play.screen());
        play.calls.clear();
        play.press("r");
        assert_eq!(play.asked_of_tabs(), ["versions a"]);
    }
}

#[test]
fn a_search_goes_from_match_to_match_and_round() {
    let mut play = shown(&numbered(100));
    play.paint();
    play.press("/");
    play.type_text("ITEM 9");
    assert_eq!(play.search_is_at().as_deref(), Some("0/0"), "capitals are meant");
    assert!(play.screen().contains("no matches"), "{}", play.screen());
    play.press("ctrl-u");
    play.type_text("item 9");
    assert_eq!(play.search_is_at().as_deref(), Some("1/11"));
    assert!(
        play.screen().contains("match 1 of 11") && play.screen().contains("/item 9"),
        "{}",
        play.screen()
    );
    play.press("enter");
    for (key, at, seen) in [
        ("n", "2/11", "item 90"),
        ("N", "1/11", "item 9\""),
        ("N", "11/11", "item 99"),
        ("n", "1/11", "item 9\""),
    ] {
        play.press(key);
        play.paint();
        assert_eq!(play.search_is_at().as_deref(), Some(at), "{key}");
        assert!(play.screen().contains(seen), "{seen} is not in sight\n{}", play.screen());
    }
    // It stays in force as another format, and for the next image.
    play.press("v");
    assert_eq!(play.search_is_at().as_deref(), Some("1/11"));
    play.press("J");
    play.rest();
    play.answer_raw("b", "[\"item 9\"]");
    assert_eq!(play.search_is_at().as_deref(), Some("1/1"));
    play.press("esc");
    assert_eq!((play.search_is_at().as_deref(), play.pane()), (Some("0/0"), "detail"));
    play.press("esc");
    assert_eq!(play.pane(), "list");
}

#[test]
fn a_search_begins_where_the_person_is() {
    let mut play = shown(&numbered(100));
    play.paint();
    play.press("pgdn pgdn /");
    play.paint();
    play.type_text("item");
    let at = play.search_is_at().unwrap();
    let first: usize = at.split('/').next().unwrap().parse().unwrap();
    assert!((30..80).contains(&first), "{at}");
    play.press("esc");
    assert_eq!(play.search_is_at().as_deref(), Some("0/0"));
}

#[test]
fn long_lines_are_wrapped_or_scrolled_sideways() {
    let long = format!("{{\"Notes\":\"{}END\"}}", "word ".repeat(82));
    let mut play = shown(&long);
    assert!(play.screen().contains("END"), "{}", play.screen());
    play.press("w");
    assert!(!play.screen().contains("END"), "{}", play.screen());
    for _ in 0..20 {
        play.press(">");
    }
    assert!(play.screen().contains("END\""), "{}", play.screen());
    for _ in 0..20 {
        play.press("<");
    }
    assert!(play.screen().contains("\"Notes\""), "{}", play.screen());
    // What is found is brought into sight.
    play.press("/");
    play.type_text("END");
    assert!(play.screen().contains("END"), "{}", play.screen());
    play.press("enter w");
    assert!(play.screen().contains("\"Notes\"") && play.screen().contains("END"), "{}", play.screen());
}

#[test]
fn what_is_shown_is_copied() {
    for (keys, body, copied, said) in [
        ("y", r#"{"a":"\u202e1"}"#, "{\n  \"a\": \"\\u202e1\"\n}", "(JSON)"),
        ("v y", r#"{"a":"no"}"#, "a: \"no\"", "(YAML)"),
        ("v y", "<html>\u{1b}[2J", "<html>\\u001b[2J", "(as received)"),
        ("w y", r#"{"a":1}"#, "{\n  \"a\": 1\n}", "(JSON)"),
    ] {
        let mut play = shown(body);
        play.press(keys);
        assert_eq!(play.copied, [copied], "{keys}");
        let screen = play.screen();
        assert!(screen.contains("Copied the response for a") && screen.contains(said), "{screen}");
    }
}

#[test]
fn what_is_no_json_stands_as_it_came_with_a_sentence() {
    for (body, words) in [
        ("<html>Log in</html>", "The response is not JSON. It is shown as received."),
        ("{\"ImageName\":\"a", "The response was cut off."),
        ("", "The response has an empty body."),
    ] {
        let play = shown(body);
        let screen = play.screen();
        assert!(screen.contains(words) && screen.contains(body), "{screen}");
    }
}

#[test]
fn times_follow_the_zone() {
    let mut play = shown(BODY);
    play.app.zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(2));
    play.tell(Msg::Resize { width: 120, height: 40 });
    assert!(play.screen().contains(".500000+02:00"), "{}", play.screen());
    play.press("t");
    assert!(play.screen().contains(".500000+00:00"), "{}", play.screen());
}

#[test]
fn nothing_is_laid_out_of_what_is_not_shown() {
    let mut play = shown(BODY);
    assert!(play.app.browser().raw.page.is_some());
    play.press("1");
    assert!(play.app.browser().raw.page.is_none());
    let mut narrow = Play::begin_at(Size { width: 80, height: 24 }, Mode::default(), None);
    narrow.locate();
    narrow.page(&["a"], None);
    narrow.press("5");
    narrow.answer_raw("a", BODY);
    assert!(narrow.screen().contains("later model"), "{}", narrow.screen());
    narrow.press("esc");
    assert_eq!((narrow.pane(), narrow.app.browser().raw.page.is_some()), ("list", false));
}

#[test]
fn a_mebibyte_is_scrolled_and_searched() {
    let line = format!("\"{}\"", "機械 word ".repeat(20_000));
    let body = format!("[{},{line}]", numbered(20_000));
    let mut play = shown(&body);
    play.paint();
    for keys in ["j", "pgdn", "G", "k", "g", "w", ">", "w"] {
        play.press(keys);
        play.paint();
    }
    play.press("/");
    play.type_text("item 19999");
    assert_eq!(play.search_is_at().as_deref(), Some("1/1"));
    play.press("enter");
    assert!(play.screen().contains("item 19999"), "{}", play.screen());
}
