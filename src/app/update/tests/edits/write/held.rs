//! What keeps a write from going out.

use serde_json::json;

use crate::app::play::{Refused, asked, failure, image, second};
use crate::domain::{FailureClass, Image, ImageStatus, RoleArn};

use super::{accepted, reviewed, written};

#[test]
fn what_another_hand_changed_stops_the_write_and_is_shown() {
    let role = "arn:aws:iam::123456789012:role/Theirs";
    let theirs = Image { modified: Some(second(9)), role: Some(RoleArn::received(role)), ..image("a") };
    let touched = Image { modified: Some(second(9)), ..image("a") };
    for (now, fields) in [(theirs, vec!["role"]), (touched, vec![])] {
        let mut play = reviewed();
        play.press("enter");
        play.describe(now.clone());
        assert!(play.sent.is_empty());
        assert_eq!(play.refusal(), Some(Refused::Conflict(fields)));
        // Seen and sent again, it goes out against what the image is now.
        play.paint();
        play.press("enter");
        assert_eq!(play.asked(asked::any), 0, "a second key that comes at once was not meant for that");
        play.later(1);
        play.press("enter");
        play.describe(now);
        assert_eq!(play.sent.len(), 1);
    }
}

#[test]
fn a_field_that_two_hands_changed_waits_for_the_persons_word() {
    for (keys, description, sent) in [
        (
            "m enter",
            "",
            json!({"ImageName": "a", "DisplayName": "Mine", "DeleteProperties": ["Description"]}),
        ),
        ("t enter", "Theirs", json!({"ImageName": "a", "DisplayName": "Mine"})),
        (
            "t m enter",
            "",
            json!({"ImageName": "a", "DisplayName": "Mine", "DeleteProperties": ["Description"]}),
        ),
        ("e B o t h ctrl-s", "Both", json!({"ImageName": "a", "DisplayName": "Mine", "Description": "Both"})),
    ] {
        let mut play = reviewed();
        let theirs = Image { modified: Some(second(9)), description: Some("Theirs".into()), ..image("a") };
        play.press("enter");
        play.describe(theirs.clone());
        assert_eq!(play.top(), "conflict");
        play.press("enter");
        assert!(play.sent.is_empty() && play.asked(asked::any) == 0, "undecided, nothing goes on");
        play.press(keys);
        assert_eq!(play.top(), "review");
        let form = play.form_of("a");
        assert_eq!(form.text("description"), description, "{keys}");
        play.press("enter");
        play.describe(theirs);
        assert_eq!(play.sent, [sent], "{keys}");
    }
}

#[test]
fn a_conflict_has_to_be_seen_before_enter_works_again() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(Image { modified: Some(second(9)), ..image("a") });
    play.press_unseen("enter");
    assert_eq!(play.asked(asked::any), 0);
}

#[test]
fn an_image_that_is_changing_is_not_written_to() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    assert_eq!(play.refusal(), Some(Refused::Changing(ImageStatus::Updating)));
    assert!(play.sent.is_empty());
}

#[test]
fn esc_calls_it_off_before_it_is_sent_and_not_after() {
    let mut play = reviewed();
    play.press("enter esc");
    assert!(play.write_stage("a").is_none());
    assert_eq!(play.asked(asked::any), 0, "the check was cancelled");
    assert_eq!(play.typed("display name"), "Mine");

    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.press("esc esc");
    assert_eq!(play.write_stage("a"), Some("sending"));
    assert_eq!(play.asked(asked::write), 1, "writes are not dropped");
    play.answer_write(Err(failure(FailureClass::Denied)));
    assert!(play.said().contains("a was not changed: access denied"), "{}", play.said());
    assert!(play.form_of("a").is_draft(), "every word is kept");
}

#[test]
fn a_check_that_fails_sends_nothing() {
    for class in [FailureClass::TimedOut, FailureClass::Denied, FailureClass::NotFound] {
        let mut play = reviewed();
        play.press("enter");
        play.describe_fails(class);
        assert!(matches!(play.refusal(), Some(Refused::Failure(_))));
        assert!(play.sent.is_empty() && play.write_stage("a").is_none());
    }
}

#[test]
fn one_write_an_image_at_a_time() {
    let mut play = accepted();
    play.press("e");
    play.describe(written(ImageStatus::Updating, 1));
    play.fill("More");
    play.press("ctrl-s enter");
    assert_eq!(play.refusal(), Some(Refused::Busy));
    assert_eq!(play.sent.len(), 1);
}

#[test]
fn quitting_while_a_write_is_out_asks() {
    let mut play = accepted();
    play.press("q");
    assert_eq!(play.top(), "quit?");
    play.press("esc ctrl-c");
    assert!(!play.quit);
    play.press("ctrl-c");
    assert!(play.quit, "a second Ctrl-C does not ask");
}
