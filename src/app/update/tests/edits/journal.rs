//! A journal that can't be written.

use crate::app::Msg;
use crate::app::play::{DiskState, Entry, Play, Refused, asked, failure, image, reply, second};
use crate::domain::{FailureClass, Image, ImageStatus};
use crate::edit::Verdict;

fn reviewed() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play
}

fn written() -> Image {
    Image {
        display_name: Some("Mine".into()),
        status: Some(ImageStatus::Created),
        modified: Some(second(9)),
        ..image("a")
    }
}

/// Enter, with a disk that is full: the check went well.
fn not_noted() -> Play {
    let mut play = reviewed();
    play.disk_state = DiskState::Full;
    play.press("enter");
    play.describe(image("a"));
    play.paint();
    play
}

#[test]
fn what_can_not_be_noted_is_not_sent_and_the_review_says_so() {
    let mut play = not_noted();
    assert!(play.sent.is_empty() && play.writes_out().is_empty());
    assert_eq!(play.refusal(), Some(Refused::NotNoted("The disk is full.".into())));
    let shown = play.screen();
    for words in ["The disk is full. Nothing was sent", "Press Enter to try again", "N to send it anyway"] {
        assert!(shown.contains(words), "{shown}");
    }
    assert!(shown.lines().last().unwrap().contains("N send unrecorded"), "{shown}");
    // Enter tries again, and that may go well.
    play.press("enter");
    play.describe(image("a"));
    assert!(play.sent.is_empty());
    play.disk_state = DiskState::Quick;
    play.paint();
    play.press("enter");
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 1);
    // The attempts that came to nothing left nothing but the one that did not.
    assert_eq!(play.verdicts(), [None]);
    assert_eq!(play.history_len(), 1);
}

#[test]
fn it_is_sent_unnoted_after_a_question_that_was_seen() {
    let mut play = not_noted();
    play.press_unseen("N");
    play.press_unseen("y");
    assert_eq!(play.top(), "send unrecorded?", "not seen yet");
    play.paint();
    assert!(play.screen().contains("Send unrecorded?"), "{}", play.screen());
    play.press("n");
    assert!(play.sent.is_empty() && play.calls.is_empty());
    play.press("N y");
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 1);
    assert!(play.journal.is_empty());
    // Asked once: what is refused then goes out by Enter alone.
    play.answer_write(Err(failure(FailureClass::Throttled)));
    play.paint();
    play.press("enter");
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 2);
}

#[test]
fn without_need_nothing_is_sent_unnoted() {
    let mut play = reviewed();
    play.press("N y");
    assert!(play.calls.is_empty() && play.top() == "review");
    // And by then it may be noted after all.
    let mut play = not_noted();
    play.press("N");
    play.disk_state = DiskState::Quick;
    play.press("y");
    play.describe(image("a"));
    assert_eq!(play.verdicts()[0], None, "recorded first");
    assert_eq!(play.sent.len(), 1);
}

#[test]
fn a_question_that_was_resized_wants_to_be_seen_anew_and_so_does_the_review_below() {
    let mut play = not_noted();
    play.press("N");
    play.tell(Msg::Resize { width: 30, height: 8 });
    play.press_unseen("y");
    assert_eq!(play.top(), "send unrecorded?");
    play.paint();
    play.press("y");
    assert!(play.calls.is_empty(), "the difference was not seen at this size");
    for _ in 0..30 {
        play.press("j");
    }
    play.press("enter");
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 1);
}

fn unnoted() -> Play {
    let mut play = not_noted();
    play.press("N y");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play
}

#[test]
fn the_entry_is_made_up_for_when_there_is_room_again() {
    // With the time.
    let mut play = unnoted();
    play.journal_retries();
    assert!(play.journal.is_empty());
    play.press("H");
    assert!(play.screen().contains("not written yet"), "{}", play.screen());
    play.disk_state = DiskState::Quick;
    play.journal_retries();
    assert_eq!(play.verdicts(), [None]);
    assert_eq!(play.journal[0].after().display_name, Some("Mine".into()));
    assert!(!play.screen().contains("not written yet"), "{}", play.screen());
    assert!(!play.waits_for_the_journal(), "nothing waits any more");
    assert!(play.said().contains("up to date again"), "{}", play.said());
    play.press("esc");
    play.wait();
    play.describe(written());
    assert_eq!(play.verdicts(), [None, Some(Verdict::Verified)]);

    // With the outcome, which is all that is to be said by then.
    let mut play = unnoted();
    play.disk_state = DiskState::Quick;
    play.wait();
    play.describe(written());
    assert_eq!(play.verdicts(), [Some(Verdict::Verified)]);

    // With the next write that can be noted.
    let mut play = unnoted();
    play.press("j e");
    play.describe(image("b"));
    play.fill("Other");
    play.press("ctrl-s");
    play.disk_state = DiskState::Quick;
    play.press("enter");
    play.describe(image("b"));
    let mut images: Vec<_> = play.journal.iter().map(Entry::image).collect();
    images.sort();
    assert_eq!(images, ["a", "b"]);

    // At the end.
    let mut play = unnoted();
    play.disk_state = DiskState::Quick;
    play.tell(Msg::Leaving);
    assert_eq!(play.verdicts(), [None]);
}

#[test]
fn an_outcome_that_could_not_be_noted_is_made_up_for() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.disk_state = DiskState::Full;
    play.wait();
    play.describe(written());
    assert_eq!(play.verdicts(), [None]);
    assert!(play.said().contains("The disk is full."), "{}", play.said());
    play.disk_state = DiskState::Quick;
    play.journal_retries();
    assert_eq!(play.verdicts(), [None, Some(Verdict::Verified)]);
}

#[test]
fn what_was_not_noted_is_told_before_leaving() {
    let mut play = unnoted();
    play.wait();
    play.describe(written());
    play.press("q");
    assert!(!play.quit);
    assert!(play.screen().contains("not in the journal yet"), "{}", play.screen());
    play.press("n");
    play.disk_state = DiskState::Quick;
    play.journal_retries();
    play.press("q");
    assert!(play.quit);
    // What was not sent is nothing to tell of, besides the draft.
    let mut play = not_noted();
    play.press("esc esc q");
    assert!(!play.screen().contains("not in the journal"), "{}", play.screen());
}

#[test]
fn an_armed_review_is_not_sent_unnoted_either() {
    let mut play = Play::with(&["a"]);
    play.open_form(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.fill("Mine");
    play.press("ctrl-s w");
    play.disk_state = DiskState::Full;
    play.armed_runs_out("a");
    play.describe(image("a"));
    assert!(play.sent.is_empty());
    assert!(matches!(play.refusal(), Some(Refused::NotNoted(_))), "{:?}", play.refusal());
    assert_eq!(play.asked(asked::write), 0);
}

#[test]
fn an_answer_of_the_disk_releases_no_other_write() {
    // A slow disk: called off before it answers, and sent again.
    let mut play = reviewed();
    play.disk_state = DiskState::Slow;
    play.press("enter");
    play.describe(image("a"));
    let slow = play.noting.pop_front().unwrap();
    play.press("esc ctrl-s enter");
    play.describe(image("a"));
    play.tell(Msg::Noted { ticket: slow, trouble: None });
    assert!(play.sent.is_empty());
    assert_eq!(play.write_stage("a"), Some("noting"));
    let own = play.noting.pop_back().unwrap();
    play.tell(Msg::Noted { ticket: own, trouble: Some("The disk is full.".into()) });
    assert_eq!(play.write_stage("a"), None);
    assert!(play.sent.is_empty());
}

#[test]
fn an_older_answer_does_not_stand_for_what_was_noted_since() {
    let mut play = unnoted();
    play.disk_state = DiskState::Slow;
    play.journal_retries();
    let first = play.noting.pop_front().unwrap();
    play.wait();
    play.describe(written());
    let second = play.noting.pop_front().unwrap();
    play.tell(Msg::Noted { ticket: first, trouble: None });
    play.tell(Msg::Noted { ticket: second, trouble: Some("The disk is full.".into()) });
    play.disk_state = DiskState::Quick;
    play.journal.clear();
    play.journal_retries();
    assert_eq!(play.verdicts(), [Some(Verdict::Verified)]);
}
