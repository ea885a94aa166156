//! A version, aliases and tags are edited: the keys typed, and exactly what arrived.

use std::time::Duration;

use sagescope::emulator::CatalogueVersion;
use serde_json::{Value, json};

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE, Window};

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/atlas-pytorch-2.4-gpu";

/// [`IMAGE`] has two versions, an alias and two tags.
fn service() -> Service {
    let service = Service::of(3);
    for number in 1..=2 {
        let version = CatalogueVersion {
            vendor_guidance: Some("STABLE".into()),
            release_notes: Some("First notes".into()),
            modified_ago: Duration::from_hours(1),
            created_ago: Duration::from_hours(2),
            ..CatalogueVersion::numbered(number)
        };
        assert!(service.emulator.add_version(IMAGE, version));
    }
    assert!(service.emulator.set_alias(IMAGE, "latest", 2));
    assert!(service.emulator.set_tag(IMAGE, "cost-center", "4711"));
    assert!(service.emulator.set_tag(IMAGE, "team", "vision"));
    service
}

fn open(service: &Service, size: (u16, u16)) -> Window {
    let window = Start::on(service).arg(IMAGE).size(size).open();
    window.shows(&["123456789012:role/"]);
    window
}

/// Reviews, reads to the end, sends.
fn send(window: &mut Window) {
    window.press("Ctrl-S");
    window.shows(&["Review"]);
    super::several::read_to_its_end(window);
    window.press("Enter");
}

#[test]
fn a_version_is_edited() {
    for size in [WIDE, NARROW] {
        let service = service();
        let mut window = open(&service, size);
        window.press("2");
        window.shows(&["latest", "STABLE"]);
        window.press("e");
        window.shows(&["Edit version 2 of", "● STABLE"]);
        window.press("Right Tab Tab Tab Tab Tab Tab");
        window.press("Ctrl-U");
        window.type_text("Second notes");
        window.shows(&["Second notes", "2 changes"]);
        send(&mut window);
        window.shows(&[": verified"]);
        let exact = json!({
            "ImageName": IMAGE, "Version": 2, "VendorGuidance": "TO_BE_ARCHIVED", "ReleaseNotes": "Second notes",
        });
        assert_eq!(service.arrived("UpdateImageVersion"), [exact]);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn an_alias_is_moved_and_one_added() {
    for size in [WIDE, NARROW] {
        let service = service();
        let mut window = open(&service, size);
        window.press("A");
        window.shows(&["Edit aliases of", "latest"]);
        window.press("Ctrl-U");
        window.type_text("1");
        window.shows(&["moves from version 2"]);
        window.press("Tab");
        window.type_text("next");
        window.press("Tab");
        window.type_text("2");
        window.shows(&["2 changes"]);
        send(&mut window);
        window.shows(&[": verified"]);
        let exact = [
            json!({"ImageName": IMAGE, "Version": 1, "AliasesToAdd": ["latest"]}),
            json!({"ImageName": IMAGE, "Version": 2, "AliasesToAdd": ["next"]}),
        ];
        assert_eq!(service.arrived("UpdateImageVersion"), exact);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn tags_are_added_changed_and_taken_away() {
    for size in [WIDE, NARROW] {
        let service = service();
        let mut window = open(&service, size);
        window.press("T");
        window.shows(&["Edit tags of", "cost-center", "team"]);
        window.press("Ctrl-X Tab Ctrl-U");
        window.type_text("audio");
        window.shows(&["was: vision"]);
        window.press("Tab");
        window.type_text("owner");
        window.press("Tab");
        window.type_text("ana");
        window.shows(&["3 changes"]);
        assert_eq!(service.arrived("AddTags"), [] as [Value; 0]);
        send(&mut window);
        window.shows(&[": verified"]);
        let added = json!([{"Key": "owner", "Value": "ana"}, {"Key": "team", "Value": "audio"}]);
        assert_eq!(service.arrived("AddTags"), [json!({"ResourceArn": ARN, "Tags": added})]);
        assert_eq!(service.arrived("DeleteTags"), [json!({"ResourceArn": ARN, "TagKeys": ["cost-center"]})]);
        window.press("q");
        window.ends_with(0);
    }
}
