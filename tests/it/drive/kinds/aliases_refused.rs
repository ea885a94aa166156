//! A move of an alias that the service refuses: whether because another version holds it, or for a reason
//! that two requests would not help.

use std::time::Duration;

use sagescope::emulator::ImageStatus;
use sagescope::flow::Stop;

use super::aliases::{BEFORE, apart, holds, moving, refused, update};
use super::{IMAGE, changes, drive};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_is_being_created_is_no_reason_for_two_requests() {
    let drive = drive().await;
    assert!(drive.service.set_version_status(IMAGE, 1, ImageStatus::Creating, None));
    let mut drive = moving(drive).await;
    drive.send_and_settle().await;
    let once = update(1, &["latest"], &[]);
    assert_eq!(drive.changes(), changes([once.clone()]));
    assert!(matches!(drive.refusal(), Some(Stop::Failure(_))), "{}", drive.screen());
    drive.must_show("Nothing was changed");
    drive.must_show("is in status CREATING");
    assert!(!drive.shows("won't take an alias"), "{}", drive.screen());
    assert!(!drive.shows("one at a time"), "{}", drive.screen());
    assert_eq!(drive.drafts(), 1, "every word is kept");
    // Neither does it count for later.
    assert!(drive.service.set_version_status(IMAGE, 1, ImageStatus::Created, None));
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([once.clone(), once]), "{}", drive.screen());
    holds(&drive, &[("latest", 1), ("stable", 2)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_enter_at_once_does_not_send_the_two_requests() {
    let mut drive = refused().await;
    // Long enough that the keys below come within it, on a slow machine too.
    drive.app.pace.second_key = Duration::from_mins(5);
    drive.send_and_settle().await;
    assert_eq!((drive.top(), drive.sent()), ("review", 1), "{}", drive.screen());
    holds(&drive, &BEFORE);
    drive.app.pace.second_key = Duration::ZERO;
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.changes()[1..], apart(), "the same key sends them later");
    holds(&drive, &[("latest", 1), ("stable", 2)]);
}
