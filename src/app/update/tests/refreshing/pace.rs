//! When what is shown is read again by itself: while somebody is there, and not more often than it should be.

use std::time::Duration;

use crate::app::play::reply::Said;
use crate::app::play::{Asked, Play, asked, failure, image, reply};
use crate::app::{Msg, PlaceId, Size, Timer};
use crate::domain::{AutoRefresh, FailureClass, Image, ImageStatus, Mode};

use super::listed;

/// A service that knows `a` and `b`, but for what `fails` picks: that fails with `class`.
fn service(class: FailureClass, fails: impl Fn(&Asked) -> bool) -> impl Fn(&Asked) -> Said {
    move |asked| match asked {
        asked if fails(asked) => Err(failure(class)).into(),
        Asked::Page => reply::page(listed(&[image("a"), image("b")]), None).into(),
        Asked::Changed => reply::page(Vec::new(), None).into(),
        Asked::Image(name) => reply::image(image(name)).into(),
        Asked::Tags(name) => reply::tags(name, &[]).into(),
        Asked::Versions(_) => reply::versions(Vec::new(), None).into(),
        asked => panic!("{asked:?}"),
    }
}

fn any_list(asked: &Asked) -> bool {
    asked::list(asked) || asked::changed(asked)
}

/// The versions of `a` with its newest in focus.
fn on_a_version() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 2");
    play.answer_versions("a", [1]);
    play.answer(asked::aliases, reply::aliases("a", &[], 1));
    play.answer_version("a", 1);
    play
}

fn on_tags() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 3");
    play.answer(asked::tags, reply::tags("a", &[]));
    play
}

/// Opened by a name that no image has.
fn on_no_image() -> Play {
    let mut play = Play::begin_at(Size { width: 120, height: 40 }, Mode::default(), Some("no-such-image"));
    play.locate();
    play.page(&["a", "b"], None);
    play.describe_fails(FailureClass::NotFound);
    play
}

/// How a person comes to look at something, the class of a failure, and what fails with it.
type Case = (fn() -> Play, FailureClass, fn(&Asked) -> bool);

#[test]
fn what_fails_of_the_image_on_the_screen_does_not_keep_the_list_from_being_read() {
    let cases: [Case; 5] = [
        (on_a_version, FailureClass::NotFound, asked::version),
        (on_no_image, FailureClass::NotFound, asked::read),
        (on_tags, FailureClass::Throttled, asked::tags),
        (on_tags, FailureClass::Service, asked::read),
        (on_tags, FailureClass::Denied, asked::tags),
    ];
    for (looks_at, class, fails) in cases {
        let mut play = looks_at();
        play.tell(Msg::Focus(true));
        let passed = play.pass(3600, service(class, fails));
        assert!(passed.count(any_list) >= 7, "{class:?}: {}", passed.count(any_list));
        // And where the terminal does not tell, it ends once nobody has typed for ten minutes.
        let mut play = looks_at();
        let passed = play.pass(3600, service(class, fails));
        assert!(passed.count(fails) > 0, "{class:?}");
        assert_eq!(passed.count_from(1800, asked::any), 0, "{class:?}");
    }
}

#[test]
fn what_may_not_be_read_is_asked_once_and_again_when_somebody_asks() {
    let cases: [Case; 3] = [
        (on_tags, FailureClass::Denied, asked::tags),
        (on_tags, FailureClass::Denied, asked::read),
        (on_a_version, FailureClass::Denied, asked::version),
    ];
    for (looks_at, class, fails) in cases {
        let mut play = looks_at();
        play.tell(Msg::Focus(true));
        assert_eq!(play.pass(1800, service(class, fails)).count(fails), 1);
        play.press("r");
        let heals = |asked: &Asked| match asked {
            Asked::Versions(_) => reply::versions(vec![crate::app::play::version("a", 1)], None).into(),
            Asked::Version(..) => reply::version(crate::app::play::version("a", 1)).into(),
            Asked::Aliases(_) => reply::aliases("a", &[], 1).into(),
            asked => service(class, |_| false)(asked),
        };
        assert!(play.pass(600, heals).count(fails) > 10);
        // Also where somebody asked, and may not either.
        play.press("r");
        let fails_again =
            |asked: &Asked| if fails(asked) { Err(failure(class)).into() } else { heals(asked) };
        assert!(play.pass(1800, fails_again).count(fails) <= 2);
    }
}

#[test]
fn a_page_that_is_closed_does_not_have_a_slow_service_asked_sooner() {
    for throttles in [false, true] {
        let mut play = Play::with(&["a", "b"]);
        play.tell(Msg::Focus(true));
        let fails = |asked: &Asked| throttles && asked::read(asked);
        play.pass(600, service(FailureClass::Throttled, fails));
        play.later(60);
        play.press("? esc");
        let slowness = u64::from(play.app.place().refreshing.slowness());
        assert_eq!(slowness > 1, throttles);
        assert_eq!(play.seconds(&Timer::RefreshImage), Some(slowness));
    }
}

#[test]
fn a_place_that_is_arrived_at_is_read_at_its_own_pace() {
    let mut play = Play::with(&["a", "b"]);
    play.tell(Msg::Focus(true));
    play.pass(1800, service(FailureClass::Throttled, |_| true));
    assert_eq!(play.seconds(&Timer::Refresh), Some(480));
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", "210987654321");
    play.answer_at(1, asked::list, reply::page(listed(&[image("a")]), None));
    assert_eq!(play.seconds(&Timer::Refresh), Some(30));
    play.refreshes();
    assert_eq!((play.asked(asked::changed), play.targets().last()), (1, Some(&PlaceId(1))));
}

#[test]
fn while_nobody_is_there_the_program_sleeps() {
    let mut play = Play::with(&["a", "b"]);
    play.app.pace.refresh = AutoRefresh::Every(Duration::from_secs(1));
    play.tell(Msg::Focus(true));
    let quick = service(FailureClass::Other, |_| false);
    assert!(play.pass(60, &quick).count(any_list) > 10);
    play.tell(Msg::Focus(false));
    let passed = play.pass(3600, &quick);
    assert_eq!(passed.count(asked::any), 0);
    let woken = [Timer::RefreshImage, Timer::Refresh, Timer::Minute].map(|timer| passed.woke(&timer));
    assert!(woken[0] <= 1 && woken[1] <= 61 && woken[2] >= 59, "{woken:?}");
    // Whoever comes back sees at once what was missed, also what was deleted.
    play.tell(Msg::Focus(true));
    let passed = play.pass(1, &quick);
    assert_eq!((passed.count(asked::list), passed.count(asked::read) > 0), (1, true), "{passed:?}");
}

#[test]
fn whoever_typed_lately_is_there_however_seldom_the_list_is_read() {
    for (types_at, is_read) in [(Some(1195), true), (Some(700), true), (None, false)] {
        let mut play = Play::begin();
        play.app.pace.refresh = AutoRefresh::Every(Duration::from_mins(20));
        play.locate();
        play.page(&["a", "b"], None);
        play.refreshes();
        play.changes_come(&[]);
        let quick = service(FailureClass::Other, |_| false);
        let begin = types_at.unwrap_or(600);
        play.pass(begin, &quick);
        if types_at.is_some() {
            play.press("j");
        }
        let passed = play.pass(1205 - begin, &quick);
        assert_eq!(passed.count(any_list) > 0, is_read, "{types_at:?}: {:?}", passed.asked);
        // It ends all the same, where nobody types any more.
        assert_eq!(play.pass(24 * 3600, &quick).count_from(3600, asked::any), 0);
    }
}

#[test]
fn an_image_that_is_listed_and_can_not_be_described_has_the_whole_list_read_once() {
    let mut play = Play::with(&["a", "b"]);
    play.tell(Msg::Focus(true));
    let passed = play.pass(590, service(FailureClass::NotFound, asked::read));
    assert_eq!(passed.count(asked::list), 1);
    assert!(passed.count(asked::changed) > 10);
    // It can be after all, and then is gone.
    play.pass(60, service(FailureClass::NotFound, |_| false));
    play.pass(25, |asked| match asked {
        Asked::Page => reply::page(listed(&[image("b")]), None).into(),
        asked => service(FailureClass::NotFound, |asked| *asked == Asked::Image("a".into()))(asked),
    });
    assert_eq!(play.names(), ["b"]);
}

#[test]
fn one_that_is_changing_is_not_asked_sooner_where_the_service_is_slow() {
    let mut play = Play::with(&["a", "b"]);
    play.tell(Msg::Focus(true));
    play.refreshes_image();
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    for slowness in [2, 4, 8, 16, 16] {
        play.refreshes_image();
        play.answer(asked::read, Err(failure(FailureClass::Throttled)));
        play.press("? esc");
        assert_eq!(play.seconds(&Timer::RefreshImage), Some(slowness));
    }
}
