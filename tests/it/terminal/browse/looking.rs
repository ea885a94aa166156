//! Looking around.

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE};

#[test]
fn an_image_named_on_the_command_line_is_opened() {
    let service = Service::of(230);
    for size in [WIDE, NARROW] {
        let mut window = Start::on(&service).arg(IMAGE).size(size).open();
        window.shows(&[IMAGE, "arn:aws:iam::123456789012:role/", "Esc back"]);
        window.press("Esc");
        window.hides(&["Esc back"]);
        window.shows(&["/230", "/ filter"]);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn an_image_that_is_not_there_is_said_not_to_be() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg("no-such-image").open();
    window.shows(&["no-such-image", "ResourceNotFound"]);
    window.press("Esc");
    window.hides(&["Esc back"]);
    window.shows(&["1/3"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn keys_that_come_all_at_once_all_count_and_are_painted_in_a_few_frames() {
    let mut window = Start::with(&["--demo", "--images", "5000"]).open();
    window.shows(&["1/5000"]);
    let before = window.process.display.state().frames();
    // More than the program takes in one read.
    window.type_text(&"j".repeat(3000));
    window.shows(&["3001/5000"]);
    let frames = window.process.display.state().frames() - before;
    assert!(frames < 300, "{frames} frames");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_service_without_images_says_so() {
    let service = Service::of(1);
    assert!(service.emulator.remove(IMAGE));
    let mut window = Start::on(&service).open();
    window.shows(&["No images here"]);
    window.press("q");
    window.ends_with(0);
}
