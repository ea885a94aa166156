//! A program that was told to change nothing.

use serde_json::Value;

use crate::terminal::{Service, Start};

#[test]
fn nothing_is_edited_read_only() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg("--read-only").open();
    window.shows(&["READ-ONLY", "1/3", "Role ARN"]);
    window.press("e");
    window.shows(&["--read-only"]);
    window.press("Ctrl-S Enter q");
    window.ends_with(0);
    assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
}
