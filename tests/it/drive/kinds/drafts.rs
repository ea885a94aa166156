//! Drafts of all kinds side by side, over a kill.

use serde_json::json;

use super::aliases::update;
use super::tags::{added, deleted};
use super::{IMAGE, changes, drive};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_is_listed_after_a_kill_and_can_be_sent() {
    let mut drive = drive().await;
    drive.open_kind("T").await;
    drive.takes_away("cost-center");
    drive.sets("entry:team", "speech");
    drive.press("esc");
    drive.open_kind("A").await;
    drive.sets("entry:latest", "2");
    drive.press("esc 2");
    drive.settle().await;
    drive.open_kind("e").await;
    drive.must_show("Edit version 3 of subject");
    drive.sets("release-notes", "Better");
    drive.press("esc");
    drive.settle().await;

    let mut drive = drive.killed_and_opened_again().await;
    drive.must_say("3 drafts are left from earlier sessions");
    drive.press("D");
    for subject in ["version 3 of subject", "aliases of subject", "tags of subject"] {
        drive.must_show(subject);
    }
    drive.press("esc");
    for left in [2, 1, 0] {
        drive.press("D enter");
        drive.settle().await;
        drive.send_and_settle().await;
        drive.must_say("verified");
        assert_eq!(drive.drafts(), left, "{}", drive.screen());
    }
    let notes = ("UpdateImageVersion", json!({"ImageName": IMAGE, "Version": 3, "ReleaseNotes": "Better"}));
    let wanted =
        [notes, update(2, &["latest"], &[]), added(&[("team", "speech")]), deleted(&["cost-center"])];
    let by_text = |mut all: Vec<(String, _)>| {
        all.sort_by_key(|it| format!("{it:?}"));
        all
    };
    assert_eq!(by_text(drive.changes()), by_text(changes(wanted)), "each of them once, and no other");
    // They are drafts no more, for the next program either.
    assert_eq!(drive.killed_and_opened_again().await.drafts(), 0);
}
