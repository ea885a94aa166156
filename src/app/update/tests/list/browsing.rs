//! Browsing.

use crate::app::play::{Asked, ListLoad, Play, asked, failure, image, reply};
use crate::app::{Msg, Size};
use crate::domain::{FailureClass, ListShare, Mode};

#[test]
fn moving_keys_move_and_stop_at_the_ends() {
    for (keys, at) in [
        ("", "a"),
        ("j", "b"),
        ("down down", "c"),
        ("j k k", "a"),
        ("G", "d"),
        ("G j", "d"),
        ("G g", "a"),
        ("pgdn", "d"),
        ("end home", "a"),
        ("G pgup", "a"),
    ] {
        let mut play = Play::with(&["a", "b", "c", "d"]);
        play.press(keys);
        assert_eq!(play.selected(), at, "{keys}");
    }
}

#[test]
fn half_pages_follow_the_height_of_the_list() {
    let names: Vec<String> = (0..200).map(|n| format!("i{n:03}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut play = Play::with(&names);
    let rows = play.list_rows();
    play.press("ctrl-d");
    assert_eq!(play.list_cursor(), rows / 2);
    play.press("pgdn ctrl-u");
    assert_eq!(play.list_cursor(), rows / 2 * 2);
}

#[test]
fn pages_are_merged_as_they_arrive_and_the_selection_stays_with_its_image() {
    let mut play = Play::begin();
    play.page(&["m", "n"], Some("token-1"));
    play.press("j");
    assert_eq!(play.selected(), "n");
    assert_eq!(play.list_load(), ListLoad::Loading);
    play.page(&["a", "z"], Some("token-2"));
    assert_eq!(play.names(), ["a", "m", "n", "z"]);
    assert_eq!(play.selected(), "n");
    play.page(&["b"], None);
    assert_eq!(play.list_load(), ListLoad::Idle);
    assert_eq!((play.names().len(), play.selected()), (5, "n".into()));
}

#[test]
fn the_selection_is_kept_by_name_through_filter_sort_and_refresh() {
    for keys in ["s", "S", "s s S", "/ n enter", "/ n esc", "/ x esc", "/ x enter esc"] {
        let mut play = Play::with(&["m", "n", "x"]);
        play.press("j");
        play.press(keys);
        assert_eq!(play.selected(), "n", "{keys}");
    }
    let mut play = Play::with(&["m", "n", "x"]);
    play.press("j r");
    play.page(&["a", "b", "c", "n"], None);
    assert_eq!(play.names(), ["a", "b", "c", "n"], "what a refresh does not bring is gone");
    assert_eq!(play.selected(), "n");
}

#[test]
fn the_list_follows_the_filter_as_it_is_typed() {
    let mut play = Play::with(&["pytorch-cpu", "pytorch-gpu", "sklearn"]);
    play.press("/");
    for (typed, left) in [("p", 2), ("y", 2), ("g", 1), ("l", 0)] {
        play.type_text(typed);
        assert_eq!(play.names().len(), left, "after {typed}");
    }
    play.press("backspace backspace");
    assert_eq!(play.names().len(), 2);
    play.type_text(" -GPU");
    assert_eq!(play.names(), ["pytorch-cpu"]);
    play.press("enter q");
    assert!(play.quit, "after Enter, keys are keys again");
}

#[test]
fn a_failed_load_keeps_what_came_and_r_tries_again() {
    let mut play = Play::begin();
    play.page(&["a", "b"], Some("token"));
    play.answer(asked::list, Err(failure(FailureClass::Throttled)));
    assert_eq!(play.list_load(), ListLoad::Loading, "the other end may bring all");
    play.answer(asked::list, Err(failure(FailureClass::Throttled)));
    assert_eq!(play.names(), ["a", "b"]);
    assert_eq!(play.list_load(), ListLoad::Failed(2));
    play.press("r");
    assert_eq!(play.list_load(), ListLoad::Loading);
    assert_eq!(play.names(), ["a", "b"]);
    play.answer(asked::list, Err(failure(FailureClass::Throttled)));
    assert_eq!(play.names(), ["a", "b"], "a refresh that fails takes nothing away");
}

#[test]
fn a_long_list_is_read_from_both_ends_until_they_meet() {
    let mut play = Play::begin();
    assert_eq!(play.asked(asked::list), 1);
    play.page(&["a", "b"], Some("front"));
    assert_eq!(play.asked(asked::list), 2);
    // What was asked for last is answered first.
    play.page(&["f", "e"], Some("back"));
    assert_eq!((play.asked(asked::list), play.list_load()), (2, ListLoad::Loading));
    let cancelled = play.cancelled.len();
    play.page(&["d", "b"], Some("back 2"));
    // What is asked for still from the other end is not wanted any more.
    assert_eq!((play.asked(asked::list), play.cancelled.len()), (0, cancelled + 1));
    assert_eq!(play.names(), ["a", "b", "d", "e", "f"]);
    assert_eq!(play.list_load(), ListLoad::Idle);
}

#[test]
fn a_page_token_that_comes_again_ends_the_round() {
    let mut play = Play::begin();
    play.page(&["a"], Some("one"));
    play.page(&["b"], Some("one"));
    assert_eq!(play.list_load(), ListLoad::Loading, "the other end may bring all");
    play.page(&["d"], Some("one"));
    play.page(&["c"], Some("one"));
    assert_eq!(play.list_load(), ListLoad::Failed(2));
    assert_eq!(play.asked(asked::list), 0);
}

#[test]
fn moving_fast_asks_for_one_description_when_the_selection_rests() {
    let names: Vec<String> = (0..50).map(|n| format!("i{n:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut play = Play::with(&names);
    let describes = |play: &Play| play.asked(asked::read);
    for _ in 0..20 {
        play.press("j");
    }
    assert_eq!(describes(&play), 0);
    play.rest();
    assert_eq!(describes(&play), 1);
    // A newer read ends the older one.
    play.press("j");
    play.rest();
    assert_eq!((describes(&play), play.cancelled.len()), (1, 1));
    // What was read just now is not read again.
    play.describe(image("i21"));
    play.press("j");
    play.press("k");
    play.rest();
    assert_eq!(describes(&play), 0);
}

#[test]
fn a_reply_that_nobody_waits_for_changes_nothing() {
    let mut play = Play::with(&["a", "b"]);
    play.press("r");
    let old = play.out();
    play.press("r");
    let before = format!("{:?}", play.app.place());
    for (ticket, asked) in old {
        let reply = match asked {
            Asked::Image(_) => reply::image(image("a")),
            _ => reply::page(vec![image("stale")], None),
        };
        play.reply(ticket, reply);
    }
    assert_eq!(format!("{:?}", play.app.place()), before);
}

#[test]
fn narrow_screens_show_one_half_at_a_time_and_read_only_what_is_open() {
    let size = Size { width: 80, height: 24 };
    let mut play = Play::begin_at(size, Mode::default(), None);
    play.locate();
    play.page(&["a", "b"], None);
    play.press("j");
    play.rest();
    assert_eq!(play.asked(asked::read), 0);
    play.press("enter");
    assert_eq!((play.pane(), play.selected()), ("detail", "b".into()));
    play.describe(image("b"));
    play.press("esc");
    assert_eq!(play.pane(), "list");
}

#[test]
fn an_image_named_on_the_command_line_is_opened_even_if_the_list_lacks_it() {
    let size = Size { width: 120, height: 40 };
    let mut play = Play::begin_at(size, Mode::default(), Some("b"));
    assert_eq!((play.pane(), play.selected()), ("detail", "b".into()));
    play.describe(image("b"));
    play.page(&["a", "b", "c"], None);
    assert_eq!(play.list_cursor(), 1);

    let mut play = Play::begin_at(size, Mode::default(), Some("gone"));
    play.page(&["a", "b", "c"], None);
    play.describe_fails(FailureClass::NotFound);
    assert_eq!(play.selected(), "gone");
    assert!(play.detail_failure("gone").is_some());
    play.press("esc");
    assert_eq!(play.selected(), "a", "the list stands on what it has");
}

#[test]
fn what_is_read_of_an_image_reaches_its_row() {
    let mut play = Play::with(&["a", "b"]);
    let mut changed = image("a");
    changed.display_name = Some("New words".into());
    play.later(60);
    play.press("r");
    play.describe(changed);
    assert_eq!(play.listed("a").display_name.as_ref().unwrap().as_str(), "New words");
}

#[test]
fn a_paste_outside_a_text_does_nothing() {
    let mut play = Play::with(&["a"]);
    play.tell(Msg::Paste("q\ne\n".into()));
    assert!(!play.quit && play.pages().is_empty());
}

#[test]
fn the_divider_is_moved_by_keys_kept_and_put_back() {
    let list_width = |play: &Play| {
        let screen = play.screen();
        screen.lines().find_map(|line| Some(line.split_once("╮╭")?.0.chars().count() + 1)).unwrap_or(0)
    };
    let mut play = Play::with(&["a", "b"]);
    let by_need = list_width(&play);
    play.press("> >");
    assert_eq!(list_width(&play), by_need + 8);
    assert_eq!(play.kept_divider.map(|share| usize::from(share.cells(120))), Some(by_need + 8));
    // In the detail too, and by other keys.
    play.press("enter alt-left alt-right alt-left");
    assert_eq!(list_width(&play), by_need + 4);
    // Both keep enough to be of use.
    play.press(&"alt-left ".repeat(40));
    assert_eq!(list_width(&play), 30);
    play.press("esc");
    play.press(&"> ".repeat(40));
    assert_eq!(list_width(&play), 90);
    // Its share counts, wherever the window goes.
    play.tell(Msg::Resize { width: 200, height: 40 });
    assert_eq!(list_width(&play), 150);
    play.press("=");
    assert_eq!((list_width(&play), play.kept_divider), (by_need, None));
    // What an earlier session kept.
    play.tell(Msg::Divider(ListShare::of(50, 100)));
    assert_eq!(list_width(&play), 100);
    // Where one stands alone, there is none to move.
    play.tell(Msg::Resize { width: 80, height: 24 });
    play.press("> =");
    assert_eq!((play.kept_divider, list_width(&play)), (None, 0));
    play.tell(Msg::Resize { width: 200, height: 24 });
    assert_eq!(list_width(&play), 100);
}
