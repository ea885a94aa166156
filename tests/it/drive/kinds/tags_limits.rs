//! What tags can't be, told while it is typed; and what they can be.

use sagescope::domain::Mode;
use sagescope::emulator::Emulator;

use super::tags::{added, deleted};
use super::{Drive, IMAGE, changes, drive, marked, service};

/// The form of the tags of an image that has so many, and one of AWS that is not counted.
async fn having(count: usize) -> Drive {
    let service = service().await;
    fill(&service, count);
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.open_kind("T").await;
    drive
}

fn fill(service: &Emulator, count: usize) {
    for key in ["cost-center", "team"] {
        assert!(service.remove_tag(IMAGE, key));
    }
    for number in 0..count {
        assert!(service.set_tag(IMAGE, &format!("k{number:02}"), "v"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_fifty_first_is_told_and_not_sent() {
    let mut drive = having(50).await;
    drive.adds("one-more", "");
    drive.must_show("Key: the image would have 51 tags; the limit is 50");
    drive.press("ctrl-s");
    assert_eq!((drive.top(), drive.sent()), ("form", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_several_images_the_one_that_would_have_too_many_is_named() {
    let mut drive = marked(2).await;
    for number in 0..48 {
        assert!(drive.service.set_tag("subject-2", &format!("k{number:02}"), "v"));
    }
    drive.open_kind("T").await;
    drive.adds("one-more", "");
    drive.must_show("Key: subject-2 would have 51 tags; the limit is 50");
    drive.press("ctrl-s");
    assert_eq!((drive.top(), drive.sent()), ("form", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_it_would_be_too_many_for_a_moment_one_is_taken_away_first() {
    for (count, deletes_first) in [(50, true), (49, false)] {
        let mut drive = having(count).await;
        drive.takes_away("k00");
        drive.adds("one-more", "");
        drive.send_and_settle().await;
        let order = |add, delete| if deletes_first { [delete, add] } else { [add, delete] };
        let order_there = order(added(&[("one-more", "")]), deleted(&["k00"]));
        assert_eq!(drive.changes(), changes(order_there), "{count}");
        drive.must_say("tags of subject: verified");
        // The way back has the same trouble.
        drive.press("u");
        drive.settle().await;
        drive.send_and_settle().await;
        let order_back = order(added(&[("k00", "v")]), deleted(&["one-more"]));
        assert_eq!(drive.changes()[2..], changes(order_back), "{count}");
        drive.must_say("tags of subject: verified");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_tag_can_not_be_is_told_while_it_is_typed() {
    let (key, value) = ("k".repeat(129), "v".repeat(257));
    for (key, value, says) in [
        (key.as_str(), "", "too long: 129 characters, 1 over"),
        ("a", value.as_str(), "too long: 257 characters, 1 over"),
        ("a#b", "", "not '#'"),
        ("a", "b,c", "not ','"),
        ("aws:mine", "", "keys that begin with aws: belong to AWS"),
        ("AWS:mine", "", "keys that begin with aws: belong to AWS"),
        ("team", "", "team already exists: edit it above"),
        ("", "alone", "Key: required"),
    ] {
        let mut drive = drive().await;
        drive.open_kind("T").await;
        drive.adds(key, value);
        // The other half may still come: that it is missing is said where the review is asked for.
        assert_eq!(drive.shows(says), !key.is_empty(), "{says}\n{}", drive.screen());
        drive.press("ctrl-s");
        drive.must_show(says);
        assert_eq!((drive.top(), drive.sent()), ("form", 0), "{key:?} {value:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_that_differ_in_case_are_warned_of_and_sent() {
    let mut drive = drive().await;
    drive.open_kind("T").await;
    drive.adds("Team", "");
    drive.must_show("team also exists: the two tags differ only in case");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([added(&[("Team", "")])]));
    drive.must_say("tags of subject: verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_value_is_a_value() {
    let mut drive = drive().await;
    drive.open_kind("T").await;
    drive.sets("entry:cost-center", "");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([added(&[("cost-center", "")])]));
    drive.must_say("tags of subject: verified");
    assert_eq!(drive.service.tags(IMAGE)["cost-center"], "");
    drive.press("u");
    drive.settle().await;
    drive.send_and_settle().await;
    assert_eq!(drive.service.tags(IMAGE)["cost-center"], "4711");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_form_takes_the_service_takes_too() {
    let (long_key, long_value) = ("ü".repeat(128), "日".repeat(256));
    for (key, value) in [
        (long_key.as_str(), long_value.as_str()),
        ("a b", " blanks around "),
        ("_.:/=+-@", "_.:/=+-@"),
        ("-dash", "--flag"),
        ("http://x", "file:/y"),
        ("aws", "aws:value"),
        ("½", "٣"),
    ] {
        let mut drive = drive().await;
        drive.open_kind("T").await;
        drive.adds(key, value);
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), changes([added(&[(key, value)])]), "{key:?} {value:?}");
        drive.must_say("tags of subject: verified");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_that_are_hostile_are_shown_inert_and_left_alone() {
    let service = service().await;
    let hostile = "a\u{1b}]0;title\u{7}\u{202e}b\nc";
    assert!(service.set_tag(IMAGE, "odd", hostile));
    assert!(service.set_tag(IMAGE, "odd\u{202e}key", "x"));
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.open_kind("T").await;
    assert!(!drive.screen().contains(['\u{1b}', '\u{7}', '\u{202e}']), "{}", drive.screen());
    drive.sets("entry:cost-center", "1");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([added(&[("cost-center", "1")])]));
    drive.must_say("tags of subject: verified");
    assert_eq!(drive.service.tags(IMAGE)["odd"], hostile);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_of_aws_can_not_be_edited() {
    let mut drive = drive().await;
    drive.press("3");
    drive.settle().await;
    drive.open_kind("e").await;
    drive.must_show("aws:cloudformation:stack-name");
    // Round all fields, each is taken away: those of AWS have none.
    for _ in 0..4 {
        drive.press("ctrl-x tab");
    }
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), changes([deleted(&["cost-center", "team"])]), "those of AWS stay");
    assert_eq!(drive.service.tags(IMAGE)["aws:cloudformation:stack-name"], "images");
}
