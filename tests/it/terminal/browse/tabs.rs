//! The tabs of an image: what is seen, and what was asked for it.

use serde_json::{Value, json};

use crate::terminal::{NARROW, Service, Start, WIDE};

const NONE: [Value; 0] = [];

#[test]
fn versions_and_tags_are_read_as_their_tabs_are_opened() {
    for size in [WIDE, NARROW] {
        let service = Service::with_versions();
        let mut window = Start::on(&service).size(size).open();
        window.shows(&["1/2"]);
        for operation in ["ListImageVersions", "ListAliases", "ListTags"] {
            assert_eq!(service.arrived(operation), NONE, "{operation}");
        }
        window.press("2");
        window.shows(&["[Versions 3]", "latest, prod", "rollback", "base:4"]);
        let about = |more: &[(&str, Value)]| {
            let mut body = json!({"ImageName": "aaa"});
            for (member, value) in more {
                body[*member] = value.clone();
            }
            body
        };
        assert_eq!(service.arrived("DescribeImageVersion"), [about(&[("Version", json!(4))])]);
        assert_eq!(service.arrived("ListImageVersions").len(), 1);
        assert_eq!(service.arrived("ListTags"), NONE);
        window.press("3");
        window.shows(&["[Tags 2]", "team", "vision", "stage", "production"]);
        assert_eq!(service.arrived("ListTags").len(), 1);
        window.press("[");
        window.shows(&["[Versions 3]", "Tags 2", "base:4"]);
        window.press("q");
        window.ends_with(0);
        assert_eq!(service.arrived("ListImageVersions").len(), 1, "it was read just now");
    }
}

#[test]
fn two_versions_stand_side_by_side() {
    let service = Service::with_versions();
    let mut window = Start::on(&service).size(NARROW).open();
    window.shows(&["1/2"]);
    window.press("2");
    window.shows(&["base:4"]);
    window.type_text(" ");
    window.shows(&["✓ Version 4"]);
    window.type_text("jj");
    window.shows(&["4 ✓ and 1", "≠ Base image", "base:1", "base:4", "≠ Aliases", "rollback"]);
    window.press("Esc");
    window.hides(&["≠"]);
    window.shows(&["Version 1", "Esc back"]);
    let asked: Vec<_> =
        service.arrived("DescribeImageVersion").into_iter().map(|body| body["Version"].clone()).collect();
    assert_eq!(asked, [4, 1], "no other was read on the way");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn without_the_permission_for_aliases_the_versions_are_there_and_it_is_named() {
    let service = Service::with_versions();
    service.inject("ListAliases=denied");
    let mut window = Start::on(&service).size(NARROW).open();
    window.shows(&["1/2"]);
    window.press("2");
    window.shows(&["[Versions 3]", "base:4", "unknown: sagemaker:ListAliases is not allowed"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_answer_itself_is_shown_searched_and_copied() {
    for size in [WIDE, NARROW] {
        let service = Service::with_versions();
        let hostile = json!({"Later": "\u{1b}]0;title\u{7}\u{202e}end"});
        assert!(service.emulator.impose("aaa", 4, "Surprise", hostile));
        let mut window = Start::on(&service).size(size).open();
        window.shows(&["1/2"]);
        window.press("5");
        window.shows(&[
            "[Raw]",
            "DescribeImage  JSON",
            "\"ImageName\": \"aaa\"",
            "Times are shown as in the AWS CLI",
        ]);
        window.press("Enter");
        window.shows(&["Esc back", "v JSON/YAML"]);
        window.press("i");
        window.shows(&["DescribeImageVersion 4  JSON", "\"Surprise\": {", r"\u001b]0;title\u0007\u202eend"]);
        window.press("v");
        window.shows(&["DescribeImageVersion 4  YAML", "Surprise:", r"\u001b]0;title\u0007\u202eend"]);
        window.press("/");
        window.type_text("title");
        window.shows(&["match 1 of 1", "/title"]);
        window.press("Enter");
        window.hides(&["/title"]);
        window.press("y");
        window.shows(&["Copied the response for version 4 of aaa (YAML)"]);
        window.press("q");
        window.ends_with(0);
    }
}
