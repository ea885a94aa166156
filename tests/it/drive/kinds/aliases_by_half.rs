//! Aliases that are moved by two requests, of which the second may fail.

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;

use super::aliases::{BEFORE, all, apart, holds, moving, refused, typing, update};
use super::hands::Half;
use super::{Drive, IMAGE, changes};

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
