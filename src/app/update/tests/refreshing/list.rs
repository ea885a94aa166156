//! What is shown is read again by itself.

use std::time::Duration;

use crate::app::play::{Asked, ListLoad, Play, asked, failure, image, reply, second};
use crate::app::{ChangeKind, Msg, PlaceId, Timer};
use crate::domain::{AutoRefresh, FailureClass, Image, ImageStatus};

use super::{any_list, changed_at, listed};

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
fn changes_of_several_pages_are_taken_in_together_or_not_at_all() {
    let mut play = Play::with(&["a", "b", "c"]);
    for fails in [true, false] {
        play.refreshes();
        play.answer(asked::changed, reply::page(listed(&[changed_at("c", 9)]), Some("more")));
        assert_eq!(play.marked_as("c"), None);
        if fails {
            play.answer(asked::changed, Err(failure(FailureClass::TimedOut)));
            assert_eq!(play.listed("c").modified, Some(second(0)), "else what is missing would never come");
        } else {
            play.changes_come(&[changed_at("b", 8)]);
            assert_eq!(
                (play.marked_as("b"), play.marked_as("c")),
                (Some(ChangeKind::Changed), Some(ChangeKind::Changed))
            );
        }
    }
    // Behind a page without news there is nothing new: one call is enough.
    play.refreshes();
    play.answer(asked::changed, reply::page(listed(&[changed_at("c", 9)]), Some("more")));
    assert_eq!(play.asked(asked::any), 0);
}

#[test]
fn where_the_service_throttles_the_next_reading_waits_twice_as_long() {
    let mut play = Play::with(&["a"]);
    play.tell(Msg::Focus(true));
    let mut waits = Vec::new();
    for fails in [true, true, true, true, true, true, false, false, false, false, false] {
        play.refreshes();
        if fails {
            play.answer(any_list, Err(failure(FailureClass::Throttled)));
        } else {
            play.answer(any_list, reply::page(listed(&[image("a")]), None));
        }
        waits.push(play.seconds(&Timer::Refresh).unwrap());
    }
    assert_eq!(waits, [60, 120, 240, 480, 480, 480, 480, 240, 120, 60, 30]);
}

#[test]
fn what_is_read_by_itself_and_fails_says_so_in_the_frame_of_the_list_alone() {
    for class in
        [FailureClass::Throttled, FailureClass::Unreachable, FailureClass::Service, FailureClass::TimedOut]
    {
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Focus(true));
        for _ in 0..5 {
            play.refreshes();
            play.answer(any_list, Err(failure(class)));
        }
        assert_eq!(play.said(), "");
        assert!(play.app.place().overlays.is_empty());
        assert_eq!(play.app.errors.records().len(), 1, "the first of many");
        assert_eq!(play.app.errors.records()[0].times, 1);
        assert!(play.app.place().refreshing.failure.is_some());
        play.refreshes();
        play.answer(any_list, reply::page(listed(&[image("a")]), None));
        assert!(play.app.place().refreshing.failure.is_none());
    }
}

#[test]
fn where_somebody_has_to_do_something_nothing_more_is_asked_until_they_did() {
    for class in
        [FailureClass::Expired, FailureClass::Denied, FailureClass::NoCredentials, FailureClass::BadKey]
    {
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Focus(true));
        play.refreshes();
        play.answer(asked::changed, Err(failure(class)));
        assert!(play.app.place().overlays.is_empty(), "{class:?}");
        for _ in 0..30 {
            play.refreshes();
            play.refreshes_image();
        }
        assert_eq!(play.asked(asked::any), 0, "{class:?}");
        play.press("r");
        while play.asked(asked::any) > 0 {
            let (ticket, asked) = play.take_newest_call().unwrap();
            play.reply(
                ticket,
                crate::app::update::tests::service::Service::of(image("a"))
                    .answer(&asked, crate::app::update::tests::service::Kind::Honest),
            );
        }
        play.refreshes();
        assert_eq!(play.asked(asked::changed), 1, "{class:?}");
    }
}

#[test]
fn a_list_that_could_not_be_read_comes_by_itself_once_it_can_and_is_no_news() {
    let mut play = Play::begin();
    play.locate();
    play.answer(asked::list, Err(failure(FailureClass::Unreachable)));
    play.refreshes();
    play.answer(asked::list, Err(failure(FailureClass::Unreachable)));
    play.refreshes();
    play.page(&["a", "b"], None);
    assert_eq!((play.list_load(), play.names().len()), (ListLoad::Idle, 2));
    assert!(play.app.place().refreshing.recent.is_empty());
}

#[test]
fn what_somebody_asks_for_comes_first_and_counts_more() {
    // Nothing is asked by itself while the list is read.
    let mut play = Play::with(&["a", "b"]);
    play.press("r");
    let before = play.asked(asked::any);
    play.refreshes();
    assert_eq!(play.asked(asked::any), before);

    // A reading that is under way is given up.
    let mut play = Play::with(&["a", "b"]);
    play.refreshes();
    play.press("r");
    assert_eq!(play.asked(asked::changed), 0);
    play.page(&["a", "b"], None);
    assert_eq!(play.list_load(), ListLoad::Idle);

    // An image that was read meanwhile is known better.
    let mut play = Play::with(&["a", "b"]);
    play.refreshes();
    play.press("j");
    play.rest();
    play.describe(changed_at("b", 20));
    play.changes_come(&[image("b")]);
    assert_eq!(play.listed("b").modified, Some(second(20)));
    play.refreshes();
    play.changes_come(&[Image { modified: Some(second(10)), ..changed_at("b", 10) }]);
    assert_eq!(play.listed("b").modified, Some(second(20)), "a list that lags behind brings nothing back");
}

#[test]
fn with_it_off_nothing_is_ever_asked() {
    let mut play = Play::begin();
    play.app.pace.refresh = AutoRefresh::Off;
    play.refreshes();
    play.locate();
    play.page(&["a", "b"], None);
    play.rest();
    play.describe(image("a"));
    play.press("j k G g");
    play.rest();
    for focus in [true, false, true] {
        play.tell(Msg::Focus(focus));
    }
    while play.asked(asked::read) > 0 {
        let read = play.asked_images()[0].clone();
        play.describe(image(&read));
    }
    for _ in 0..3 {
        play.refreshes();
        play.refreshes_image();
    }
    assert_eq!(play.asked(|asked| *asked != Asked::Setup), 0, "{:?}", play.calls);
    assert!(!play.timers.iter().any(|timer| matches!(timer, Timer::Refresh | Timer::RefreshImage)));
}

#[test]
fn nothing_is_read_while_nobody_looks_and_at_once_when_somebody_comes_back() {
    // Where the terminal tells.
    let mut play = Play::with(&["a", "b"]);
    play.tell(Msg::Focus(false));
    for _ in 0..3 {
        play.refreshes();
        play.refreshes_image();
    }
    assert_eq!(play.asked(asked::any), 0);
    play.tell(Msg::Focus(true));
    assert_eq!(play.delays[&Timer::Refresh], Duration::ZERO);
    play.refreshes();
    assert_eq!(play.asked(asked::changed), 1);
    play.changes_come(&[]);

    // After a short absence nothing is due.
    play.tell(Msg::Focus(false));
    play.tell(Msg::Focus(true));
    assert_eq!(play.seconds(&Timer::Refresh), Some(30));

    // After a long one the whole list is.
    play.tell(Msg::Focus(false));
    for _ in 0..20 {
        play.refreshes();
    }
    play.tell(Msg::Focus(true));
    play.refreshes();
    assert_eq!((play.asked(asked::changed), play.asked(asked::list)), (0, 1));

    // Where it does not tell, as long as somebody has typed in the last ten minutes.
    let mut play = Play::with(&["a", "b"]);
    let mut calls = 0;
    for _ in 0..40 {
        play.refreshes();
        calls += play.asked(asked::changed);
        if play.asked(asked::changed) > 0 {
            play.changes_come(&[]);
        }
    }
    assert_eq!(calls, 19);
    play.press("j");
    play.refreshes();
    assert_eq!(play.asked(asked::list), 1);
}

#[test]
fn each_place_is_followed_while_it_is_on_the_screen() {
    let mut play = Play::with(&["a", "b"]);
    play.refreshes();
    play.pick("P", "produc");
    assert_eq!(play.asked(asked::changed), 0, "nobody waits for it there any more");
    play.resolve("production", "eu-west-1", "210987654321");
    play.answer_at(1, asked::list, reply::page(listed(&[image("x")]), None));
    play.refreshes();
    assert_eq!(play.asked(asked::changed), 1);
    assert!(play.targets().iter().all(|place| *place == PlaceId(1)));
    play.changes_come(&[changed_at("x", 5)]);
    assert_eq!(play.marked_as("x"), Some(ChangeKind::Changed));
    assert_eq!(play.app.places().next().unwrap().images.len(), 2);
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
