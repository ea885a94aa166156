//! Something happens in the middle of a change of five images. No image is changed twice, what is
//! not sent is told, and it can be gone on with, left, or undone.

use sagescope::domain::Mode;
use sagescope::emulator::{CatalogueImage, Edit};
use serde_json::{Value, json};

use super::{Drive, service};

/// All that there are, in order. The first is the one that is there anyway.
const FIVE: [&str; 5] = ["subject", "subject-2", "subject-3", "subject-4", "subject-5"];

/// What they say before; one has no description.
const BEFORE: [Option<&str>; 5] =
    [Some("An image for the vision team"), Some("The second"), Some("The third"), Some("The fourth"), None];

/// Their form is open, and says something else for all of them.
async fn typing() -> Drive {
    let service = service().await;
    for (name, description) in FIVE.into_iter().zip(BEFORE).skip(1) {
        let description = description.map(Into::into);
        service.add(CatalogueImage { description, ..CatalogueImage::named(name) });
    }
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.press("esc * e");
    drive.settle().await;
    drive.press("tab");
    drive.fill("Another");
    drive
}

/// Two go well, and the third write meets this.
async fn third_meets(fault: &str) -> Drive {
    let mut drive = typing().await;
    drive.service.inject("UpdateImage=slow:0x2".parse().unwrap());
    drive.service.inject(format!("UpdateImage={fault}x1").parse().unwrap());
    drive.send();
    drive.settle().await;
    drive
}

fn body(name: &str) -> Value {
    json!({"ImageName": name, "Description": "Another"})
}

fn bodies(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| body(name)).collect()
}

/// Goes on with the rest from the history.
async fn go_on(drive: &mut Drive) {
    drive.press("H a c");
    drive.settle().await;
    drive.send();
    drive.settle().await;
}

#[track_caller]
fn all_are_changed(drive: &Drive) {
    for name in FIVE {
        let image = drive.service.describe(name).unwrap();
        assert_eq!(image["Description"], "Another", "{name}: {}", drive.said());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_five_arrive_once_each_in_order() {
    for fault in ["slow:0", "lost-answer", "truncated"] {
        let drive = third_meets(fault).await;
        assert!(drive.said().contains("5 images: verified"), "{fault}: {}", drive.said());
        assert_eq!(drive.arrived(), bodies(&FIVE), "{fault}: what came through is not sent again");
        all_are_changed(&drive);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 0), "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_the_third_stops_the_rest_and_can_be_gone_on_with() {
    for (fault, why) in [
        ("denied", "subject-3: access denied."),
        ("throttle", "subject-3: throttled: too many requests."),
        ("in-use", "subject-3: in use, or being changed."),
        ("reset", "subject-3: not changed"),
        ("fault-500", "subject-3: not changed"),
    ] {
        let mut drive = third_meets(fault).await;
        assert_eq!(drive.arrived(), bodies(&FIVE[..3]), "{fault}: it is tried once, and no other");
        let words = drive.told();
        assert!(words.contains("2 of 5 images changed and verified, 3 were not sent"), "{fault}: {words}");
        assert!(words.contains(why), "{fault}: {words}");
        assert_eq!((drive.writes_out(), drive.drafts()), (0, 1), "{fault}: the words are kept");
        go_on(&mut drive).await;
        assert_eq!(drive.arrived()[3..], bodies(&FIVE[2..]), "{fault}: {}", drive.said());
        assert!(drive.said().contains("3 images: verified"), "{fault}: {}", drive.said());
        all_are_changed(&drive);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_the_third_stops_it_before_it_is_written_over() {
    let mut drive = typing().await;
    assert!(drive.service.edit_as_someone_else(FIVE[2], Edit::display_name("Theirs")));
    drive.send();
    drive.settle().await;
    assert_eq!(drive.arrived(), bodies(&FIVE[..2]));
    let said = drive.said();
    assert!(said.contains("2 of 5 images changed and verified, 3 were not sent"), "{said}");
    assert!(said.contains("subject-3: someone else changed it"), "{said}");
    go_on(&mut drive).await;
    assert_eq!(drive.arrived(), bodies(&FIVE));
    all_are_changed(&drive);
    assert_eq!(drive.service.describe(FIVE[2]).unwrap()["DisplayName"], "Theirs");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_the_second_it_is_told_and_gone_on_with() {
    let mut drive = typing().await;
    drive.send();
    drive.until(|drive| drive.service.describe(FIVE[1]).unwrap()["Description"] == "Another").await;
    let mut drive = drive.killed_and_opened_again().await;
    assert_eq!(drive.arrived(), bodies(&FIVE[..2]), "nothing goes out by itself");
    drive.must_be_cut_short(
        "A change to 5 images was interrupted: 3 were not sent. Press H a to see it.",
        "2 of 5 images changed and verified, 3 not sent.",
    );
    go_on(&mut drive).await;
    assert_eq!(drive.arrived(), bodies(&FIVE), "{}", drive.said());
    all_are_changed(&drive);
    let mut next = drive.killed_and_opened_again().await;
    assert!(!next.told().contains("interrupted"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_rest_is_left_and_told_of_no_more() {
    let mut drive = third_meets("denied").await;
    drive.press("H a x");
    drive.settle().await;
    assert!(drive.screen().contains("skipped"), "{}", drive.screen());
    drive.press("c");
    drive.settle().await;
    assert_eq!(drive.top(), "history", "there is nothing to go on with");
    let mut next = drive.killed_and_opened_again().await;
    assert!(!next.told().contains("interrupted"));
    assert_eq!(next.arrived(), bodies(&FIVE[..3]));
    for (name, before) in FIVE.into_iter().zip(BEFORE).skip(2) {
        assert_eq!(next.service.describe(name).unwrap()["Description"].as_str(), before, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undone_each_is_what_it_was() {
    let mut drive = third_meets("slow:0").await;
    drive.press("H a u");
    drive.settle().await;
    drive.send();
    drive.settle().await;
    assert!(drive.said().contains("5 images: verified"), "{}", drive.said());
    let undone = FIVE.into_iter().zip(BEFORE).map(|(name, before)| match before {
        Some(before) => json!({"ImageName": name, "Description": before}),
        None => json!({"ImageName": name, "DeleteProperties": ["Description"]}),
    });
    assert_eq!(drive.arrived()[5..], undone.collect::<Vec<_>>());
    for (name, before) in FIVE.into_iter().zip(BEFORE) {
        assert_eq!(drive.service.describe(name).unwrap()["Description"].as_str(), before, "{name}");
    }
}
