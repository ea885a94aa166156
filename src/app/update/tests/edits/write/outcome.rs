//! What became of a write, and what is said of it.

use serde_json::json;

use crate::app::Timer;
use crate::app::play::{Play, Refused, asked, failure, image, reply};
use crate::domain::{Failure, FailureClass, Image, ImageStatus};

use super::{accepted, reviewed, written};

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
