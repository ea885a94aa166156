//! Suspended, and back.

use rustix::process::Signal;

use super::kept::is_kept;
use super::service::IMAGE;
use super::{NARROW, Service, Start, Window};

fn running(service: &Service) -> Window {
    let window = Start::on(service).open();
    window.shows(&["1/3", "read just now"]);
    window
}

#[track_caller]
fn comes_back(mut window: Window) {
    window.is_stopped();
    window.wait_for("the normal screen", |screen| !screen.alternate_screen());
    window.is_as_before();
    window.signal(Signal::CONT);
    window.shows(&["1/3", "read just now"]);
    assert!(window.process.display.state().screen().alternate_screen());
    assert!(window.process.display.state().screen().hide_cursor());
    window.is_whole();
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn ctrl_z_suspends_and_fg_comes_back_with_a_whole_screen() {
    let service = Service::of(3);
    let mut window = running(&service);
    window.press("Ctrl-Z");
    comes_back(window);
}

#[test]
fn a_stop_from_outside_does_the_same() {
    let service = Service::of(3);
    let window = running(&service);
    window.signal(Signal::TSTP);
    comes_back(window);
}

#[test]
fn a_window_that_changed_meanwhile_is_filled() {
    let service = Service::of(3);
    let mut window = running(&service);
    window.press("Ctrl-Z");
    window.is_stopped();
    window.resize(NARROW);
    window.signal(Signal::CONT);
    window.shows(&["1/3"]);
    window.hides(&["Role ARN"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

/// SIGSTOP can't be caught: the terminal is not given back, and whoever has used it since has left
/// their traces.
#[test]
fn a_stop_that_could_not_be_seen_coming_is_painted_over() {
    let service = Service::of(3);
    let mut window = running(&service);
    window.signal(Signal::STOP);
    window.is_stopped();
    let before = window.contents();
    window.process.display.scribble("another program wrote this");
    window.shows(&["another program wrote this"]);
    window.signal(Signal::CONT);
    window.wait_for("the screen as it was", |screen| screen.contents() == before);
    window.press("q");
    window.ends_with(0);
}

/// A job that is stopped may be killed, as when its window is closed.
#[test]
fn what_was_typed_just_before_it_is_on_the_disk() {
    for by_key in [true, false] {
        let service = Service::of(3);
        let mut window = Start::on(&service).arg(IMAGE).open();
        window.shows(&["123456789012:role/"]);
        window.press("e");
        window.shows(&["unchanged     11/128"]);
        window.type_text(" kept");
        if by_key {
            window.press("Ctrl-Z");
        } else {
            window.shows(&["2.4 kept"]);
            window.signal(Signal::TSTP);
        }
        window.is_stopped();
        window.signal(Signal::KILL);
        window.ends();
        assert!(is_kept(window.home.path(), "PyTorch 2.4 kept"));
    }
}
