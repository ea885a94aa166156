//! The list is read again by itself.

use crate::app::play::{ListLoad, Play, asked, failure, image, reply, second};
use crate::app::{ChangeKind, Msg, PlaceId, Timer};
use crate::domain::{FailureClass, Image, ImageStatus};

use super::{changed_at, listed};

#[test]
fn every_30_seconds_one_call_asks_for_what_was_changed_and_shows_nothing_twice() {
    let mut play = Play::with(&["a", "b", "c"]);
    assert_eq!(play.seconds(&Timer::Refresh), Some(30));
    for _ in 0..2 {
        play.refreshes();
        assert_eq!((play.asked(asked::any), play.asked(asked::changed)), (1, 1), "{:?}", play.calls);
        // The bound is “on or after”: what is known comes again.
        play.changes_come(&[image("a"), image("b"), image("c")]);
        assert_eq!((play.names(), play.marked_as("a")), (vec!["a".into(), "b".into(), "c".into()], None));
        assert_eq!(play.seconds(&Timer::Refresh), Some(30));
    }
    play.refreshes();
    play.changes_come(&[changed_at("b", 9), image("bb"), image("a")]);
    assert_eq!(play.names(), ["a", "b", "bb", "c"]);
    assert_eq!(play.listed("b").description, changed_at("b", 9).description);
    assert_eq!(
        ["a", "b", "bb", "c"].map(|image| play.marked_as(image)),
        [None, Some(ChangeKind::Changed), Some(ChangeKind::New), None]
    );
    assert_eq!(play.asked(asked::any), 0, "that of another image than the one on the screen is not read");
}

#[test]
fn it_asks_from_a_little_before_the_newest_and_from_what_is_changing_still() {
    let at =
        |status: ImageStatus, at| Image { status: Some(status), modified: Some(second(at)), ..image("b") };
    for (b, since) in [
        (at(ImageStatus::Created, 100), 40),
        (at(ImageStatus::Created, -500), -60),
        (at(ImageStatus::Updating, -500), -560),
        // Nobody waits for what is stuck.
        (at(ImageStatus::Deleting, -5000), -60),
    ] {
        let mut play = Play::begin();
        play.locate();
        play.answer(asked::list, reply::page(listed(&[image("a"), b]), None));
        assert_eq!(play.app.place().images.changes_since(play.app.now), Some(second(since)));
    }
}

#[test]
fn a_mark_goes_after_ten_seconds_each_with_what_came_with_it() {
    let mut play = Play::with(&["a", "b", "c"]);
    let mark = |number| Timer::Unmark(PlaceId(0), number);
    play.refreshes();
    play.changes_come(&[changed_at("b", 9)]);
    assert_eq!(play.seconds(&mark(1)), Some(10));
    play.refreshes();
    play.changes_come(&[changed_at("b", 9), changed_at("c", 12)]);
    play.run_out(&mark(1));
    assert_eq!((play.marked_as("b"), play.marked_as("c")), (None, Some(ChangeKind::Changed)));
    play.run_out(&mark(2));
    assert_eq!(play.marked_as("c"), None);
}

#[test]
fn selection_filter_marks_and_scroll_stay_where_they_are() {
    let names: Vec<String> = (0..200).map(|at| format!("m{at:03}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut play = Play::with(&names);
    play.press("pgdn pgdn space / m enter");
    let row = |play: &Play| play.list_cursor() - play.app.browser().list.top();
    let (selected, before) = (play.selected(), row(&play));
    play.refreshes();
    play.changes_come(&[
        changed_at("m000", 9),
        image("a"),
        image("b"),
        image("m010b"),
        changed_at("m150", 8),
    ]);
    assert_eq!((play.selected(), row(&play)), (selected, before));
    assert_eq!(play.filter(), "m");
    assert_eq!(play.app.browser().marked.len(), 1);
    assert_eq!(play.app.place().images.len(), 203);

    // Nobody has moved the cursor yet: it stays with its image all the same, and the list at its top.
    let mut play = Play::with(&["m", "n"]);
    play.refreshes();
    play.changes_come(&[image("a")]);
    assert_eq!((play.selected(), play.app.browser().list.top()), ("m".into(), 0));
}

#[test]
fn after_ten_minutes_the_whole_list_tells_what_was_deleted() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Focus(true));
    for _ in 0..19 {
        play.refreshes();
        play.changes_come(&[]);
    }
    play.refreshes();
    assert_eq!((play.asked(asked::changed), play.asked(asked::list)), (0, 1));
    assert_eq!(play.list_load(), ListLoad::Idle, "nothing is said of it");
    play.page(&["a", "c"], None);
    assert_eq!(play.names(), ["a", "c"]);
    assert_eq!(play.app.place().refreshing.recent.counts(), (0, 0, 1));
    play.refreshes();
    assert_eq!(play.asked(asked::changed), 1, "the ten minutes begin anew");
}

#[test]
fn the_selection_of_an_image_that_is_gone_goes_to_its_neighbour() {
    for (keys, left, now) in [
        ("j j", &["a", "b", "d", "e"][..], "d"),
        ("j j", &["b", "e"], "e"),
        ("G", &["a", "c"], "c"),
        ("j", &["b"], "b"),
        ("j j", &[], ""),
    ] {
        let mut play = Play::with(&["a", "b", "c", "d", "e"]);
        play.press(keys);
        let left: Vec<_> = left.iter().map(|name| image(name)).collect();
        play.whole_comes(&left);
        assert_eq!(play.selected(), now, "{keys} {left:?}");
    }
}

#[test]
fn what_changed_by_itself_is_marked_in_words_and_with_a_dot() {
    let mut play = Play::with(&["alpha", "beta", "gamma"]);
    play.refreshes();
    play.changes_come(&[changed_at("beta", 9), image("beta2")]);
    let screen = play.screen();
    let row = |name: &str| {
        let begins = [" ", "•"].map(|behind| format!("●  {name}{behind}"));
        screen.lines().find(|line| begins.iter().any(|begin| line.contains(begin))).unwrap().to_owned()
    };
    assert!(screen.contains("• 1 changed, 1 new just now"), "{screen}");
    let is_marked = ["alpha", "beta", "beta2", "gamma"].map(|name| row(name).contains('•'));
    assert_eq!(is_marked, [false, true, true, false], "{screen}");
    play.press("j");
    assert!(play.screen().contains("─ • changed just now ─"), "{}", play.screen());
    play.run_out(&Timer::Unmark(PlaceId(0), 1));
    assert!(!play.screen().contains('•') && !play.screen().contains("just now"), "{}", play.screen());
}

#[test]
fn the_age_on_the_screen_is_true() {
    let mut play = Play::with(&["a"]);
    assert!(!play.screen().contains("ago ─╯╰"), "{}", play.screen());
    play.later(150);
    assert!(play.screen().contains("read 2 minutes ago ─╯╰"), "{}", play.screen());
    play.refreshes();
    play.changes_come(&[]);
    assert!(!play.screen().contains("ago ─╯╰"), "{}", play.screen());
    play.later(150);
    play.refreshes();
    play.answer(asked::changed, Err(failure(FailureClass::Unreachable)));
    assert!(play.screen().contains("! read 2 minutes ago, r to retry"), "{}", play.screen());
}
