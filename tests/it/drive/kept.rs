//! What was typed for a version, for aliases and for tags survives a kill, and so does a change that was
//! sent by half.

use std::collections::BTreeMap;

use sagescope::domain::Mode;
use sagescope::edit::Verdict;
use sagescope::emulator::{CatalogueImage, CatalogueVersion};
use serde_json::{Value, json};

use super::{Drive, service};

/// The program on `tools`, which has two versions, two aliases and two tags.
async fn open() -> Drive {
    let service = service().await;
    let version = |number, aliases: &[&str]| CatalogueVersion {
        number,
        base_image: "ml/tools:1".into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        ..CatalogueVersion::default()
    };
    service.add(CatalogueImage {
        versions: vec![version(1, &["latest", "old"]), version(2, &[])],
        tags: BTreeMap::from(
            [("old", "x"), ("team", "vision")].map(|(key, value)| (key.into(), value.into())),
        ),
        ..CatalogueImage::named("tools")
    });
    let mut drive = Drive::open_on(service, Mode::default()).await;
    at_tools(&mut drive).await;
    drive
}

async fn at_tools(drive: &mut Drive) {
    drive.press("esc j");
    drive.settle().await;
    assert!(drive.screen().contains("tools"), "{}", drive.screen());
}

async fn press(drive: &mut Drive, keys: &str) {
    drive.press(keys);
    drive.settle().await;
}

/// Goes to the field of that key.
fn go_to(drive: &mut Drive, key: &str) {
    for _ in 0..20 {
        if drive.app.form().unwrap().focus.as_str() == key {
            return;
        }
        drive.press("tab");
    }
    panic!("no such field: {}", drive.screen());
}

/// Reads the review to its end and sends it.
fn send(drive: &mut Drive) {
    if drive.top() == "form" {
        drive.press("ctrl-s");
    }
    assert_eq!(drive.top(), "review", "{}", drive.screen());
    drive.press("pgdn pgdn pgdn pgdn enter");
}

/// What reached the service and changes something.
fn sent(drive: &Drive) -> Vec<(String, Value)> {
    let changes = ["UpdateImageVersion", "AddTags", "DeleteTags"];
    let arrivals = drive.service.arrivals().into_iter();
    let changing = arrivals.filter(|it| changes.iter().any(|name| it.operation == *name));
    changing.map(|it| (it.operation.clone(), it.body)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_listed_after_a_kill_and_can_be_sent() {
    let mut drive = open().await;
    press(&mut drive, "T").await;
    go_to(&mut drive, "entry:old");
    drive.press("ctrl-x");
    go_to(&mut drive, "entry:team");
    drive.fill("speech");
    press(&mut drive, "esc A").await;
    go_to(&mut drive, "entry:latest");
    drive.fill("2");
    press(&mut drive, "esc l 2").await;
    press(&mut drive, "e").await;
    assert!(drive.screen().contains("version 2 of tools"), "{}", drive.screen());
    go_to(&mut drive, "release-notes");
    drive.fill("Better");
    press(&mut drive, "esc").await;

    let mut drive = drive.killed_and_opened_again().await;
    assert!(drive.said().contains("3 drafts are here from before"), "{}", drive.said());
    press(&mut drive, "D").await;
    let screen = drive.screen();
    for subject in ["version 2 of tools", "aliases of tools", "tags of tools"] {
        assert!(screen.contains(subject), "{screen}");
    }
    let image = "arn:aws:sagemaker:us-east-1:123456789012:image/tools";
    let of = |body: Value| ("UpdateImageVersion".to_owned(), body);
    let mut all = Vec::new();
    while drive.top() == "drafts" || drive.app.place().drafts().count() > 0 {
        if drive.top() != "drafts" {
            press(&mut drive, "D").await;
        }
        press(&mut drive, "enter").await;
        send(&mut drive);
        drive.settle().await;
        assert!(drive.said().contains("verified"), "{}", drive.said());
        all = sent(&drive);
        assert!(all.len() <= 4, "{all:?}");
    }
    for wanted in [
        of(json!({"ImageName": "tools", "Version": 2, "ReleaseNotes": "Better"})),
        of(json!({"ImageName": "tools", "Version": 2, "AliasesToAdd": ["latest"]})),
        ("AddTags".into(), json!({"ResourceArn": image, "Tags": [{"Key": "team", "Value": "speech"}]})),
        ("DeleteTags".into(), json!({"ResourceArn": image, "TagKeys": ["old"]})),
    ] {
        assert!(all.contains(&wanted), "{wanted:?} of {all:?}");
    }
    // They are drafts no more, for the next program either.
    let drive = drive.killed_and_opened_again().await;
    assert_eq!(drive.app.place().drafts().count(), 0);
}

/// A change of two calls, killed when the first of them is verified.
async fn killed_between(mut drive: Drive) -> Drive {
    send(&mut drive);
    let is_verified = |drive: &Drive| {
        drive.app.place().history.of(None).any(|entry| entry.verdict == Some(Verdict::Verified))
    };
    drive.until(is_verified).await;
    assert_eq!(sent(&drive).len(), 1, "{:?}", sent(&drive));
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.said().contains("cut short"), "{}", drive.said());
    drive
}

async fn go_on(drive: &mut Drive) {
    press(drive, "H a c").await;
    send(drive);
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_that_were_added_and_not_taken_away_are_gone_on_with_after_a_kill() {
    let mut drive = open().await;
    press(&mut drive, "T").await;
    go_to(&mut drive, "entry:old");
    drive.press("ctrl-x");
    go_to(&mut drive, "entry:team");
    drive.fill("speech");
    let mut drive = killed_between(drive).await;
    go_on(&mut drive).await;
    let image = "arn:aws:sagemaker:us-east-1:123456789012:image/tools";
    let deleted = ("DeleteTags".to_owned(), json!({"ResourceArn": image, "TagKeys": ["old"]}));
    assert_eq!(sent(&drive)[1..], [deleted]);
    let drive = drive.killed_and_opened_again().await;
    assert!(!drive.said().contains("cut short"), "{}", drive.said());
}

/// For a moment nobody holds the name: after a kill it is given to the one that was to have it.
#[tokio::test(flavor = "multi_thread")]
async fn an_alias_that_nobody_holds_after_a_kill_goes_where_it_was_to_go() {
    let mut drive = open().await;
    drive.service.inject("UpdateImageVersion=refuse-movex9".parse().unwrap());
    press(&mut drive, "A").await;
    go_to(&mut drive, "entry:latest");
    drive.fill("2");
    send(&mut drive);
    drive.settle().await;
    // It was refused; the review shows both calls now.
    let refused = sent(&drive).len();
    assert_eq!(refused, 1, "{:?}", sent(&drive));
    press(&mut drive, "esc").await;
    send(&mut drive);
    let is_verified = |drive: &Drive| {
        drive.app.place().history.of(None).any(|entry| entry.verdict == Some(Verdict::Verified))
    };
    drive.until(is_verified).await;
    let mut drive = drive.killed_and_opened_again().await;
    assert!(drive.said().contains("cut short"), "{}", drive.said());
    go_on(&mut drive).await;
    let of = |body: Value| ("UpdateImageVersion".to_owned(), body);
    let both = [
        of(json!({"ImageName": "tools", "Version": 1, "AliasesToDelete": ["latest"]})),
        of(json!({"ImageName": "tools", "Version": 2, "AliasesToAdd": ["latest"]})),
    ];
    assert_eq!(sent(&drive)[1..], both);
}
