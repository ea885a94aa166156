//! More than anybody types: pastes of a mebibyte, keys without end, answers without an end.

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, Window};

/// As much as is taken of a paste.
const MEBIBYTE: usize = 1024 * 1024;

fn form(service: &Service) -> Window {
    let mut window = Start::on(service).arg(IMAGE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.hides(&["loading", "refreshing"]);
    window
}

fn quit(window: &Window, service: &Service) {
    window.signal(rustix::process::Signal::TERM);
    window.ends_with(143);
    assert_eq!(service.arrived("UpdateImage").len(), 0, "nobody agreed to that");
}

/// What would be keys, without Ctrl-C, which gets out of a paste that halts.
fn words(bytes: usize) -> String {
    "qe\x13\r\n~ \t".chars().cycle().take(bytes).collect()
}

#[test]
fn a_mebibyte_pasted_where_nothing_is_typed_presses_no_key() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.paste(&words(MEBIBYTE - 1));
    window.press("j");
    window.shows(&["2/3"]);
    window.hides(&["Edit"]);
    window.is_whole();
    quit(&window, &service);
}

#[test]
fn a_mebibyte_pasted_into_the_filter_is_one_line_of_it() {
    let service = Service::of(3);
    let mut window = Start::on(&service).size(NARROW).open();
    window.shows(&["1/3"]);
    window.press("/");
    window.shows(&["Enter keep"]);
    window.paste(&format!("atlas{}", " ".repeat(MEBIBYTE - 5)));
    window.shows(&["1/1 of 3"]);
    window.press("Ctrl-U");
    window.shows(&["1/3"]);
    window.press("Esc");
    window.hides(&["Enter keep"]);
    window.is_whole();
    quit(&window, &service);
}

#[test]
fn a_mebibyte_pasted_into_each_field_is_too_long_and_stays_a_draft() {
    let service = Service::of(3);
    let mut window = form(&service);
    for (field, limit) in [("Display name", "/128"), ("Description", "/512"), ("Role ARN", "")] {
        window.press("Ctrl-U");
        window.paste(&"word ".repeat(MEBIBYTE / 5));
        window.shows(&[field, "too long", limit]);
        window.press("Ctrl-U");
        window.hides(&["too long"]);
        window.press("Tab");
    }
    quit(&window, &service);
}

#[test]
fn a_mebibyte_pasted_into_the_review_sends_nothing() {
    let service = Service::of(3);
    let mut window = form(&service);
    window.type_text("!");
    window.press("Ctrl-S");
    window.shows(&["Review", "Enter send"]);
    window.paste(&words(MEBIBYTE - 1));
    window.press("Esc");
    window.shows(&["set     12/128"]);
    window.is_whole();
    quit(&window, &service);
}

/// A terminal that was not asked for marks, or does not have them: all of it are keys.
#[test]
fn keys_without_end_are_taken_in_order() {
    const MANY: usize = 10_000;
    const SOME: usize = 1_000;
    let service = Service::of(120);
    let mut window = Start::on(&service).open();
    window.shows(&["1/120", "read just now"]);
    let frames = window.process.display.state().frames();
    window.type_text(&"j".repeat(MANY));
    window.shows(&["120/120"]);
    window.type_text(&format!("{}j", "k".repeat(MANY)));
    window.shows(&["2/120"]);
    let painted = window.process.display.state().frames() - frames;
    assert!(painted < MANY / 10, "{painted} frames");
    window.is_whole();
    quit(&window, &service);

    let mut window = form(&service);
    window.type_text(&format!("{}{}!", "x".repeat(SOME), "\x7f".repeat(SOME)));
    window.shows(&["set     12/128"]);
    window.type_text(&"y".repeat(SOME));
    window.shows(&["too long: 1012 characters"]);
    quit(&window, &service);
}

#[test]
fn a_mebibyte_of_an_answer_without_an_end_is_neither_typed_nor_pressed() {
    let service = Service::of(3);
    for begin in ["\x1bP>|", "\x1b]11;", "\x1bP"] {
        let mut window = form(&service);
        window.type_text("one");
        window.shows(&["2.4one"]);
        window.type_text(&format!("{begin}{}\x1b\\two", "q".repeat(MEBIBYTE)));
        window.shows(&["2.4onetwo", "set     17/128"]);
        window.is_whole();
        quit(&window, &service);
    }
}

/// Whatever it is asked, and however late it answers, in whatever pieces.
#[test]
fn answers_between_what_is_typed_are_not_typed() {
    let answers = ["\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b[?0u", "\x1b[?997;1n", "\x1b[?62;22c"];
    let service = Service::of(3);
    let mut window = form(&service);
    let mut filter = Start::on(&service).open();
    filter.shows(&["1/3", "read just now"]);
    filter.press("/");
    filter.shows(&["Enter keep"]);
    for (answer, letter) in answers.iter().zip('a'..) {
        for cut in 3..answer.len() {
            for window in [&mut window, &mut filter] {
                window.type_text(&answer[..cut]);
                window.type_text(&answer[cut..]);
            }
        }
        window.type_text(&letter.to_string());
        filter.type_text(&letter.to_string());
    }
    window.shows(&["PyTorch 2.4abcd", "set     15/128"]);
    filter.shows(&["/abcd ", "No image matches"]);
    quit(&window, &service);
    quit(&filter, &service);
}
