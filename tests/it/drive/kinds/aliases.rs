//! Aliases of an image: which name stands for which version.

use std::collections::BTreeMap;

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;
use serde_json::{Value, json};

use super::hands::{Half, When};
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
async fn typing() -> Drive {
    let mut drive = moving(drive().await).await;
    drive.takes_away("stable");
    drive.adds("next", "3");
    drive
}

fn all() -> Vec<(String, Value)> {
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
async fn where_a_move_is_refused_two_requests_do_it_and_the_place_remembers() {
    let mut drive = refused().await;
    holds(&drive, &BEFORE);
    drive.must_show("The service won't take an alias from the version that has it: ");
    drive.must_show("For a moment no version has latest");
    drive.must_show("2 requests, one at a time");
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[1..], apart());
    holds(&drive, &[("latest", 1), ("stable", 2)]);
    drive.must_say("aliases of subject: verified");
    assert_eq!((drive.writes_out(), drive.drafts()), (0, 0));
    // The next time it is known before anything is tried, for undoing too.
    drive.press("u");
    drive.settle().await;
    drive.must_show("For a moment no version has latest");
    drive.send_and_settle().await;
    let inverse = changes([update(1, &[], &["latest"]), update(3, &["latest"], &[])]);
    assert_eq!(drive.changes()[3..], inverse, "{}", drive.screen());
    holds(&drive, &BEFORE);
    let mut drive = moving(drive).await;
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[5..], apart());
    holds(&drive, &[("latest", 1), ("stable", 2)]);
}

/// Of the two requests the first goes well, and the second meets this.
async fn second_meets(fault: &str) -> Drive {
    let mut drive = refused().await;
    drive.service.clear_faults();
    drive.fails("UpdateImageVersion=slow:0x1");
    drive.fails(&format!("UpdateImageVersion={fault}x1"));
    drive.send_and_settle().await;
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_the_second_is_told_and_gone_on_with() {
    for (fault, what) in super::FAILS_AND_COUNTS_AS {
        let mut drive = second_meets(fault).await;
        assert_eq!(drive.changes()[1..], apart(), "{fault}");
        drive.must_say(&format!(
            "aliases of subject: 1 of 2 requests done and verified, 1 was {what}. No version has latest now."
        ));
        holds(&drive, &[("stable", 2)]);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 1), "{fault}");
        drive.go_on().await;
        assert_eq!(
            drive.changes()[3..],
            changes([update(1, &["latest"], &[])]),
            "{fault}: {}",
            drive.screen()
        );
        holds(&drive, &[("latest", 1), ("stable", 2)]);
        drive.must_say("aliases of subject: verified");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_half_that_was_done_is_undone_or_left() {
    let mut drive = second_meets("denied").await;
    drive.press("H a");
    drive.must_show("aliases of subject: 1 of 2 requests done and verified, 1 rejected.");
    // The draft holds no more than the history can go on with.
    drive.press("u");
    drive.settle().await;
    drive.must_show("latest no version → version 3");
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[3..], changes([update(3, &["latest"], &[])]));
    holds(&drive, &BEFORE);

    let mut drive = second_meets("denied").await;
    drive.press("H a x");
    drive.settle().await;
    let mut next = drive.killed_and_opened_again().await;
    assert!(!next.told().contains("interrupted"), "{}", next.said());
    holds(&next, &[("stable", 2)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_the_two_it_is_told_gone_on_with_or_undone() {
    let all = Half::BOTH.into_iter().flat_map(|half| [(half, false), (half, true)]);
    for (half, undoes) in all {
        let is_free = |service: &Emulator| !service.aliases(IMAGE).contains_key("latest");
        let mut drive = Box::pin(refused().await.killed_at(half, is_free)).await;
        assert_eq!(drive.changes()[1..], apart()[..1]);
        drive.must_be_cut_short(
            "A change to aliases of subject was interrupted: 1 request of 2 was not sent. Press H a to see it.",
            "aliases of subject: 1 of 2 requests done and verified, 1 not sent.",
        );
        assert_eq!(drive.verdicts()[0], Some(Verdict::Verified));
        if undoes {
            drive.press("H a u");
            drive.settle().await;
            drive.send_and_settle().await;
            assert_eq!(drive.changes()[2..], changes([update(3, &["latest"], &[])]));
            holds(&drive, &BEFORE);
        } else {
            drive.go_on().await;
            assert_eq!(drive.changes()[2..], changes([update(1, &["latest"], &[])]));
            holds(&drive, &[("latest", 1), ("stable", 2)]);
            let mut next = drive.killed_and_opened_again().await;
            assert!(!next.told().contains("interrupted"), "{}", next.said());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_any_of_several_the_others_are_gone_on_with() {
    for done in [1, 2] {
        let mut drive = typing().await;
        drive.settle().await;
        drive.send();
        drive.until(|drive| drive.verdicts() == vec![Some(Verdict::Verified); done]).await;
        let mut drive = drive.killed_and_opened_again().await;
        assert_eq!(drive.changes(), all()[..done], "nothing goes out by itself");
        drive.go_on().await;
        assert_eq!(drive.changes(), all(), "{done}");
        holds(&drive, &[("latest", 1), ("next", 3)]);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 0), "{done}");
    }
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
