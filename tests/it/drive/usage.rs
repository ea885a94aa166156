//! Looking up where images are used, with the embedded service behind it: each permission missing, stopped
//! half-way, throttled, and with what vanishes meanwhile.

use std::time::Duration;

use sagescope::domain::HolderKind;
use sagescope::domain::Mode;
use sagescope::emulator::{Catalogue, Emulator, InStudio, Options};

use super::Drive;

const IMAGE: &str = "pytorch-2.4-gpu";

/// What reads where images are used.
const OPERATIONS: [&str; 8] = [
    "ListDomains",
    "ListUserProfiles",
    "ListSpaces",
    "ListApps",
    "DescribeDomain",
    "DescribeUserProfile",
    "DescribeSpace",
    "DescribeApp",
];

/// The built-in catalogue, with the cursor on an image that is used all over.
async fn opened(options: Options) -> Drive {
    opened_on(Options { catalogue: Catalogue::built_in(), ..options }).await
}

/// The same on a catalogue with other domains.
async fn opened_on(options: Options) -> Drive {
    let service = Emulator::start(options).await.unwrap();
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.press("esc /");
    drive.type_text(IMAGE);
    drive.press("enter");
    drive.settle().await;
    drive
}

fn used_by(drive: &Drive) -> usize {
    let image = drive.app.current_name().unwrap();
    drive.app.place().usage.items(&image).len()
}

fn arrived(drive: &Drive) -> usize {
    let arrivals = drive.service.arrivals().into_iter();
    arrivals.filter(|arrival| OPERATIONS.contains(&arrival.operation.as_str())).count()
}

#[tokio::test]
async fn who_uses_an_image_is_found_and_dead_pins_are_marked() {
    let mut drive = opened(Options::default()).await;
    assert_eq!(arrived(&drive), 0, "nobody asked for it");
    drive.press("4");
    drive.settle().await;
    let screen = drive.screen();
    for words in ["vision-and-language", "Defaults for users", "User profiles", "read just now"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(drive.app.place().usage.is_whole() && used_by(&drive) > 4, "{screen}");
    let before = arrived(&drive);
    for (image, words) in [
        ("jax-0.4-gpu", "jax-reading-group"),
        ("fraud-scoring-canary", "✖"),
        ("base", "Not used in this account and region."),
    ] {
        drive.press("esc /");
        drive.press("ctrl-u");
        drive.type_text(image);
        drive.press("enter");
        drive.settle().await;
        while drive.app.current_name().is_some_and(|name| name.as_str() != image) {
            drive.press("j");
            drive.settle().await;
        }
        assert!(drive.screen().contains(words), "{image}: {words}\n{}", drive.screen());
    }
    assert_eq!(arrived(&drive), before, "one scan serves all images");
}

#[tokio::test]
async fn each_missing_permission_dims_its_part_and_nothing_else() {
    let mut whole = opened(Options::default()).await;
    whole.press("4");
    whole.settle().await;
    let all = used_by(&whole);
    for operation in OPERATIONS {
        let mut drive = opened(Options::default()).await;
        drive.service.inject(format!("{operation}=denied").parse().unwrap());
        drive.press("enter 4");
        drive.settle().await;
        drive.press("G");
        let screen = drive.screen();
        assert!(screen.contains(&format!("({operation})")), "{operation}\n{screen}");
        let scan = drive.app.place().usage.shown().unwrap();
        assert_eq!(scan.is_whole(), operation == "DescribeApp", "{operation}");
        assert_eq!(scan.troubles().count(), 1, "{operation}");
        // One row of them is what could not be read.
        let users = used_by(&drive) - 1;
        assert!(users > 0 && users <= all, "{operation}: {users} of {all}");
        let told = drive.app.errors.records().iter();
        let told: Vec<_> =
            told.filter(|told| told.doing.starts_with(operation)).map(|told| told.times).collect();
        assert_eq!(told, [1], "{operation}: told once");
    }
}

#[tokio::test]
async fn stopped_half_way_it_says_how_far_it_came_and_asks_no_more() {
    let mut drive = opened(Options { latency: Duration::from_millis(10), ..Options::default() }).await;
    drive.press("4");
    drive.until(|drive| drive.app.place().usage.running().is_some_and(|scan| scan.progress().done > 0)).await;
    drive.press("esc");
    let progress = drive.app.place().usage.shown().unwrap().progress();
    drive.settle().await;
    let asked = arrived(&drive);
    assert!(drive.screen().contains(&format!("Stopped after {} of", progress.done)), "{}", drive.screen());
    assert!(!drive.app.place().usage.is_whole());
    drive.press("r");
    drive.settle().await;
    assert!(drive.app.place().usage.is_whole() && arrived(&drive) > asked);
}

#[tokio::test]
async fn a_service_that_throttles_is_asked_less_and_answers_in_the_end() {
    let mut drive = opened(Options::default()).await;
    drive.service.inject("DescribeUserProfile=throttlex4".parse().unwrap());
    drive.press("4");
    drive.settle().await;
    assert!(drive.app.place().usage.is_whole(), "{}", drive.screen());
}

#[tokio::test]
async fn a_profile_that_vanishes_while_it_is_looked_up_is_passed_over_and_counted() {
    let mut drive = opened(Options { latency: Duration::from_millis(20), ..Options::default() }).await;
    drive.press("4");
    let listed = |drive: &Drive| {
        drive.app.place().usage.running().is_some_and(|scan| scan.tally(HolderKind::UserProfile).listed > 0)
    };
    drive.until(listed).await;
    let gone = drive.service.remove_from_studio(InStudio::UserProfile("d-8xk2m1q0zzst", "wei-zhang"));
    assert!(gone);
    drive.settle().await;
    let scan = drive.app.place().usage.shown().unwrap();
    assert_eq!((scan.tally(HolderKind::UserProfile).vanished, scan.is_whole()), (1, true));
    drive.press("enter G");
    assert!(drive.screen().contains("1 was gone"), "{}", drive.screen());
}

#[tokio::test]
async fn a_list_that_goes_round_in_a_circle_ends_and_is_told() {
    let catalogue = Catalogue::built_in().with_made_domains(11);
    let mut drive = opened_on(Options { catalogue, ..Options::default() }).await;
    drive.service.inject("ListSpaces=repeat-token".parse().unwrap());
    drive.press("enter 4");
    drive.settle().await;
    drive.press("G");
    assert!(drive.screen().contains("(ListSpaces)"), "{}", drive.screen());
    assert!(!drive.app.place().usage.is_whole());
}
