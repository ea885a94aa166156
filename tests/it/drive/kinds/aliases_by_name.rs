//! Aliases where the service lets nobody list them: each is asked for by its name.

use sagescope::domain::Mode;
use serde_json::json;

use super::aliases::{BEFORE, holds, update};
use super::{Drive, IMAGE, changes, service};

/// The image's aliases where ListAliases is denied.
async fn by_names() -> Drive {
    let service = service().await;
    service.inject("ListAliases=denied".parse().unwrap());
    Drive::open_on(service, Mode::default()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_permission_to_list_them_they_are_named_and_asked_for() {
    let mut drive = by_names().await;
    drive.open_kind("A").await;
    drive.must_show("No permission for ListAliases");
    drive.adds("latest", "1");
    drive.press("ctrl-s");
    drive.settle().await;
    drive.must_show("latest version 3 → version 1");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([update(1, &["latest"], &[])]), "{}", drive.screen());
    drive.must_say("aliases of subject: verified");
    holds(&drive, &[("latest", 1), ("stable", 2)]);
    let asked =
        drive.service.arrivals().into_iter().rfind(|arrival| arrival.operation == "DescribeImageVersion");
    assert_eq!(asked.unwrap().body, json!({"ImageName": IMAGE, "Alias": "latest"}), "read back by its name");
    drive.press("u");
    drive.settle().await;
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[1..], changes([update(3, &["latest"], &[])]), "{}", drive.screen());
    holds(&drive, &BEFORE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_permission_to_list_them_a_new_one_is_added_and_undone() {
    let mut drive = by_names().await;
    drive.open_kind("A").await;
    drive.adds("next", "2");
    drive.press("ctrl-s");
    drive.settle().await;
    drive.must_show("next no version → version 2");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([update(2, &["next"], &[])]));
    drive.press("u");
    drive.settle().await;
    drive.send_and_settle().await;
    assert_eq!(drive.changes()[1..], changes([update(2, &[], &["next"])]), "{}", drive.screen());
    holds(&drive, &BEFORE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_permission_to_list_them_another_hand_is_seen_too() {
    let mut drive = by_names().await;
    drive.open_kind("A").await;
    drive.adds("latest", "1");
    drive.press("ctrl-s");
    drive.settle().await;
    assert!(drive.service.set_alias(IMAGE, "latest", 2));
    drive.send_and_settle().await;
    assert_eq!(drive.top(), "conflict", "{}", drive.screen());
    assert_eq!(drive.sent(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_was_named_stands_in_the_form_and_can_be_taken_away() {
    let mut drive = by_names().await;
    drive.open_kind("A").await;
    drive.go_to("added-name");
    drive.type_text("latest");
    assert!(!drive.shows("latest 3"), "not before it is asked for: {}", drive.screen());
    drive.press("tab");
    drive.settle().await;
    drive.must_show("latest 3");
    assert_eq!(drive.sent(), 0);
    drive.takes_away("latest");
    drive.press("ctrl-s");
    drive.must_show("latest version 3 → no version");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([update(3, &[], &["latest"])]), "{}", drive.screen());
    holds(&drive, &[("stable", 2)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_for_while_it_is_being_read_the_review_comes_by_itself() {
    let mut drive = by_names().await;
    drive.open_kind("A").await;
    drive.adds("latest", "1");
    drive.press("ctrl-s");
    assert_eq!(drive.top(), "form", "it is not loaded yet");
    drive.settle().await;
    assert_eq!(drive.top(), "review", "{}", drive.screen());
    drive.must_show("latest version 3 → version 1");
    assert_eq!(drive.sent(), 0, "it is only shown");
}
