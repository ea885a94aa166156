//! Nothing is sent that was not on the screen, whole.

use serde_json::json;

use crate::app::play::{Play, Refused, failure, image, reply, second};
use crate::app::{Msg, Size};
use crate::domain::{FailureClass, Image, ImageStatus, Mode};

const LONG: &str = "Training image for the vision and speech teams: CUDA 12.6, cuDNN 9 and data loaders";

fn resize(play: &mut Play, (width, height): (u16, u16)) {
    play.tell(Msg::Resize { width, height });
    play.paint();
}

fn at(size: (u16, u16)) -> Play {
    let size = Size { width: size.0, height: size.1 };
    let mut play = Play::begin_at(size, Mode::default(), None);
    play.locate();
    play.page(&["a"], None);
    play
}

/// A review of one long change, on a screen of that size.
fn reviewed(size: (u16, u16)) -> Play {
    let mut play = at(size);
    play.open_form(image("a"));
    play.press("tab");
    play.fill(LONG);
    play.press("ctrl-s");
    assert_eq!(play.top(), "review");
    play
}

/// Whether Enter begins to send.
fn enter_sends(play: &mut Play) -> bool {
    play.press("enter");
    !play.writes_out().is_empty()
}

fn footer(play: &Play) -> String {
    play.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn on_a_screen_that_is_too_small_no_key_edits_or_sends() {
    for size in [(10, 5), (29, 7), (1, 1), (29, 40), (200, 7), (0, 0)] {
        let mut play = Play::with(&["a", "b"]);
        resize(&mut play, size);
        play.press("j e N e w ctrl-s enter enter");
        play.tell(Msg::Paste("New".into()));
        assert!(play.calls.is_empty() && play.forms().is_empty(), "{size:?}");
        // What is open stays as it is.
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.fill("Mine");
        resize(&mut play, size);
        play.press("x backspace ctrl-u ctrl-r tab esc");
        play.tell(Msg::Paste("x".into()));
        play.press("ctrl-s enter");
        resize(&mut play, (120, 40));
        assert_eq!(play.typed("display name"), "Mine", "{size:?}");
        play.press("ctrl-s");
        resize(&mut play, size);
        play.press("enter w y esc");
        assert!(play.writes_out().is_empty() && play.top() == "review", "{size:?}");
        // Leaving works, and the second time without a question.
        play.press("ctrl-c");
        assert!(!play.quit);
        play.press("ctrl-c");
        assert!(play.quit, "{size:?}");
    }
}

#[test]
fn enter_counts_once_place_and_difference_were_painted() {
    for (size, is_whole) in
        [((30, 8), false), ((32, 10), false), ((40, 12), true), ((80, 24), true), ((120, 40), true)]
    {
        let mut play = reviewed(size);
        if !is_whole {
            assert!(footer(&play).contains("read on, then send"), "{size:?}\n{}", play.screen());
            assert!(!footer(&play).contains("Enter"), "{size:?}\n{}", play.screen());
            assert!(!enter_sends(&mut play), "{size:?}");
            assert!(play.said().contains("Not sent yet: press j to read on."), "{size:?}: {}", play.said());
            for _ in 0..40 {
                if footer(&play).contains("Enter send") {
                    break;
                }
                play.press("j");
            }
        }
        let shown = play.screen();
        assert!(footer(&play).contains("Enter send"), "{size:?}\n{shown}");
        assert!(enter_sends(&mut play), "{size:?}\n{shown}");
        play.describe(image("a"));
        assert_eq!(play.sent, [json!({"ImageName": "a", "Description": LONG})]);
    }
}

#[test]
fn pages_add_up_whichever_way_they_are_read() {
    let mut play = reviewed((30, 8));
    for key in ["pgdn", "pgdn", "pgdn", "pgdn", "pgdn"] {
        play.press(key);
    }
    assert!(enter_sends(&mut play), "{}", play.screen());
    // Rows that were scrolled past unseen are read on the way back.
    let mut play = reviewed((30, 8));
    for _ in 0..30 {
        play.press_unseen("j");
        play.tell(Msg::Painted(play.draw().1));
        play.press_unseen("k");
    }
    assert!(!enter_sends(&mut play));
}

#[test]
fn keys_that_come_all_at_once_scroll_past_nothing() {
    let mut play = reviewed((30, 8));
    for _ in 0..8 {
        for _ in 0..20 {
            play.press_unseen("j");
        }
        play.paint();
    }
    assert!(footer(&play).contains("Enter send"), "{}", play.screen());
    assert!(enter_sends(&mut play), "{}", play.screen());
}

#[test]
fn what_is_resized_has_to_be_seen_anew() {
    for sizes in [&[(30, 8)][..], &[(30, 8), (120, 40), (30, 8)], &[(80, 24), (30, 8)]] {
        let mut play = reviewed((120, 40));
        for size in sizes {
            play.tell(Msg::Resize { width: size.0, height: size.1 });
        }
        play.press_unseen("enter");
        assert!(play.writes_out().is_empty(), "nothing was painted");
        play.paint();
        assert!(!enter_sends(&mut play), "{}", play.screen());
        resize(&mut play, (120, 40));
        assert!(enter_sends(&mut play));
    }
}

#[test]
fn a_frame_counts_for_what_it_showed_however_late_it_is_told() {
    // Drawn before the screen was resized, or on another size and back.
    let mut play = reviewed((120, 40));
    let late = play.draw().1;
    play.tell(Msg::Resize { width: 30, height: 8 });
    play.tell(Msg::Painted(late.clone()));
    play.press_unseen("enter");
    play.tell(Msg::Resize { width: 120, height: 40 });
    play.tell(Msg::Painted(late));
    play.press_unseen("enter");
    assert!(play.writes_out().is_empty());

    // Of the form, told when the review is open already.
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    let late = play.draw().1;
    play.press_unseen("ctrl-s");
    play.tell(Msg::Painted(late));
    play.press_unseen("enter");
    assert!(play.writes_out().is_empty());

    // Of an earlier review.
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    let late = play.draw().1;
    play.press_unseen("esc");
    play.type_text("!");
    play.press_unseen("ctrl-s");
    play.tell(Msg::Painted(late.clone()));
    play.press_unseen("enter");
    assert!(play.writes_out().is_empty());
    // Of the same review, before another hand was met.
    play.paint();
    let late = play.draw().1;
    play.glances();
    play.describe(Image { description: Some("Theirs".into()), modified: Some(second(9)), ..image("a") });
    play.tell(Msg::Painted(late));
    play.press_unseen("enter");
    assert!(play.writes_out().is_empty() && play.top() == "review");
    // And one that is told while another page lies above it is of use all the same.
    let now = play.draw().1;
    play.press_unseen("?");
    play.tell(Msg::Painted(now));
    play.press_unseen("esc");
    play.later(1);
    play.press_unseen("enter");
    assert!(!play.writes_out().is_empty());
}

#[test]
fn a_late_frame_of_one_page_does_not_scroll_another() {
    let mut play = reviewed((30, 8));
    let late = play.draw().1;
    play.press_unseen("?");
    play.paint();
    play.press_unseen("j");
    play.tell(Msg::Painted(late));
    assert_eq!((play.top(), play.help_scroll()), ("help", 1));
}

#[test]
fn a_refusal_has_to_be_seen_and_so_has_the_rest_below_it() {
    let mut play = reviewed((40, 12));
    for _ in 0..20 {
        play.press("j");
    }
    assert!(enter_sends(&mut play));
    play.describe_fails(FailureClass::TimedOut);
    play.paint();
    assert!(!enter_sends(&mut play), "{}", play.screen());
    assert!(footer(&play).contains("read on"), "{}", play.screen());
}

#[test]
fn a_notice_takes_nothing_back_that_was_read() {
    let mut play = reviewed((30, 8));
    for _ in 0..20 {
        play.press("j");
    }
    play.press("y");
    assert!(play.said().contains("Copied"));
    assert!(enter_sends(&mut play), "{}", play.screen());
}

#[test]
fn nothing_is_armed_that_was_not_read_and_only_that_is_sent() {
    let changing = || Image { status: Some(ImageStatus::Updating), ..image("a") };
    let mut play = at((30, 8));
    play.open_form(changing());
    play.press("tab");
    play.fill(LONG);
    play.press("ctrl-s w");
    assert!(!play.is_armed("a"), "{}", play.screen());
    for _ in 0..40 {
        play.press("j");
    }
    play.press("w");
    assert!(play.is_armed("a"), "{}", play.screen());
    // A resize afterwards changes nothing of what was read and wanted.
    resize(&mut play, (20, 5));
    play.armed_runs_out("a");
    play.describe(image("a"));
    assert_eq!(play.sent, [json!({"ImageName": "a", "Description": LONG})]);
}

#[test]
fn what_is_being_sent_is_not_armed_too() {
    let mut play = Play::with(&["a"]);
    play.open_form(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.fill("Mine");
    play.press("ctrl-s enter w");
    assert!(!play.screen().contains("Armed"), "{}", play.screen());
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    assert!(play.pages().is_empty(), "{:?}", play.pages());
}

#[test]
fn an_armed_review_sends_only_what_was_read() {
    let changing = Image { status: Some(ImageStatus::Updating), ..image("a") };
    let mut play = Play::with(&["a"]);
    play.open_form(changing);
    play.fill("Mine");
    play.press("ctrl-s w");
    // Words that came in from elsewhere, as a draft of another session.
    play.slip_in("a", "Others");
    play.armed_runs_out("a");
    play.describe(image("a"));
    assert_eq!(play.refusal(), Some(Refused::Moved));
    assert!(play.sent.is_empty());
}

#[test]
fn a_suspension_is_another_opening() {
    let mut play = reviewed((120, 40));
    play.press_unseen("ctrl-z");
    play.press_unseen("enter");
    assert!(play.writes_out().is_empty());
    play.paint();
    assert!(enter_sends(&mut play));
}

#[test]
fn what_is_cleared_is_told_whole() {
    let mut play = at((30, 8));
    play.open_form(image("a"));
    play.press("tab end ctrl-u ctrl-s");
    let mut seen = play.screen();
    for _ in 0..20 {
        play.press("j");
        seen.push_str(&play.screen());
    }
    assert!(seen.contains("Description  unset"), "{seen}");
    assert!(enter_sends(&mut play));
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    assert_eq!(play.sent, [json!({"ImageName": "a", "DeleteProperties": ["Description"]})]);
}

#[test]
fn a_refusal_of_the_service_is_met_at_every_size() {
    let mut play = reviewed((120, 40));
    assert!(enter_sends(&mut play));
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::Denied)));
    resize(&mut play, (30, 8));
    assert!(!enter_sends(&mut play));
}
