//! The image on the screen is read again by itself.

use crate::app::play::{Play, asked, failure, image, reply, second};
use crate::app::{ChangeKind, Timer};
use crate::domain::{FailureClass, Image, ImageStatus};

use super::{changed_at, listed};

fn with_status(status: ImageStatus) -> Image {
    Image { status: Some(status), ..image("a") }
}

#[test]
fn the_image_on_the_screen_is_read_every_20_seconds_and_one_that_is_changing_sooner() {
    let mut play = Play::with(&["a", "b"]);
    assert_eq!(play.seconds(&Timer::RefreshImage), Some(20));
    play.refreshes_image();
    assert_eq!(play.asked_images(), ["a"]);
    play.describe(with_status(ImageStatus::Updating));
    let mut waits = Vec::new();
    for _ in 0..6 {
        waits.push(play.seconds(&Timer::RefreshImage).unwrap());
        play.refreshes_image();
        play.describe(with_status(ImageStatus::Updating));
    }
    assert_eq!(waits, [1, 2, 4, 8, 8, 8]);
    play.refreshes_image();
    play.describe(with_status(ImageStatus::Created));
    assert_eq!(play.seconds(&Timer::RefreshImage), Some(20));
}

#[test]
fn what_somebody_else_changed_in_it_is_shown_and_marked() {
    let mut play = Play::with(&["a", "b"]);
    play.refreshes_image();
    play.describe(image("a"));
    assert_eq!(play.marked_as("a"), None, "it is as it was");
    play.refreshes_image();
    play.describe(changed_at("a", 9));
    assert_eq!(play.marked_as("a"), Some(ChangeKind::Changed));
    assert_eq!(play.current().unwrap().description, changed_at("a", 9).description);
    assert_eq!(play.listed("a").modified, Some(second(9)));
    // The list tells of the same change later.
    play.run_out(&Timer::Unmark(play.app.here(), 1));
    play.refreshes();
    play.changes_come(&[changed_at("a", 9)]);
    assert_eq!(play.marked_as("a"), None);
    // And of one that is news: what a list does not tell is read at once.
    play.refreshes();
    play.changes_come(&[changed_at("a", 12)]);
    assert_eq!(play.asked_images(), ["a"]);
}

#[test]
fn nothing_is_read_of_it_where_it_is_not_on_the_screen_or_somebody_is_reading_it() {
    // A page lies over it.
    let mut play = Play::with(&["a", "b"]);
    play.press("?");
    play.refreshes_image();
    assert_eq!(play.asked(asked::any), 0);
    play.press("esc");
    assert_eq!(play.seconds(&Timer::RefreshImage), Some(20));
    // It is being read for somebody.
    play.press("r");
    play.page(&["a", "b"], None);
    assert_eq!(play.asked(asked::read), 1);
    play.refreshes_image();
    assert_eq!(play.asked(asked::read), 1);
    // Another is on the screen.
    play.describe(image("a"));
    play.press("j");
    play.rest();
    play.describe(image("b"));
    play.refreshes_image();
    assert_eq!(play.asked_images(), ["b"]);
    // What is asked by somebody takes its place.
    play.press("r");
    play.page(&["a", "b"], None);
    play.describe(changed_at("b", 5));
    assert_eq!(play.asked(asked::any), 0, "{:?}", play.calls);
}

#[test]
fn an_image_that_is_gone_goes_from_the_list_at_once() {
    let mut play = Play::with(&["a", "b"]);
    play.refreshes_image();
    play.answer(asked::read, Err(failure(FailureClass::NotFound)));
    assert_eq!(play.said(), "");
    assert!(play.app.errors.records().is_empty());
    play.refreshes();
    play.answer(asked::list, reply::page(listed(&[image("b")]), None));
    assert_eq!((play.names(), play.selected()), (vec!["b".into()], "b".into()));
}

#[test]
fn a_form_keeps_what_it_began_from_and_what_is_typed() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.type_text(" mine");
    let before = play.app.form().unwrap().base.value().cloned();
    play.refreshes();
    play.changes_come(&[changed_at("a", 9)]);
    play.refreshes_image();
    assert_eq!(play.asked(asked::any), 0);
    assert_eq!(play.app.form().unwrap().base.value().cloned(), before);
    assert_eq!(play.listed("a").modified, Some(second(9)), "the list below follows");
    // The form looks itself, as before.
    play.glances();
    play.describe(changed_at("a", 9));
    assert!(play.app.form().unwrap().base.value().cloned() != before);
}

#[test]
fn a_reading_that_began_before_a_change_was_verified_brings_no_old_words_back() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play.refreshes();
    assert_eq!(play.asked(asked::changed), 1);
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.wait();
    let mine = Image { display_name: Some("Mine".into()), modified: Some(second(5)), ..image("a") };
    play.describe(mine.clone());
    assert!(play.said().contains("a: verified"), "{}", play.said());
    // Under the same time, so that this does not tell which is newer.
    play.changes_come(&[Image { status: Some(ImageStatus::Updating), ..mine.clone() }]);
    assert_eq!(play.listed("a").status, mine.status);
    // And when it is read again, nobody else changed it.
    play.refreshes();
    play.changes_come(&[mine]);
    assert_eq!(play.marked_as("a"), None);
}
