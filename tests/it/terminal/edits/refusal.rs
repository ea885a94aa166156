//! Changes that are not made, and words that are not lost.

use sagescope::emulator::Edit;
use serde_json::Value;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

/// At the form of the image, which is read.
fn at_the_form(service: &Service) -> Window {
    let mut window = Start::on(service).arg(IMAGE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["Edit atlas-pytorch-2.4-gpu", "unchanged     11/128"]);
    window
}

/// From the form out of the program, past the question about the draft.
fn leave(window: &mut Window) {
    window.press("Esc");
    window.hides(&["Edit atlas"]);
    window.press("q");
    window.shows(&["Quit?"]);
    window.press("y");
    window.ends_with(0);
}

#[test]
fn what_the_service_refuses_is_told_and_every_word_kept() {
    let service = Service::of(3);
    service.inject("UpdateImage=denied");
    let mut window = at_the_form(&service);
    window.type_text(" with the new driver");
    window.press("Tab");
    window.type_text(", and for the vision team");
    window.press("Ctrl-S");
    window.shows(&["Review", "}"]);
    window.press("Enter");
    window.shows(&[
        "Nothing was changed",
        "AccessDeniedException",
        "may not",
        "sagemaker:UpdateImage",
        "equest ID",
    ]);
    window.press("Esc");
    window.hides(&["Review"]);
    window.shows(&["PyTorch 2.4 with the new driver", "For the atlas team, and for the vision team"]);
    leave(&mut window);
    assert_eq!(service.arrived("UpdateImage").len(), 1, "a refusal is final");
}

#[test]
fn an_edit_by_another_hand_stops_the_write() {
    let service = Service::of(3);
    let mut window = at_the_form(&service);
    window.type_text("!");
    window.press("Ctrl-S");
    window.shows(&["Review", "}"]);
    assert!(service.emulator.edit_as_someone_else(IMAGE, Edit::description("Taken over by nlp")));
    window.press("Enter");
    window.shows(&["Someone else changed this image", "Taken over by nlp", "Nothing was sent"]);
    window.press("Esc");
    window.hides(&["Review"]);
    window.shows(&["PyTorch 2.4!", "Taken over by nlp"]);
    leave(&mut window);
    assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
    let image = service.emulator.describe(IMAGE).unwrap();
    assert_eq!(
        (&image["DisplayName"], &image["Description"]),
        (&"PyTorch 2.4".into(), &"Taken over by nlp".into())
    );
}

#[test]
fn a_paste_with_line_breaks_is_one_line_and_sends_nothing() {
    let service = Service::of(3);
    let mut window = at_the_form(&service);
    window.press("Tab End Ctrl-U");
    window.shows(&["unset"]);
    window.paste("one\rtwo\nthree\r\nfour\x13\r");
    window.shows(&["one two three", "each line break", "Edit atlas"]);
    window.hides(&["Review"]);
    leave(&mut window);
    assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
}

#[test]
fn what_is_too_long_is_told_while_typing_and_not_reviewed() {
    let service = Service::of(3);
    let mut window = at_the_form(&service);
    window.type_text(&"x".repeat(128));
    window.shows(&["! 139/128"]);
    window.press("Ctrl-S");
    window.shows(&["can't be sent as it is"]);
    window.hides(&["Review"]);
    leave(&mut window);
    assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
}
