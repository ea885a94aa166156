//! The cursor of the list stays where it is while the list changes by itself.

use crate::app::play::{Play, asked, failure, image, reply};
use crate::app::update::tests::refreshing::{changed_at, listed};
use crate::app::{Msg, Timer};
use crate::domain::FailureClass;

/// What happens to a list.
type Happening = fn(&mut Play);

/// The same, by its name.
type Case<'a> = (&'a str, &'a dyn Fn(&mut Play));

/// The selection is tied to `foo2`, which the filter hides.
fn filtered() -> Play {
    let mut play = Play::with(&["foo", "foo2", "m1", "m2", "m3"]);
    play.press("j / n a m e : m enter");
    assert_eq!(play.selected(), "m2");
    play
}

#[test]
fn where_the_selection_is_filtered_out_the_cursor_stays_with_the_image_it_stands_on() {
    let happenings: [(&str, Happening); 5] = [
        ("changes", |play| {
            play.refreshes();
            play.changes_come(&[image("m0")]);
        }),
        ("a whole list", |play| play.whole_comes(&["m0", "foo", "foo2", "m1", "m2", "m3"].map(image))),
        ("deletions above", |play| play.whole_comes(&["foo2", "m2", "m3"].map(image))),
        ("the selection is deleted too", |play| play.whole_comes(&["m0", "m2", "m3"].map(image))),
        ("a list that was asked for", |play| {
            play.press("r");
            play.page(&["m0", "m00"], Some("more"));
            assert_eq!(play.selected(), "m2");
            play.page(&["foo", "m2", "m3"], None);
        }),
    ];
    for (what, happen) in happenings {
        let mut play = filtered();
        happen(&mut play);
        assert_eq!(play.selected(), "m2", "{what}");
        // It goes on from there, and is tied to where it went.
        play.press("j");
        assert_eq!(play.selected(), "m3", "{what}");
        play.press("/ esc");
        assert_eq!(play.selected(), "m3", "{what}");
    }
    // Without the filter it is where it was.
    let mut play = filtered();
    play.refreshes();
    play.changes_come(&[image("m0")]);
    play.press("/ esc");
    assert_eq!(play.selected(), "foo2");
    // The one that it stands on goes.
    let mut play = filtered();
    play.whole_comes(&["m0", "foo", "foo2", "m1", "m3"].map(image));
    assert_eq!(play.selected(), "m3");
}

#[test]
fn a_cursor_that_nobody_moved_goes_to_the_top_of_another_order_also_after_a_refresh() {
    for refreshes in [false, true] {
        let mut play = Play::with(&["m", "n"]);
        if refreshes {
            play.refreshes();
            play.changes_come(&[image("a")]);
            assert_eq!(play.selected(), "m");
            play.refreshes();
            play.changes_come(&[image("b"), image("z")]);
            assert_eq!(play.selected(), "m");
        }
        play.press("S");
        assert_eq!(play.list_cursor(), 0, "{refreshes}");
    }
}

#[test]
fn while_a_list_comes_for_the_first_time_a_cursor_that_nobody_moved_is_at_its_top() {
    let mut play = Play::begin();
    play.page(&["m", "n"], Some("more"));
    assert_eq!(play.selected(), "m");
    play.page(&["k"], Some("yet more"));
    assert_eq!(play.selected(), "k");
    play.page(&["a"], None);
    assert_eq!(play.selected(), "a");
    // From then on it stays.
    play.press("r");
    play.page(&["0", "a"], Some("more"));
    assert_eq!(play.selected(), "a");
    play.page(&["00", "k", "m", "n"], None);
    assert_eq!((play.selected(), play.list_cursor()), ("a".into(), 2));
}

#[test]
fn in_a_long_list_that_is_filtered_nothing_throws_cursor_and_window_about() {
    let names: Vec<_> = (0..10_000).map(|number| format!("i-{number:05}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // Somebody deletes two images that are before it in the list.
    let left = || names.iter().filter(|name| **name != "i-00003" && **name != "i-00008");
    let happenings: [Case; 4] = [
        ("a deletion", &|play| play.whole_comes(&left().map(|name| image(name)).collect::<Vec<_>>())),
        ("all are changed", &|play| {
            play.whole_comes(&names.iter().map(|name| changed_at(name, 9)).collect::<Vec<_>>());
        }),
        ("a list that was asked for", &|play| {
            play.press("r");
            let left: Vec<_> = left().map(|name| image(name)).collect();
            play.answer(asked::list, reply::page(listed(&left), None));
        }),
        ("time goes by", &|play| play.later(90)),
    ];
    for (what, happen) in happenings {
        let mut play = Play::with(&names);
        play.press("/");
        play.type_text("-name:\"7\" newer:9d");
        play.press("enter");
        while play.app.browser().list.is_sifting() {
            play.tell(Msg::Timer(Timer::Sift));
        }
        play.press("G k k k k");
        let seen = |play: &Play| {
            let row = play.list_cursor() - play.app.browser().list.top();
            (play.selected(), row)
        };
        let before = seen(&play);
        assert_eq!(before.0, "i-09994");
        play.rest();
        happen(&mut play);
        assert_eq!(seen(&play), before, "{what}");
        play.press("k j");
        assert_eq!(seen(&play), before, "{what}");
    }
}

#[test]
fn an_image_that_is_open_and_deleted_stays_open_says_so_and_goes_with_the_way_back() {
    let gone: [(&str, Happening); 2] = [
        ("the image is read", |play| {
            play.refreshes_image();
            play.answer(asked::read, Err(failure(FailureClass::NotFound)));
            play.refreshes();
            play.answer(asked::list, reply::page(listed(&[image("a"), image("c"), image("d")]), None));
        }),
        ("the list is read", |play| {
            play.whole_comes(&["a", "c", "d"].map(image));
            play.answer(asked::read, Err(failure(FailureClass::NotFound)));
        }),
    ];
    for (what, goes) in gone {
        for (keys, now, pane) in
            [("", "b", "detail"), ("esc", "c", "list"), ("J", "c", "detail"), ("K", "a", "detail")]
        {
            let mut play = Play::with(&["a", "b", "c", "d"]);
            play.press("j enter");
            play.describe(image("b"));
            goes(&mut play);
            assert_eq!(
                (play.selected(), play.names()),
                ("b".into(), vec!["a".into(), "c".into(), "d".into()]),
                "{what}"
            );
            assert!(play.screen().contains("Couldn't load the image"), "{what}:\n{}", play.screen());
            // What is known of it is there still.
            assert!(play.screen().contains("An image for the vision team"), "{what}:\n{}", play.screen());
            play.press(keys);
            assert_eq!((play.selected(), play.pane()), (now.into(), pane), "{what}, {keys}");
            // Back in the list the selection is where it went.
            play.press("esc");
            let stands_on = if now == "b" { "c" } else { now };
            assert_eq!(play.selected(), stands_on, "{what}, {keys}");
            play.refreshes();
            play.changes_come(&[image("b")]);
            assert_eq!(play.selected(), stands_on, "{what}, {keys}");
        }
    }
}

#[test]
fn very_many_marked_images_stay_quick_to_work_with() {
    let names: Vec<_> = (0..4_000).map(|number| format!("i-{number:05}")).collect();
    let mut play = Play::with(&names.iter().map(String::as_str).collect::<Vec<_>>());
    play.press("*");
    for _ in 0..20 {
        play.press("j k");
    }
    assert_eq!(play.app.browser().marked.len(), 4_000);
    play.press("y a y s");
    assert_eq!(play.copied.last().map(|text| text.lines().count()), Some(4_001), "{}", play.screen());
    // What is gone is not marked any more.
    play.whole_comes(&names.iter().skip(1).map(|name| image(name)).collect::<Vec<_>>());
    assert_eq!(play.app.browser().marked.len(), 3_999);
    play.press("*");
    assert!(play.app.browser().marked.is_empty());
}
