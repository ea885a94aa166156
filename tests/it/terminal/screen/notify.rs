//! Told when it matters: by the terminal, while that is out of focus.

use crate::terminal::{Start, Window};

const FOCUS_LOST: &[u8] = b"\x1b[O";

/// Sends a change, and looks elsewhere.
fn change_and_look_away(start: Start) -> Window {
    let mut window = start.open();
    window.shows(&["read just now"]);
    window.press("e");
    window.shows(&["unchanged"]);
    window.type_text("!");
    window.shows(&["set"]);
    window.press("Ctrl-S");
    window.shows(&["Enter send"]);
    window.press("Enter");
    window.shows(&["accepted"]);
    window.send(FOCUS_LOST);
    window.shows(&["verified. It is CREATED"]);
    window
}

#[test]
fn a_change_that_settles_out_of_focus_is_told_as_it_is_set() {
    for (set, told) in [
        ("osc9", "\x1b]9;sagescope: pricing-optimizer: updated and verified\x1b\\"),
        ("osc777", "\x1b]777;notify;sagescope;pricing-optimizer: updated and verified\x1b\\"),
        ("bell", "\x07"),
    ] {
        let start = Start::with(&["--demo", "--settle", "500", "pricing-optimizer", "--notify", set]);
        let mut window = change_and_look_away(start);
        window.wrote(told, 1);
        window.press("q");
        window.press("q");
        window.ends_with(0);
        let written = window.process.display.state().written.clone();
        assert_eq!(String::from_utf8_lossy(&written).matches('\x07').count(), usize::from(set == "bell"));
    }
}

#[test]
fn the_setting_comes_from_flag_variable_and_file_in_this_order_and_what_is_wrong_is_told() {
    let start =
        Start::with(&["--demo", "--settle", "500", "pricing-optimizer"]).env("SAGESCOPE_NOTIFY", "osc9");
    let start = start.env("TERM", "foot");
    change_and_look_away(start).wrote("\x1b]9;sagescope: ", 1);
    let start = Start::with(&["--demo", "--settle", "500", "pricing-optimizer"]).env("SAGESCOPE_NOTIFY", "");
    let start = start.env("TERM", "foot");
    change_and_look_away(start).wrote("\x1b]777;notify;sagescope;", 1);
    let window = Start::with(&["--notify", "loudly"]).open();
    window.shows_at_last(&["'loudly'", "auto, osc9, osc777, bell, off"]);
}

#[test]
fn nothing_is_told_to_a_terminal_in_focus() {
    let mut window =
        Start::with(&["--demo", "--settle", "1", "pricing-optimizer", "--notify", "bell"]).open();
    window.shows(&["read just now"]);
    window.press("e");
    window.shows(&["unchanged"]);
    window.type_text("!");
    window.shows(&["set"]);
    window.press("Ctrl-S");
    window.shows(&["Enter send"]);
    window.press("Enter");
    window.shows(&["verified. It is CREATED"]);
    window.press("q");
    window.ends_with(0);
    let written = window.process.display.state().written.clone();
    assert!(!written.contains(&b'\x07'));
}
