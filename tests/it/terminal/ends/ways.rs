//! Every way to end, and what it leaves behind.

use rustix::process::Signal;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

fn running(service: &Service) -> Window {
    let window = Start::on(service).open();
    window.shows(&["1/3", "read just now"]);
    assert!(window.process.display.state().screen().alternate_screen());
    window
}

#[test]
fn q_leaves_the_terminal_as_it_was() {
    let service = Service::of(3);
    let mut window = running(&service);
    window.press("q");
    window.ends_with(0);
    assert_eq!(window.contents(), "");
}

#[test]
fn ctrl_c_does_too_even_where_text_is_typed() {
    let service = Service::of(3);
    let mut window = running(&service);
    window.press("e");
    window.shows(&["Edit"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn signals_end_it_with_their_number() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let service = Service::of(3);
        let window = running(&service);
        window.signal(signal);
        window.ends_with(code);
    }
}

#[test]
fn a_signal_ends_it_even_with_a_draft() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg(IMAGE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text("!");
    window.shows(&["set     12/128"]);
    window.signal(Signal::TERM);
    window.ends_with(143);
}

#[test]
fn a_signal_in_the_first_moment_ends_it_too() {
    let service = Service::of(3);
    service.inject("*=hang");
    let window = Start::on(&service).open();
    window.shows(&["sagescope"]);
    service.waits_for("ListImages");
    window.signal(Signal::TERM);
    window.ends_with(143);
}

/// From the first byte that it writes, when much is to be done yet before it could hear of it.
#[test]
fn a_signal_at_the_first_byte_leaves_the_terminal_as_it_was() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        for args in [&["--demo"] as &[&str], &["--demo", "--images", "20000"]] {
            let window = Start::with(args).open();
            drop(window.process.display.wait_until("a byte", |state| state.bytes > 0));
            window.signal(signal);
            window.ends_with(code);
        }
    }
}

#[test]
fn it_ends_with_its_window() {
    let service = Service::of(3);
    let (program, _home) = running(&service).hang_up();
    let status = program.ends();
    assert_eq!((status.exit_code(), status.signal()), (129, None));
}

/// As under `nohup`, or where the shell that is told of the hang-up does not pass it on.
#[test]
fn it_ends_with_its_window_where_no_signal_tells_it() {
    let service = Service::of(3);
    let window = Start::on(&service).under_shell(r#"trap "" HUP; "$@"; exit $?"#).open();
    window.shows(&["1/3", "read just now"]);
    let (program, _home) = window.hang_up();
    let status = program.ends();
    assert_eq!((status.exit_code(), status.signal()), (129, None));
}

#[test]
fn input_from_elsewhere_leaves_the_keyboard_to_it() {
    let service = Service::of(3);
    let mut window = Start::on(&service).under_shell(r#""$@" </dev/null; exit $?"#).open();
    window.shows(&["1/3"]);
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn output_that_is_no_terminal_is_refused_in_a_sentence() {
    for args in [&[] as &[&str], &["--demo"]] {
        let told = Start::with(args).piped().output().unwrap();
        let words = String::from_utf8(told.stderr).unwrap();
        assert_eq!((told.status.code(), told.stdout.len()), (Some(2), 0), "{words}");
        assert!(words.starts_with("sagescope: standard output is not a terminal"), "{words}");
        assert_eq!(words.lines().count(), 1, "{words}");
    }
}

/// As Alt-[ sends it, or a paste that was cut off: the reader waits for more, the program must not.
#[test]
fn it_ends_while_only_the_start_of_a_key_has_come() {
    for start in ["\x1b[", "\x1b[200~never ending"] {
        let service = Service::of(3);
        let mut window = running(&service);
        window.type_text(start);
        window.resize((110, 30));
        window.wait_for("the new size", |screen| screen.contents().lines().count() == 30);
        window.signal(Signal::TERM);
        window.ends_with(143);
    }
}
