//! The main job: look an image up, edit it, review, send, see the change verified.

use serde_json::{Value, json};

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE};

#[test]
fn an_image_is_edited_side_by_side() {
    edit_at(WIDE);
}

#[test]
fn an_image_is_edited_one_pane_at_a_time() {
    edit_at(NARROW);
}

fn edit_at(size: (u16, u16)) {
    let service = Service::of(230);
    let names = service.names();
    let mut window = Start::on(&service).size(size).open();

    // All pages arrive; from the first image to the last and back.
    window.shows(&["1/230", "123456789012", "us-east-1"]);
    window.press("G");
    window.shows(&["230/230", &names[229][..15]]);
    window.press("g");
    window.shows(&["1/230", &names[0][..15]]);

    // The one that is looked for.
    window.press("/");
    window.type_text("atlas");
    window.shows(&["1/1 of 230", "/atlas", IMAGE]);
    window.press("Enter Enter");
    window.shows(&["Esc back", "For the atlas team", "arn:aws:iam::123456789012:role/"]);

    // One field set, one cleared.
    window.press("e");
    window.shows(&["Edit atlas-pytorch-2.4-gpu", "unchanged     11/128", "unchanged     18/512"]);
    window.press("End Ctrl-U");
    window.type_text("PyTorch 2.5 – nightly");
    window.shows(&["was: PyTorch 2.4", "set     21/128"]);
    window.press("Tab End Ctrl-U");
    window.shows(&["was: For the atlas team", "unset      0/512", "2 changes"]);

    // What is shown is what is sent.
    window.press("Ctrl-S");
    window.shows(&["Review", "unset", "Request  UpdateImage", "}"]);
    let exact = json!({
        "ImageName": IMAGE,
        "DisplayName": "PyTorch 2.5 – nightly",
        "DeleteProperties": ["Description"],
    });
    assert_eq!(json_in_review(&window.contents()), exact);
    assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
    window.press("Enter");
    window.shows(&["atlas-pytorch-2.4-gpu: verified."]);
    window.hides(&["Review", "Edit atlas"]);
    window.shows(&["Display name  PyTorch 2.5 – nightly", "Description   not set"]);
    window.press("q");
    window.ends_with(0);

    assert_eq!(service.arrived("UpdateImage"), [exact]);
    // From both ends until they meet: three pages, and one that may have been asked for meanwhile.
    let listed = sizes_and_tokens(&service);
    let begun = listed.iter().filter(|(_, has_token)| !has_token).count();
    assert!(matches!(listed.len(), 3 | 4) && begun == 2, "{listed:?}");
    assert!(listed.iter().all(|(size, _)| *size == 100), "{listed:?}");
    // Read just before the write, and read back after it.
    let about = service.about_image();
    let write = about.iter().position(|operation| operation == "UpdateImage").unwrap();
    assert_eq!(about[write - 1], "DescribeImage", "{about:?}");
    assert!(about[..write].len() >= 2, "for the form and just before the write: {about:?}");
    assert!(about.len() > write + 1, "{about:?}");
    assert!(about[write + 1..].iter().all(|operation| operation == "DescribeImage"), "{about:?}");
}

fn sizes_and_tokens(service: &Service) -> Vec<(u64, bool)> {
    let pages = service.arrived("ListImages").into_iter();
    pages.map(|page| (page["MaxResults"].as_u64().unwrap(), page.get("NextToken").is_some())).collect()
}

/// The JSON in the frame of the review.
fn json_in_review(contents: &str) -> Value {
    let (before, _) = contents.lines().find_map(|row| row.split_once("╭─ Review")).unwrap();
    let left = before.chars().count() + 1;
    let inside = |row: &str| row.chars().skip(left).take_while(|cell| *cell != '│').collect::<String>();
    let rows = contents.lines().map(inside).skip_while(|row| row.trim() != "{");
    let json: String = rows.take_while(|row| !row.contains("Command") && !row.contains('─')).collect();
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}\n{contents}"))
}
