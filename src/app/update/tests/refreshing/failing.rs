//! What is read by itself and fails, and what somebody has to do first.

use crate::app::play::{ListLoad, Play, asked, failure, image, reply, second};
use crate::app::{ChangeKind, Msg, Timer};
use crate::domain::FailureClass;

use super::{any_list, changed_at, listed};

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
