//! What is undone.

use sagescope::domain::Mode;
use sagescope::edit::Verdict;
use sagescope::emulator::Edit;
use serde_json::json;

use crate::drive::{Drive, ROLE, UNASSUMABLE, service};

use super::verified;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_failed_can_be_undone() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.press("tab tab");
    drive.fill(UNASSUMABLE);
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert!(drive.said().contains("the update failed"), "{}", drive.said());
    assert!(matches!(drive.verdicts()[..], [Some(Verdict::Failed(Some(_)))]), "{:?}", drive.verdicts());
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "review");
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    assert_eq!(drive.arrived()[1], json!({"ImageName": "subject", "RoleArn": ROLE}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_undone_and_the_undoing_too() {
    let mut drive = verified().await;
    for (display_name, writes) in [("Subject", 2), ("Mine", 3)] {
        drive.press("u");
        drive.settle().await;
        drive.press("enter");
        drive.settle().await;
        assert!(drive.said().contains("verified"), "{}", drive.said());
        assert_eq!(drive.service.describe("subject").unwrap()["DisplayName"], display_name);
        assert_eq!(drive.arrived().len(), writes);
    }
    // The history is there in the next session, and any entry of it can be undone.
    let mut drive = drive.killed_and_opened_again().await;
    drive.press("H");
    assert_eq!(drive.verdicts().len(), 3);
    drive.press("u");
    drive.settle().await;
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.service.describe("subject").unwrap()["DisplayName"], "Subject");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_brings_back_what_was_absent() {
    let service = service().await;
    assert!(service.edit_as_someone_else(
        "subject",
        Edit { description: sagescope::emulator::Change::Clear, ..Edit::default() }
    ));
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.open_form().await;
    drive.press("tab");
    drive.fill("New words");
    drive.press("ctrl-s enter");
    drive.settle().await;
    drive.press("u");
    drive.settle().await;
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.arrived()[1], json!({"ImageName": "subject", "DeleteProperties": ["Description"]}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_what_someone_has_changed_since_is_a_conflict() {
    let mut drive = verified().await;
    assert!(drive.service.edit_as_someone_else("subject", Edit::display_name("Theirs")));
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "conflict");
    assert_eq!(drive.clash("display name"), (Some("Mine"), Some("Theirs"), "Subject"));
    assert_eq!(drive.arrived().len(), 1);
}
