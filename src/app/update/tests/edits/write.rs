//! From the review's Enter to the outcome.

use serde_json::json;

use crate::app::Timer;
use crate::app::play::{Play, Refused, asked, failure, image, reply, second};
use crate::domain::{Failure, FailureClass, Image, ImageStatus, RoleArn};

/// A form in which the display name is set and the description cleared, reviewed and seen.
fn reviewed() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("tab end ctrl-u ctrl-s");
    play
}

/// The same, sent and accepted.
fn accepted() -> Play {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play
}

#[test]
fn a_write_under_way_is_marked_in_the_list_and_says_for_how_long() {
    let mut play = Play::with(&["a", "b"]);
    let row = |play: &Play, name: &str| {
        let screen = play.screen();
        let is_of = |line: &&str| line.chars().nth(2) == Some('●') && line.contains(&format!(" {name} "));
        let row = screen.lines().find(is_of).unwrap_or_default();
        row.chars().skip(2).take(6).collect::<String>()
    };
    assert_eq!(row(&play, "b"), "●  b  ");
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc");
    assert_eq!(["a", "b"].map(|name| row(&play, name)), ["●✎ a  ", "●  b  "]);
    play.press("e");
    play.answer_reads(&image("a"));
    play.press("ctrl-s enter");
    play.answer_reads(&image("a"));
    play.answer_write(reply::accepted());
    assert_eq!(["a", "b"].map(|name| row(&play, name)), ["●↻ a  ", "●  b  "]);
    assert!(play.said().ends_with("waiting for it to take effect"), "{}", play.said());
    play.later(72);
    play.run_out(&Timer::Tick);
    assert!(play.said().ends_with("waiting for it to take effect · 1m 12s"), "{}", play.said());
    assert!(play.timers.contains(&Timer::Tick), "it counts on");
    play.press("enter");
    assert!(play.screen().contains("take effect · 1m 12s"), "{}", play.screen());
    play.wait();
    play.describe(Image { description: image("a").description, ..written(ImageStatus::Created, 2) });
    play.run_out(&Timer::Tick);
    assert!(!play.timers.contains(&Timer::Tick), "nothing is left to count");
    assert_eq!(row(&play, "b"), "●  b  ");
}

fn written(status: ImageStatus, modified: i64) -> Image {
    Image {
        display_name: Some("Mine".into()),
        description: None,
        status: Some(status),
        modified: Some(second(modified)),
        ..image("a")
    }
}

#[test]
fn a_write_is_checked_sent_once_and_verified() {
    let mut play = reviewed();
    play.press("enter enter");
    assert!(play.sent.is_empty(), "first the image is read");
    play.describe(image("a"));
    let exact = json!({"ImageName": "a", "DisplayName": "Mine", "DeleteProperties": ["Description"]});
    assert_eq!(play.sent, [exact]);
    play.answer_write(reply::accepted());
    assert!(play.pages().is_empty(), "the person goes on working");
    assert!(play.said().contains("accepted"), "{}", play.said());
    play.press("j");
    for _ in 0..3 {
        play.wait();
        play.describe(written(ImageStatus::Updating, 1));
    }
    play.wait();
    play.describe(written(ImageStatus::Created, 2));
    assert!(play.said().contains("a: verified"), "{}", play.said());
    assert_eq!(play.sent.len(), 1);
    assert!(play.write_stage("a").is_none());
    play.press("q");
    assert!(play.quit, "what was verified is no draft");
}

#[test]
fn each_outcome_is_said_plainly() {
    let stale = image("a");
    let theirs = Image { display_name: Some("Theirs".into()), ..written(ImageStatus::Created, 2) };
    let mut failed = written(ImageStatus::UpdateFailed, 2);
    failed.failure_reason = Some("The role could not be assumed.".into());
    for (read, says) in [
        (written(ImageStatus::Created, 2), "verified"),
        (failed, "the update failed: The role could not be assumed."),
        (theirs, "differs"),
    ] {
        let mut play = accepted();
        play.wait();
        play.describe(stale.clone());
        assert!(play.write_stage("a").is_some(), "a stale CREATED proves nothing");
        play.wait();
        play.describe(read);
        assert!(play.said().contains(says), "{says}: {}", play.said());
        assert_eq!(play.sent.len(), 1);
    }
    let mut play = accepted();
    play.wait();
    play.describe_fails(FailureClass::NotFound);
    assert!(play.said().contains("the image is gone"), "{}", play.said());
}

#[test]
fn an_answer_that_was_lost_is_looked_up_and_never_repeated() {
    for class in [FailureClass::TimedOut, FailureClass::Service, FailureClass::Unreadable, FailureClass::Bug]
    {
        for (reads, says) in [
            (vec![written(ImageStatus::Updating, 1), written(ImageStatus::Created, 2)], "verified"),
            (vec![image("a"); 4], "not changed"),
        ] {
            let mut play = reviewed();
            play.press("enter");
            play.describe(image("a"));
            play.answer_write(Err(failure(class)));
            assert!(play.said().contains("outcome unknown"), "{}", play.said());
            for read in reads {
                play.wait();
                play.describe(read);
            }
            assert!(play.said().contains(says), "{class:?} {says}: {}", play.said());
            assert_eq!(play.sent.len(), 1, "{class:?}");
            assert_eq!(play.asked(asked::write), 0);
        }
    }
}

#[test]
fn a_refused_write_keeps_the_form_with_every_word() {
    for class in [
        FailureClass::NotFound,
        FailureClass::InUse,
        FailureClass::Denied,
        FailureClass::Throttled,
        FailureClass::Expired,
        FailureClass::Unreachable,
        FailureClass::Other,
    ] {
        let mut play = reviewed();
        play.press("enter");
        play.describe(image("a"));
        play.answer_write(Err(failure(class)));
        assert_eq!(play.refusal(), Some(Refused::Failure(failure(class))));
        assert!(play.write_stage("a").is_none());
        play.press("esc");
        assert_eq!((play.typed("display name"), play.typed("description")), ("Mine".into(), String::new()));
        assert_eq!(play.sent.len(), 1);
    }
}

#[test]
fn a_refused_value_is_told_at_its_field() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    let said = "1 validation error detected: Value 'Mine' at 'displayName' failed to satisfy constraint: …";
    play.answer_write(Err(Failure::new(FailureClass::Invalid, said)));
    play.press("esc");
    let form = play.form();
    assert_eq!(form.focus(), "display name");
    assert!(form.problem("display name").unwrap().contains("at 'displayName'"));
    play.type_text("!");
    let form = play.form();
    assert!(form.problem("display name").is_none() || form.focus() != "display name");
}

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
fn what_is_typed_while_a_write_settles_is_not_lost_with_it() {
    let mut play = accepted();
    play.press("e");
    play.describe(written(ImageStatus::Updating, 1));
    play.press("backtab");
    play.fill("More");
    play.wait();
    play.describe(written(ImageStatus::Created, 2));
    assert!(play.said().contains("verified"));
    assert_eq!(play.typed("display name"), "More");
    play.press("esc q");
    assert_eq!(play.top(), "quit?");
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

#[test]
fn a_read_back_that_fails_is_tried_again() {
    let mut play = accepted();
    for class in [FailureClass::Expired, FailureClass::TimedOut, FailureClass::Throttled] {
        play.wait();
        play.describe_fails(class);
        assert!(play.said().contains("couldn't check it yet"), "{}", play.said());
    }
    play.wait();
    play.describe(written(ImageStatus::Created, 2));
    assert!(play.said().contains("verified"));
}
