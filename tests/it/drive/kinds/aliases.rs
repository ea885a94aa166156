//! Aliases of an image: which name stands for which version.

use std::collections::BTreeMap;

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;
use serde_json::{Value, json};

use super::hands::When;
use super::{Drive, IMAGE, changes, drive};

pub fn update(version: u32, added: &[&str], deleted: &[&str]) -> (&'static str, Value) {
    let mut body = json!({"ImageName": IMAGE, "Version": version});
    for (member, names) in [("AliasesToAdd", added), ("AliasesToDelete", deleted)] {
        if !names.is_empty() {
            body[member] = json!(names);
        }
    }
    ("UpdateImageVersion", body)
}

/// Moves `latest` from version 3 to version 1.
pub async fn moving(mut drive: Drive) -> Drive {
    drive.open_kind("A").await;
    drive.sets("entry:latest", "1");
    drive
}

/// Moves `latest` from 3 to 1, takes `stable` away from 2, and gives `next` to 3.
pub async fn typing() -> Drive {
    let mut drive = moving(drive().await).await;
    drive.takes_away("stable");
    drive.adds("next", "3");
    drive
}

pub fn all() -> Vec<(String, Value)> {
    changes([update(1, &["latest"], &[]), update(3, &["next"], &[]), update(2, &[], &["stable"])])
}

pub const BEFORE: [(&str, u32); 2] = [("latest", 3), ("stable", 2)];

#[track_caller]
pub fn holds(drive: &Drive, aliases: &[(&str, u32)]) {
    let expected: BTreeMap<_, _> =
        aliases.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect();
    assert_eq!(drive.service.aliases(IMAGE), expected, "{}", drive.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_is_moved_one_taken_away_one_added_and_all_undone() {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    drive.must_show("latest version 3 → version 1");
    drive.must_show("stable version 2 → no version");
    drive.must_show("next no version → version 3");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), all());
    holds(&drive, &[("latest", 1), ("next", 3)]);
    drive.must_say("aliases of subject: verified");
    assert_eq!((drive.writes_out(), drive.drafts()), (0, 0));
    drive.press("u");
    drive.settle().await;
    drive.must_show("Review · undo aliases of subject");
    drive.send_and_settle().await;
    let inverse = changes([update(3, &["latest"], &["next"]), update(2, &["stable"], &[])]);
    assert_eq!(drive.changes()[3..], inverse);
    holds(&drive, &BEFORE);
    drive.must_say("aliases of subject: verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_move_is_one_request_and_so_is_its_undoing() {
    let mut drive = moving(drive().await).await;
    drive.send_and_settle().await;
    drive.must_say("aliases of subject: verified. Each points to the version you sent.");
    drive.press("u");
    drive.settle().await;
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([update(1, &["latest"], &[]), update(3, &["latest"], &[])]));
    holds(&drive, &BEFORE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_other_aliases_stops_nothing() {
    for when in When::BOTH {
        let mut drive = moving(drive().await).await;
        let writes = |service: &Emulator| {
            assert!(service.set_alias(IMAGE, "stable", 1));
            assert!(service.set_alias(IMAGE, "other", 3));
        };
        drive.meets_another_hand(when, writes).await;
        if when == When::BeforeTheReview {
            drive.must_show("Someone else changed these");
        }
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), changes([update(1, &["latest"], &[])]), "{when:?}: {}", drive.screen());
        holds(&drive, &[("latest", 1), ("other", 3), ("stable", 1)]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_the_same_alias_is_a_conflict() {
    for to in [Some(2), None] {
        for when in When::BOTH {
            let mut drive = moving(drive().await).await;
            let writes = |service: &Emulator| match to {
                Some(to) => assert!(service.set_alias(IMAGE, "latest", to)),
                None => assert!(service.remove_alias(IMAGE, "latest")),
            };
            drive.meets_a_conflict(when, writes).await;
            drive.press("m enter");
            drive.send_and_settle().await;
            assert_eq!(drive.changes(), changes([update(1, &["latest"], &[])]), "{to:?} {when:?}");
            holds(&drive, &[("latest", 1), ("stable", 2)]);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_looked_up_and_never_sent_again() {
    for (fault, arrives) in
        [("lost-answer", true), ("truncated", true), ("reset", false), ("empty", false), ("fault-500", false)]
    {
        let mut drive = moving(drive().await).await;
        drive.fails(&format!("UpdateImageVersion={fault}x1"));
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), changes([update(1, &["latest"], &[])]), "{fault}");
        drive.must_say(if arrives {
            "aliases of subject: verified"
        } else {
            "aliases of subject: not changed"
        });
        assert_eq!(drive.drafts(), usize::from(!arrives), "{fault}");
    }
}

/// The service does not move an alias: the review of the two requests is open.
pub async fn refused() -> Drive {
    let mut drive = moving(drive().await).await;
    drive.fails("UpdateImageVersion=refuse-move");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([update(1, &["latest"], &[])]));
    assert_eq!(drive.top(), "review", "{}", drive.screen());
    drive
}

/// What goes out then, besides the attempt that was refused.
pub fn apart() -> Vec<(String, Value)> {
    changes([update(3, &[], &["latest"]), update(1, &["latest"], &[])])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_during_the_write_is_looked_up() {
    for (fault, says, verdict) in [
        ("lost-answer", "aliases of subject: verified", Verdict::Verified),
        ("reset", "aliases of subject: not changed", Verdict::NotApplied),
    ] {
        let drive = moving(drive().await).await;
        let mut drive =
            Box::pin(drive.killed_while_out(&format!("UpdateImageVersion={fault}"), verdict)).await;
        drive.must_say(says);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_what_someone_has_moved_since_is_a_conflict() {
    let mut drive = moving(drive().await).await;
    drive.send_and_settle().await;
    assert!(drive.service.set_alias(IMAGE, "latest", 2));
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "conflict", "{}", drive.screen());
    assert_eq!(drive.sent(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_not_be_is_told_while_it_is_typed() {
    let long = "a".repeat(129);
    for (name, version, says) in [
        ("latest", "1", "latest already exists: edit it above"),
        (".hidden", "1", "can't begin with a dot or a hyphen"),
        ("so so", "1", "not ' '"),
        (long.as_str(), "1", "too long"),
        ("next", "9", "there is no version 9; the newest is 3"),
        ("next", "one", "must be a version number"),
        ("next", "", "Version: required"),
        ("", "2", "Alias: needs a name"),
    ] {
        let mut drive = drive().await;
        drive.open_kind("A").await;
        drive.adds(name, version);
        // The other half may still come: that it is missing is said where the review is asked for.
        let is_missing = name.is_empty() || version.is_empty();
        assert_eq!(drive.shows(says), !is_missing, "{says}\n{}", drive.screen());
        drive.press("ctrl-s");
        drive.must_show(says);
        assert_eq!(drive.top(), "form", "{name:?} {version:?}");
        assert_eq!(drive.sent(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alias_whose_version_vanished_is_a_conflict() {
    let mut drive = moving(drive().await).await;
    drive.press("ctrl-s");
    assert!(drive.service.remove_version(IMAGE, 3));
    drive.send_and_settle().await;
    assert_eq!((drive.top(), drive.sent()), ("conflict", 0), "{}", drive.screen());
    drive.press("m enter");
    drive.send_and_settle().await;
    holds(&drive, &[("latest", 1), ("stable", 2)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_vanished_gets_no_alias() {
    let mut drive = moving(drive().await).await;
    drive.press("ctrl-s");
    assert!(drive.service.remove_version(IMAGE, 1));
    drive.send_and_settle().await;
    holds(&drive, &BEFORE);
    assert!(drive.refusal().is_some(), "{}", drive.screen());
    assert_eq!(drive.drafts(), 1, "every word is kept");
    drive.press("esc");
    drive.glances();
    drive.settle().await;
    drive.must_show("there is no version 1");
}
