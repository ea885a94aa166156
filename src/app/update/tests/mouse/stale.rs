//! A click is meant for what was shown when it was made, and sends nothing that nobody meant to send.

use crossterm::event::{MouseButton, MouseEventKind as Kind};
use ratatui::layout::Position;

use crate::app::Msg;
use crate::app::play::{DiskState, Play, image, name};
use crate::edit::Subject;

fn in_form() -> Play {
    let mut play = Play::with(&["alpha", "bravo", "charlie"]);
    play.open_form(image("alpha"));
    play.fill("Mine");
    play.with_mouse()
}

fn in_review() -> Play {
    let mut play = in_form();
    play.press("ctrl-s");
    play
}

/// Whether sending was begun with.
fn sends(play: &Play) -> bool {
    play.app.place().flow_of(&Subject::Image(name("alpha"))).is_some()
}

#[test]
fn a_click_on_send_is_as_enter_is() {
    let mut play = in_review();
    play.click("Enter send");
    assert!(sends(&play), "{}", play.screen());
    // What was not seen whole is not sent.
    let mut play = in_form();
    play.fill(&"word ".repeat(25));
    play.tell(Msg::Resize { width: 60, height: 12 });
    play.press("ctrl-s");
    assert!(!play.has_consent() && !play.screen().contains("Enter send"), "{}", play.screen());
    for at in play.draw().0.area.positions() {
        play.passes(1000);
        play.click_unseen(at);
        assert!(!sends(&play), "{at}");
    }
}

#[test]
fn the_second_half_of_a_double_click_sends_nothing() {
    let mut play = in_review();
    let send = play.cell_of("Enter send");
    play.press("esc");
    // Wherever the first half led to the review from.
    play.passes(5000);
    play.mouse(Kind::Down(MouseButton::Left), send);
    play.press("ctrl-s");
    play.mouse(Kind::Up(MouseButton::Left), send);
    for _ in 0..6 {
        play.passes(150);
        play.click_again(send);
        assert!(!sends(&play), "{}", play.screen());
    }
    // Meant, it is a click of its own.
    play.passes(900);
    play.click_at(send);
    assert!(sends(&play));
}

#[test]
fn a_review_or_a_question_that_has_just_come_is_not_answered_by_a_click() {
    let mut play = in_review();
    let send = play.cell_of("Enter send");
    play.press("esc");
    play.passes(5000);
    play.press("ctrl-s");
    play.passes(100);
    play.click_again(send);
    assert!(!sends(&play));
    let mut play = in_form();
    play.press("ctrl-c");
    play.passes(100);
    let quit = play.cell_of("y quit");
    play.click_again(quit);
    assert_eq!((play.top(), play.quit), ("quit?", false));
    play.click_at(quit);
    assert!(play.quit);
}

#[test]
fn the_question_about_what_can_not_be_noted_is_answered_by_its_own_click() {
    let mut play = in_review();
    play.disk_state = DiskState::Full;
    play.press("enter");
    play.describe(image("alpha"));
    play.paint();
    let at = play.cell_of("N send unrecorded");
    play.double_click_at(at);
    assert_eq!(play.top(), "send unrecorded?");
    assert!(play.sent.is_empty());
}

#[test]
fn a_click_on_a_frame_that_is_old_by_now_does_nothing() {
    let clicks = ["charlie", "Versions", "? help", "q quit", "research", "us-east-1"];
    for words in clicks {
        let mut play = Play::with(&["alpha", "bravo", "charlie"]).with_mouse();
        let at = play.cell_of(words);
        // A form lies over it, which was not painted yet.
        play.press_unseen("e");
        play.click_unseen(at);
        play.paint();
        assert_eq!((play.pages(), play.selected().as_str()), (vec!["form"], "alpha"), "{words}");
        assert!(!play.quit);
    }
    // What was pressed on one and released on another.
    let mut play = Play::with(&["alpha"]).with_mouse();
    let at = play.cell_of("? help");
    play.mouse(Kind::Down(MouseButton::Left), at);
    play.press("e");
    play.mouse(Kind::Up(MouseButton::Left), at);
    assert_eq!(play.pages(), ["form"]);
}

#[test]
fn what_is_clicked_is_found_by_its_name_where_the_rows_have_moved() {
    let mut play = Play::with(&["alpha", "bravo", "charlie"]).with_mouse();
    let (at, gone) = (play.cell_of("charlie"), play.cell_of("bravo"));
    play.press_unseen("r");
    play.page(&["aaa", "alpha", "charlie"], None);
    play.click_unseen(at);
    assert_eq!(play.selected(), "charlie");
    // One that is there no more can't be selected.
    play.passes(1000);
    play.click_unseen(gone);
    assert_eq!(play.selected(), "charlie");
}

#[test]
fn double_clicks_need_the_same_cell_the_same_thing_and_little_time() {
    let opens = |pause: i64, by: u16| {
        let mut play = Play::with(&["alpha", "bravo", "charlie"]).with_mouse();
        let at = play.cell_of("charlie");
        play.click_at(at);
        play.passes(pause);
        play.click_again(Position { x: at.x + by, ..at });
        play.pane() == "detail"
    };
    assert!(opens(0, 0) && opens(200, 1));
    assert!(!opens(700, 0) && !opens(0, 4));
    // A clock that was put back makes none.
    assert!(!opens(-5000, 0));
    let mut play = Play::with(&["alpha", "bravo", "charlie"]).with_mouse();
    play.click("bravo");
    play.click_again(play.cell_of("charlie"));
    assert_eq!((play.pane(), play.selected().as_str()), ("list", "charlie"));
}

#[test]
fn read_only_holds_for_clicks_too() {
    let mut play = Play::with(&["alpha"]).with_mouse();
    let edit = play.cell_of("e edit");
    play.tell(Msg::ReadOnly("So it was wanted.".into()));
    play.click_unseen(edit);
    assert_eq!(play.top(), "browser");
    assert!(play.said().contains("Read-only"), "{}", play.said());
}
