//! Tags of which the first request was sent, and the second was not.

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;

use super::hands::Half;
use super::tags::{AFTER, BEFORE, added, both, deleted, holds, typing};
use super::{Drive, IMAGE, changes};

const HALF: [(&str, &str); 3] = [("cost-center", "4711"), ("owner", "ana"), ("team", "audio")];

/// The first request goes well, and the second meets this.
async fn second_meets(fault: &str) -> Drive {
    let mut drive = typing().await;
    drive.fails(&format!("DeleteTags={fault}"));
    drive.send_and_settle().await;
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_the_second_is_told_and_gone_on_with() {
    for (fault, what) in super::FAILS_AND_COUNTS_AS {
        let mut drive = second_meets(fault).await;
        assert_eq!(drive.changes(), both(), "{fault}: it is tried once");
        drive.must_say(&format!("tags of subject: 1 of 2 requests done and verified, 1 was {what}. "));
        let told = drive.told();
        assert!(!told.contains("No version has"), "{fault}: {told}");
        assert!(
            what == "rejected" || told.contains("your draft is kept, press T to open it."),
            "{fault}: {told}"
        );
        holds(&drive, &HALF);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 1), "{fault}: the rest is kept");
        drive.service.clear_faults();
        drive.go_on().await;
        assert_eq!(drive.changes()[2..], changes([deleted(&["cost-center"])]), "{fault}");
        drive.must_say("tags of subject: verified");
        holds(&drive, &AFTER);
        let mut next = drive.killed_and_opened_again().await;
        assert!(!next.told().contains("interrupted"), "{fault}: {}", next.said());
        assert_eq!(next.drafts(), 0, "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_rest_is_left_and_told_of_no_more() {
    let mut drive = second_meets("denied").await;
    drive.press("H a");
    drive.must_show("c to continue with the rest, x to skip it.");
    drive.press("x");
    drive.settle().await;
    drive.must_show("tags of subject: 1 of 2 requests done and verified, 1 rejected.");
    assert!(!drive.shows("to continue with the rest"), "{}", drive.screen());
    drive.press("esc");
    drive.must_say("tags of subject: 1 request skipped.");
    let mut next = drive.killed_and_opened_again().await;
    assert!(!next.told().contains("interrupted"), "{}", next.said());
    assert_eq!(next.changes(), both());
    holds(&next, &HALF);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_half_that_was_done_is_undone() {
    let mut drive = second_meets("denied").await;
    drive.service.clear_faults();
    // The draft holds no more than the history can go on with.
    drive.press("H a u");
    drive.settle().await;
    drive.must_show("Review · undo tags of subject");
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[2..], changes([added(&[("team", "vision")]), deleted(&["owner"])]));
    holds(&drive, &BEFORE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_half_that_was_done_is_not_undone_over_what_was_typed_since() {
    let mut drive = second_meets("denied").await;
    drive.service.clear_faults();
    drive.open_kind("T").await;
    drive.sets("entry:owner", "bo");
    drive.press("esc H a u");
    drive.settle().await;
    drive.must_say("tags of subject: there is a draft that undoing would replace");
    assert_eq!(drive.sent(), 2, "nothing is sent");
    drive.press("esc D x y esc H a u");
    drive.settle().await;
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[2..], changes([added(&[("team", "vision")]), deleted(&["owner"])]));
    holds(&drive, &BEFORE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_the_two_it_is_told_and_gone_on_with() {
    let all = Half::BOTH.into_iter().flat_map(|half| [(half, false), (half, true)]);
    for (half, undoes) in all {
        let is_added = |service: &Emulator| service.tags(IMAGE).contains_key("owner");
        let mut drive = typing().await;
        drive.settle().await;
        let mut drive = Box::pin(drive.killed_at(half, is_added)).await;
        assert_eq!(drive.changes(), both()[..1]);
        drive.must_be_cut_short(
            "A change to tags of subject was interrupted: 1 request of 2 was not sent. Press H a to see it.",
            "tags of subject: 1 of 2 requests done and verified, 1 not sent.",
        );
        assert_eq!(drive.verdicts(), [Some(Verdict::Verified)]);
        if undoes {
            drive.press("H a u");
            drive.settle().await;
            drive.send_and_settle().await;
            assert_eq!(drive.changes()[1..], changes([added(&[("team", "vision")]), deleted(&["owner"])]));
            holds(&drive, &BEFORE);
        } else {
            drive.go_on().await;
            assert_eq!(drive.changes()[1..], changes([deleted(&["cost-center"])]), "{}", drive.screen());
            holds(&drive, &AFTER);
        }
        let mut next = drive.killed_and_opened_again().await;
        if !undoes {
            assert!(!next.told().contains("interrupted"), "{}", next.said());
            assert_eq!(next.drafts(), 0);
        }
    }
}
