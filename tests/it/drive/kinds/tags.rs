//! Tags of one image.

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;
use serde_json::{Value, json};

use super::hands::When;
use super::{ARN, Drive, IMAGE, changes, drive};

pub fn added(tags: &[(&str, &str)]) -> (&'static str, Value) {
    let tags: Vec<_> = tags.iter().map(|(key, value)| json!({"Key": key, "Value": value})).collect();
    ("AddTags", json!({"ResourceArn": ARN, "Tags": tags}))
}

pub fn deleted(keys: &[&str]) -> (&'static str, Value) {
    ("DeleteTags", json!({"ResourceArn": ARN, "TagKeys": keys}))
}

/// Adds `owner`, gives `team` another value and takes `cost-center` away.
pub async fn typing() -> Drive {
    let mut drive = drive().await;
    drive.open_kind("T").await;
    drive.takes_away("cost-center");
    drive.sets("entry:team", "audio");
    drive.adds("owner", "ana");
    drive
}

/// The two requests that do it.
pub fn both() -> Vec<(String, Value)> {
    changes([added(&[("owner", "ana"), ("team", "audio")]), deleted(&["cost-center"])])
}

#[track_caller]
pub fn holds(drive: &Drive, tags: &[(&str, &str)]) {
    let mut holds = drive.service.tags(IMAGE);
    assert_eq!(holds.remove("aws:cloudformation:stack-name").as_deref(), Some("images"), "unchanged unless");
    let holds: Vec<_> = holds.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(holds, tags);
}

pub const BEFORE: [(&str, &str); 2] = [("cost-center", "4711"), ("team", "vision")];
pub const AFTER: [(&str, &str); 2] = [("owner", "ana"), ("team", "audio")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_difference_is_sent_and_verified_and_undone() {
    let mut drive = typing().await;
    drive.must_show("aws:cloudformation:stack-name");
    assert_eq!(drive.sent(), 0);
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), both());
    holds(&drive, &AFTER);
    drive.must_say("tags of subject: verified");
    assert_eq!((drive.writes_out(), drive.drafts()), (0, 0));
    drive.press("u");
    drive.settle().await;
    drive.must_show("Review · undo tags of subject");
    drive.send_and_settle().await;
    let inverse = changes([added(&[("cost-center", "4711"), ("team", "vision")]), deleted(&["owner"])]);
    assert_eq!(drive.changes()[2..], inverse);
    holds(&drive, &BEFORE);
    drive.must_say("tags of subject: verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_stops_it_only_at_the_tags_that_are_touched() {
    for when in When::BOTH {
        let mut drive = typing().await;
        let writes = |service: &Emulator| {
            assert!(service.set_tag(IMAGE, "stage", "beta"));
            assert!(service.remove_tag(IMAGE, "aws:cloudformation:stack-name"));
            assert!(service.set_tag(IMAGE, "aws:cloudformation:stack-name", "images"));
        };
        drive.meets_another_hand(when, writes).await;
        if when == When::BeforeTheReview {
            drive.must_show("Someone else changed these");
        }
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), both(), "{when:?}: {}", drive.screen());
        holds(&drive, &[("owner", "ana"), ("stage", "beta"), ("team", "audio")]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_a_tag_that_is_touched_is_a_conflict() {
    for (key, value) in
        [("team", Some("theirs")), ("team", None), ("cost-center", Some("1")), ("owner", Some("bo"))]
    {
        for when in When::BOTH {
            let mut drive = typing().await;
            let writes = |service: &Emulator| match value {
                Some(value) => assert!(service.set_tag(IMAGE, key, value)),
                None => assert!(service.remove_tag(IMAGE, key)),
            };
            drive.meets_a_conflict(when, writes).await;
            drive.must_show(value.unwrap_or("not set"));
            // Mine is wanted all the same.
            drive.press("m enter");
            drive.send_and_settle().await;
            holds(&drive, &AFTER);
            drive.must_say("tags of subject: verified");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn theirs_is_taken_where_it_is_chosen() {
    let mut drive = typing().await;
    assert!(drive.service.set_tag(IMAGE, "team", "theirs"));
    drive.glances();
    drive.settle().await;
    drive.press("ctrl-s t enter");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([added(&[("owner", "ana")]), deleted(&["cost-center"])]));
    holds(&drive, &[("owner", "ana"), ("team", "theirs")]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_looked_up_and_never_sent_again() {
    for fault in ["AddTags=lost-answerx1", "AddTags=truncatedx1", "DeleteTags=lost-answerx1"] {
        let mut drive = typing().await;
        drive.fails(fault);
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), both(), "{fault}");
        drive.must_say("tags of subject: verified");
        holds(&drive, &AFTER);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 0), "{fault}");
    }
    for fault in ["AddTags=resetx1", "AddTags=emptyx1", "AddTags=fault-500x1"] {
        let mut drive = typing().await;
        drive.fails(fault);
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), both()[..1], "{fault}: tried once, and no other");
        drive.must_say("tags of subject: not changed");
        holds(&drive, &BEFORE);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 1), "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_during_the_write_is_looked_up_whether_it_arrived_or_not() {
    for (fault, verdict) in
        [("AddTags=lost-answer", Verdict::Verified), ("AddTags=reset", Verdict::NotApplied)]
    {
        let mut drive = Box::pin(typing().await.killed_while_out(fault, verdict.clone())).await;
        if verdict == Verdict::Verified {
            drive.must_be_cut_short(
                "A change to tags of subject was interrupted: 1 request of 2 was not sent. Press H a to see it.",
                "tags of subject: 1 of 2 requests done and verified, 1 not sent.",
            );
        } else {
            drive.must_say("tags of subject: not changed");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_in_the_form_costs_no_word_and_a_change_since_is_seen() {
    let mut drive = typing().await;
    drive.settle().await;
    let mut drive = drive.killed_and_opened_again().await;
    drive.must_say("1 draft is left from earlier sessions");
    assert!(drive.service.set_tag(IMAGE, "team", "theirs"));
    drive.open_kind("T").await;
    for words in ["audio", "owner", "ana", "someone else changed it to ‘theirs’"] {
        drive.must_show(words);
    }
    drive.press("ctrl-s");
    assert_eq!(drive.top(), "conflict");
    drive.press("m enter");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), both());
    holds(&drive, &AFTER);
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.has_no_form(), "sent and verified: gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_what_someone_has_changed_since_is_a_conflict() {
    let mut drive = typing().await;
    drive.send_and_settle().await;
    assert!(drive.service.set_tag(IMAGE, "team", "theirs"));
    assert!(drive.service.set_tag(IMAGE, "stage", "beta"));
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "conflict", "{}", drive.screen());
    assert_eq!(drive.changes(), both());
    drive.press("t enter");
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[2..], changes([added(&[("cost-center", "4711")]), deleted(&["owner"])]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_is_out_is_not_passed_over_by_undoing() {
    let mut drive = typing().await;
    drive.send_and_settle().await;
    drive.open_kind("T").await;
    drive.sets("entry:team", "text");
    drive.fails("AddTags=slow:50x1");
    drive.send();
    drive.until(|drive| drive.top() == "browser").await;
    drive.press("u");
    drive.must_say("still in progress");
    drive.settle().await;
    assert_eq!(drive.sent(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_that_is_gone_keeps_the_draft() {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    assert!(drive.service.remove(IMAGE));
    drive.send_and_settle().await;
    assert_eq!(drive.sent(), 0);
    assert!(drive.refusal().is_some(), "{}", drive.screen());
    let mut drive = drive.killed_and_opened_again().await;
    drive.press("esc D enter");
    drive.settle().await;
    drive.must_show("audio");
    drive.must_show("owner");
}
