//! Bugs, made on purpose.

use crate::terminal::{Service, Start};

#[test]
fn a_panic_in_the_loop_gives_the_terminal_back_and_is_told() {
    let service = Service::of(3);
    let mut window = Start::on(&service).env("SAGESCOPE_PANIC_AT", "loop").open();
    window.shows(&["1/3"]);
    window.press("j");
    window.ends_with(101);
    window.shows_at_last(&["panicked at", "asked to panic at loop"]);
}

#[test]
fn a_panic_in_a_task_is_told_on_a_whole_screen() {
    let service = Service::of(3);
    let mut window = Start::on(&service).env("SAGESCOPE_PANIC_AT", "DescribeImage").open();
    window.shows(&["1/3", "a bug in sagescope", "a background task panicked"]);
    window.is_whole();
    window.press("?");
    window.shows(&["one image down"]);
    window.press("Esc");
    window.hides(&["one image down"]);
    window.press("q");
    window.ends_with(0);
    assert_eq!(window.contents(), "");
    let log = window.home.path().join(".local/state/sagescope/sagescope.log");
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("asked to panic at DescribeImage"), "{log}");
}
