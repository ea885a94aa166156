//! What is asked for while somebody is there, and what while nobody is.

use std::time::Duration;

use crate::app::play::{Asked, ListLoad, Play, asked, image, reply, second};
use crate::app::{ChangeKind, Msg, PlaceId, Timer};
use crate::domain::{AutoRefresh, Image};

use super::{changed_at, listed};

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
