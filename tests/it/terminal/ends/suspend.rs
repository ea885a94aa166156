//! Suspended, and back.

use rustix::process::Signal;

use crate::terminal::rig::kept::is_kept;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE, Window};

fn running(service: &Service) -> Window {
    let window = Start::on(service).open();
    window.shows(&["1/3", "read just now"]);
    window
}

#[track_caller]
fn comes_back(mut window: Window) {
    window.is_suspended();
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

/// By the key, and from outside; the window may have another size when it comes back.
#[test]
fn a_form_and_its_review_are_there_again() {
    for size in [WIDE, NARROW, (30, 8)] {
        let service = Service::of(3);
        let mut window = Start::on(&service).arg(IMAGE).size(WIDE).open();
        window.shows(&["123456789012:role/"]);
        window.press("e");
        window.shows(&["unchanged     11/128"]);
        window.hides(&["loading", "refreshing"]);
        window.type_text("!");
        window.shows(&["set     12/128"]);
        window.press("Ctrl-Z");
        window.is_suspended();
        window.resize(size);
        window.signal(Signal::CONT);
        window.shows(&["Edit atlas"]);
        window.is_whole();
        window.resize(WIDE);
        window.type_text("?");
        window.shows(&["PyTorch 2.4!?", "set     13/128"]);
        window.press("Ctrl-S");
        window.shows(&["Review", "}", "Enter send"]);
        window.resize(NARROW);
        window.signal(Signal::TSTP);
        window.is_suspended();
        window.resize(size);
        window.signal(Signal::CONT);
        window.shows(&["Review"]);
        window.is_whole();
        window.resize(WIDE);
        window.shows(&["Review", "}", "Enter send"]);
        assert_eq!(service.arrived("UpdateImage").len(), 0);
        window.press("Enter");
        window.shows(&["verified"]);
        window.press("q");
        window.ends_with(0);
    }
}

/// A shell that waits for a command sets the terminal as it needs it, and does not always set it back: what is
/// pasted then must not come as keys.
#[test]
fn what_was_set_otherwise_while_nobody_could_see_it_is_set_again() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg("--mouse").env("COLORTERM", "truecolor").size(NARROW).open();
    window.shows(&["1/3", "CREATED"]);
    window.type_text("\x1b[?0u\x1b[?62;22c");
    window.wrote("\x1b[>1u", 1);
    window.signal(Signal::STOP);
    window.is_stopped();
    let shell = "\x1b[?1049l\x1b[?2004l\x1b[?25h\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[<u$ fg\r\n";
    window.process.display.scribble(shell);
    window.is_set_for_lines();
    window.signal(Signal::CONT);
    window.wait_for("the terminal as it was", |screen| {
        let has_mouse = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion;
        screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor() && has_mouse
    });
    window.shows(&["1/3", "CREATED"]);
    window.wrote("\x1b[=1;2u", 1);
    window.wrote("\x1b[?2031h", 2);
    window.press("j");
    window.shows(&["2/3"]);
    window.paste("q\r");
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_word_that_goes_on_without_a_stop_changes_nothing() {
    let service = Service::of(3);
    let mut window = running(&service);
    for _ in 0..5 {
        window.signal(Signal::CONT);
    }
    window.press("j");
    window.shows(&["2/3"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn it_can_be_suspended_again_and_again() {
    let service = Service::of(3);
    let mut window = running(&service);
    for round in 0..6 {
        if round % 2 == 0 {
            window.press("Ctrl-Z");
        } else {
            window.signal(Signal::TSTP);
        }
        window.is_suspended();
        window.resize(if round % 3 == 0 { NARROW } else { WIDE });
        window.signal(Signal::CONT);
        window
            .wait_for("its screen", |screen| screen.alternate_screen() && screen.contents().contains("1/3"));
        window.is_whole();
    }
    window.press("q");
    window.ends_with(0);
}
