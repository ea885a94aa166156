//! A terminal that takes no output, and windows of sizes that none has.

use rustix::process::Signal;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE};

/// As a connection that hangs: what is written stays where it is.
#[test]
fn a_terminal_that_takes_nothing_holds_up_neither_signals_nor_words() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let service = Service::of(3);
        let mut window = Start::on(&service).arg(IMAGE).open();
        window.shows(&["123456789012:role/"]);
        window.press("e");
        window.shows(&["unchanged     11/128"]);
        window.process.display.stop_reading();
        for _ in 0..400 {
            window.press("Ctrl-L");
        }
        window.type_text(" kept");
        window.keeps_draft("PyTorch 2.4 kept");
        window.signal(signal);
        let status = window.process.ends_unread();
        assert_eq!((status.exit_code(), status.signal()), (code, None));
    }
}

#[test]
fn it_goes_on_when_the_terminal_takes_output_again() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.process.display.stop_reading();
    for _ in 0..400 {
        window.press("Ctrl-L");
    }
    window.press("j");
    window.process.display.read_on();
    window.shows(&["2/3"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_terminal_that_knows_no_size_is_taken_for_a_usual_one() {
    let service = Service::of(3);
    let window = Start::on(&service).size(NARROW).unsized_terminal().open();
    window.shows(&["1/3"]);
    window.wait_for("24 rows", |screen| screen.contents().lines().count() == 24);
    let told = Start::on(&service).size(WIDE).unsized_terminal();
    let told = told.env("COLUMNS", "120").env("LINES", "40").open();
    told.shows(&["1/3", "Role ARN"]);
    for mut window in [window, told] {
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn a_window_of_absurd_size_is_drawn_on_in_part() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    let frames = window.process.display.state().frames();
    window.resize_terminal_only((65_535, 65_535));
    drop(window.process.display.wait_until("another frame", |state| state.frames() > frames));
    window.resize(WIDE);
    window.shows(&["The window is 65535×65535; only 800×300 is used."]);
    window.press("x");
    window.hides(&["65535"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}
