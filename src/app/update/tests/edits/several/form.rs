//! The form of several images, and its review.

use serde_json::{Value, json};

use crate::app::Size;
use crate::app::play::{Play, asked, image};

use super::{FIVE, asked_for, changed, form, goes_well, names_sent, read_all, read_on};

#[test]
fn marks_stay_through_filter_and_sort_and_are_counted() {
    let mut play = Play::with(&FIVE);
    play.press("space space");
    assert_eq!(play.selected(), "c", "marking goes on to the next");
    assert!(play.screen().contains("2 marked"), "{}", play.screen());
    play.press("/");
    play.type_text("name:e");
    play.press("enter *");
    assert!(play.screen().contains("3 marked"), "{}", play.screen());
    play.press("esc s");
    assert!(play.screen().contains("✓ a"), "{}", play.screen());
    play.press("* *");
    assert!(!play.screen().contains("marked"), "{}", play.screen());
    play.press("* / a enter");
    play.press("esc");
    assert!(play.screen().contains("5 marked"), "first the filter is cleared: {}", play.screen());
    play.press("esc");
    assert!(!play.screen().contains("marked"), "then the marks are: {}", play.screen());
    play.press("e");
    assert_eq!(play.form().image(), play.selected(), "without a mark it is the image under the cursor");
}

#[test]
fn one_form_says_where_they_differ_and_leaves_that_alone() {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    assert!(play.screen().contains("◐ loading 0 of 5…"), "{}", play.screen());
    assert_eq!(play.asked(asked::read), 4, "at most four are read at once");
    read_all(&mut play);
    let screen = play.screen();
    assert!(screen.contains("Edit 5 images") && screen.contains("a, b, c, d, e"), "{screen}");
    assert!(screen.contains("5 different values; unchanged unless you"), "{screen}");
    assert_eq!(play.form().state("display name"), "unchanged");
    assert_eq!(play.typed("description"), "An image for the vision team", "this one is the same in all");
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s");
    let bodies: Vec<Value> = play
        .app
        .place()
        .forms
        .values()
        .next()
        .unwrap()
        .plan()
        .unwrap()
        .calls()
        .map(crate::edit::Call::to_json)
        .collect();
    let body = |name: &str| json!({"ImageName": name, "Description": "Another"});
    assert_eq!(bodies, FIVE.map(body));
}

#[test]
fn what_has_it_already_is_not_sent() {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    while let Some(name) = asked_for(&play) {
        let found = if name == "b" { changed("b", "Another") } else { image(&name) };
        play.describe(found);
    }
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s");
    read_on(&mut play);
    assert!(play.screen().contains("4 of 5 images will change"), "{}", play.screen());
    play.press("enter");
    goes_well(&mut play, "a", "Another");
    assert_eq!(play.asked(asked::read), 1);
    play.describe(image("c"));
    assert_eq!(names_sent(&play), ["a", "c"]);
}

#[test]
fn nothing_is_sent_before_all_of_it_was_seen() {
    let mut play = form();
    play.tell(crate::app::Msg::Resize { width: 80, height: 14 });
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s enter");
    assert_eq!((play.top(), play.asked(asked::read)), ("review", 0));
    assert!(play.said().contains("Not sent yet"), "{}", play.said());
    play.press("esc");
    assert!(!play.said().contains("Not sent yet"), "there the key would be typed: {}", play.said());
    play.press("ctrl-s");
    read_on(&mut play);
    read_on(&mut play);
    play.press("enter");
    assert_eq!(play.asked(asked::read), 1, "the first is checked, and no other");
}

#[test]
fn read_only_opens_no_form_for_marked_images() {
    let mut play = Play::with(&FIVE);
    play.tell(crate::app::Msg::ReadOnly("Started with --read-only.".into()));
    play.press("* e");
    assert_eq!(play.top(), "browser");
    assert!(play.said().contains("Read-only"), "{}", play.said());
}

#[test]
fn at_every_size_it_can_be_used() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 50)] {
        let mut play = Play::begin_at(Size { width, height }, crate::domain::Mode::default(), None);
        play.locate();
        play.page(&FIVE, None);
        play.press("* e");
        read_all(&mut play);
        play.press("tab");
        play.fill("Another");
        play.press("ctrl-s");
        for _ in 0..4 {
            read_on(&mut play);
        }
        play.press("enter");
        assert_eq!(asked_for(&play).as_deref(), Some("a"), "{width}x{height} {}", play.screen());
    }
}
