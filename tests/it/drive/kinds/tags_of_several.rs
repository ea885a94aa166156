//! The same tags of several marked images, as one plan.

use serde_json::{Value, json};

use super::{Drive, changes, marked};

const THREE: [&str; 3] = ["subject", "subject-2", "subject-3"];

fn arn(image: &str) -> String {
    format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}")
}

fn added(image: &str, tags: &[(&str, &str)]) -> (&'static str, Value) {
    let tags: Vec<_> = tags.iter().map(|(key, value)| json!({"Key": key, "Value": value})).collect();
    ("AddTags", json!({"ResourceArn": arn(image), "Tags": tags}))
}

fn deleted(image: &str, keys: &[&str]) -> (&'static str, Value) {
    ("DeleteTags", json!({"ResourceArn": arn(image), "TagKeys": keys}))
}

/// `owner=ana` is added to all three; the second has it already.
async fn adding() -> Drive {
    let mut drive = marked(3).await;
    assert!(drive.service.set_tag(THREE[1], "owner", "ana"));
    drive.open_kind("T").await;
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_is_added_where_it_is_missing() {
    let mut drive = marked(3).await;
    assert!(drive.service.set_tag(THREE[1], "stage", "beta"));
    drive.open_kind("T").await;
    drive.must_show("Edit tags of 3 images");
    drive.sets("entry:stage", "beta");
    drive.press("ctrl-s");
    drive.must_show("2 of 3 images will get new tags");
    drive.send_and_settle().await;
    let sent = [added(THREE[0], &[("stage", "beta")]), added(THREE[2], &[("stage", "beta")])];
    assert_eq!(drive.changes(), changes(sent));
    drive.must_say("verified");
    for image in THREE {
        assert_eq!(drive.service.tags(image)["stage"], "beta", "{image}");
    }
    assert_eq!((drive.writes_out(), drive.drafts()), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_one_is_added_to_all_and_undone_in_all() {
    let mut drive = marked(3).await;
    drive.open_kind("T").await;
    drive.takes_away("cost-center");
    drive.adds("owner", "ana");
    drive.send();
    drive.until(|drive| drive.said().contains("tags of 3 images: 1 of 6 requests verified")).await;
    drive.settle().await;
    let sent: Vec<_> = THREE
        .into_iter()
        .flat_map(|image| changes([added(image, &[("owner", "ana")]), deleted(image, &["cost-center"])]))
        .collect();
    assert_eq!(drive.changes(), sent);
    drive.must_say("Tags of 3 images: verified");
    drive.press("H a u");
    drive.settle().await;
    drive.send_and_settle().await;
    let undone: Vec<_> = THREE
        .into_iter()
        .flat_map(|image| changes([added(image, &[("cost-center", "4711")]), deleted(image, &["owner"])]))
        .collect();
    assert_eq!(drive.changes()[6..], undone, "{}", drive.screen());
    for image in THREE {
        let tags = drive.service.tags(image);
        assert!(!tags.contains_key("owner") && tags["cost-center"] == "4711", "{image}: {tags:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_is_taken_away_where_it_is_and_undone_to_what_each_held() {
    let mut drive = marked(3).await;
    assert!(drive.service.set_tag(THREE[1], "team", "audio"));
    assert!(drive.service.remove_tag(THREE[2], "team"));
    drive.open_kind("T").await;
    drive.takes_away("team");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([deleted(THREE[0], &["team"]), deleted(THREE[1], &["team"])]));
    drive.must_say("verified");
    drive.press("H a u");
    drive.settle().await;
    drive.send_and_settle().await;
    let undone = [added(THREE[0], &[("team", "vision")]), added(THREE[1], &[("team", "audio")])];
    assert_eq!(drive.changes()[2..], changes(undone));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_the_second_is_told_gone_on_with_and_survives_a_kill() {
    for is_killed in [false, true] {
        let mut drive = adding().await;
        drive.sets("entry:team", "audio");
        drive.fails("AddTags=slow:0x1");
        drive.fails("AddTags=deniedx1");
        drive.send_and_settle().await;
        let all: Vec<_> =
            THREE.into_iter().flat_map(|image| changes([added(image, &[("team", "audio")])])).collect();
        assert_eq!(drive.changes(), all[..2]);
        drive.must_say("the tags of 1 of 3 images changed and verified, 2 were not sent");
        assert_eq!(drive.drafts(), 1);
        if is_killed {
            drive = drive.killed_and_opened_again().await;
            drive.must_say("interrupted");
            assert_eq!(drive.sent(), 2);
        }
        drive.go_on().await;
        assert_eq!(drive.changes()[2..], all[1..], "{}", drive.screen());
        for image in THREE {
            assert_eq!(drive.service.tags(image)["team"], "audio", "{image}");
        }
        let mut next = drive.killed_and_opened_again().await;
        assert!(!next.told().contains("interrupted"), "{}", next.said());
        assert_eq!(next.drafts(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_the_second_stops_it_only_at_the_tag_that_is_touched() {
    for (key, is_conflict) in [("team", true), ("stage", false)] {
        let mut drive = adding().await;
        drive.sets("entry:team", "audio");
        drive.press("ctrl-s");
        assert!(drive.service.set_tag(THREE[1], key, "theirs"));
        drive.send_and_settle().await;
        let sent = if is_conflict { 1 } else { 3 };
        assert_eq!(drive.sent(), sent, "{key}: {}", drive.screen());
        if is_conflict {
            drive.must_say("the tags of 1 of 3 images changed and verified, 2 were not sent");
            drive.go_on().await;
            assert_eq!(drive.sent(), 3, "{}", drive.screen());
        }
        for image in THREE {
            assert_eq!(drive.service.tags(image)["team"], "audio", "{image}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_takes_two_requests_each_is_counted_by_images() {
    let mut drive = marked(3).await;
    drive.open_kind("T").await;
    drive.takes_away("cost-center");
    drive.sets("entry:team", "audio");
    drive.fails("DeleteTags=slow:0x1");
    drive.fails("DeleteTags=deniedx1");
    drive.send_and_settle().await;
    assert_eq!(drive.sent(), 4);
    drive.must_say("the tags of 1 of 3 images changed and verified, 2 were not sent");
    drive.press("H a");
    drive.must_show("The tags of 1 of 3 images changed and verified, 1 rejected, 1 not sent.");
    drive.press("esc");
    let mut drive = drive.killed_and_opened_again().await;
    drive.must_say("A change to the tags of 3 images was interrupted: 2 were not sent.");
    drive.go_on().await;
    let both = |image| changes([added(image, &[("team", "audio")]), deleted(image, &["cost-center"])]);
    let rest = [changes([deleted(THREE[1], &["cost-center"])]), both(THREE[2])].concat();
    assert_eq!(drive.changes()[4..], rest, "{}", drive.screen());
    drive.must_say("Tags of 2 images: verified");
}
