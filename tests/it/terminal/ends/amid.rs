//! Every way to end amid whatever goes on, on a terminal that was told to do all that it can: nothing of it is
//! left on.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use rustix::process::Signal;

use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

/// What is known of it: its keys can be told apart; it has answered all.
const ANSWERS: &str = "\x1b[?0u\x1b[?62;22c";
/// What it is told then.
const TELL_KEYS_APART: &str = "\x1b[>1u";

/// What goes on when the end comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Amid {
    List,
    Form,
    Review,
    /// A write that is not answered.
    Write,
    Question,
    Tour,
    Pick,
    /// The person's editor has the terminal.
    Editor,
}

const ALL: [Amid; 8] =
    [Amid::List, Amid::Form, Amid::Review, Amid::Write, Amid::Question, Amid::Tour, Amid::Pick, Amid::Editor];

/// It uses all that there is.
fn with_all(start: Start) -> Start {
    start.arg("--mouse").arg("--links=on").env("COLORTERM", "truecolor")
}

/// The window, and the service that it needs as long as it is there.
fn amid(what: Amid) -> (Window, Service) {
    let service = Service::of(3);
    service.inject("UpdateImage=hang");
    let start = match what {
        Amid::Tour => Start::with(&["--demo", "--tour"]),
        Amid::Pick => Start::on(&service).arg("pick"),
        Amid::List => Start::on(&service),
        Amid::Form | Amid::Review | Amid::Write | Amid::Question => Start::on(&service).arg(IMAGE),
        Amid::Editor => with_editor(Start::on(&service).arg(IMAGE)),
    };
    let mut window = with_all(start).open();
    window.shows(match what {
        Amid::Tour => &["The images of an account"],
        Amid::Pick | Amid::List => &["1/3", "CREATED"],
        _ => &["123456789012:role/"],
    });
    window.type_text(ANSWERS);
    window.wrote(TELL_KEYS_APART, 1);
    match what {
        Amid::List | Amid::Tour | Amid::Pick => {}
        Amid::Form | Amid::Review | Amid::Write | Amid::Question | Amid::Editor => edit(&mut window, what),
    }
    if what == Amid::Write {
        service.waits_for("UpdateImage");
    }
    (window, service)
}

fn edit(window: &mut Window, what: Amid) {
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.hides(&["loading", "refreshing"]);
    window.type_text("!");
    window.shows(&["set     12/128"]);
    match what {
        Amid::Review | Amid::Write => {
            window.press("Ctrl-S");
            window.shows(&["Review", "}", "Enter send"]);
        }
        Amid::Question => {
            window.press("Ctrl-C");
            window.shows(&["Quit?"]);
        }
        Amid::Editor => {
            window.press("Ctrl-O");
            window.wait_for("the editor", |screen| screen.contents().trim() == "editing");
        }
        Amid::List | Amid::Form | Amid::Tour | Amid::Pick => {}
    }
    if what == Amid::Write {
        window.press("Enter");
        window.hides(&["Review"]);
    }
}

/// One that takes the terminal as vi does, and leaves it at a signal as vi does not.
fn with_editor(start: Start) -> Start {
    let file = start.home.path().join("editor");
    let script = "#!/bin/sh\nstty raw -echo\nprintf '\\033[?1049h\\033[?1h\\033=\\033[?2004h\\033[?25lediting'\nexec sleep 600\n";
    fs::write(&file, script).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    start.env("VISUAL", file).env("PATH", "/usr/bin:/bin")
}

#[test]
fn every_signal_leaves_the_terminal_as_it_was_whatever_goes_on() {
    for what in ALL {
        for (signal, code) in
            [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
        {
            // While an editor has the terminal, these two are for the editor.
            if what == Amid::Editor && matches!(signal, Signal::INT | Signal::QUIT) {
                continue;
            }
            eprintln!("{what:?} {signal:?}");
            let (window, service) = amid(what);
            window.signal(signal);
            window.ends_with(code);
            assert!(service.arrived("UpdateImage").len() <= 1);
        }
    }
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_whatever_goes_on() {
    for (start, words) in [
        (Start::with(&["--demo"]), "CREATED"),
        (Start::with(&["--demo", "--tour"]), "The images of an account"),
        (Start::with(&["--demo", "pick"]), "Enter pick"),
    ] {
        let mut window = with_all(start).env("SAGESCOPE_PANIC_AT", "loop").open();
        window.shows(&[words]);
        window.type_text(ANSWERS);
        window.wrote(TELL_KEYS_APART, 1);
        window.press("j");
        window.ends_with(101);
        window.shows_at_last(&["panicked at", "asked to panic at loop"]);
    }
}

#[test]
fn it_ends_with_its_window_whatever_goes_on() {
    for what in ALL {
        // An editor that does not hear of it is another program.
        if what == Amid::Editor {
            continue;
        }
        eprintln!("{what:?}");
        let (window, service) = amid(what);
        let (program, _home) = window.hang_up();
        let status = program.ends();
        assert_eq!((status.exit_code(), status.signal()), (129, None), "{what:?}");
        drop(service);
    }
}

/// A terminal that has taken half of a frame takes the rest of a sequence for a part of it.
#[test]
fn half_a_frame_is_broken_off() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let (mut window, _service) = amid(Amid::Form);
        window.process.display.stop_reading();
        for _ in 0..400 {
            window.press("Ctrl-L");
        }
        window.type_text(" kept");
        // Behind those keys: what is painted since waits for the terminal.
        window.keeps_draft("PyTorch 2.4! kept");
        window.signal(signal);
        window.process.display.read_on();
        window.ends_with(code);
    }
}

/// What a signal finds while the program is suspended is done when it goes on.
#[test]
fn a_signal_while_it_is_suspended_leaves_the_terminal_as_it_was() {
    // The shell waits for a picker, which can't be suspended.
    for what in [Amid::List, Amid::Form, Amid::Review, Amid::Question] {
        let (mut window, _service) = amid(what);
        window.press("Ctrl-Z");
        window.is_suspended();
        window.signal(Signal::TERM);
        window.signal(Signal::CONT);
        window.ends_with(143);
    }
}

#[test]
fn an_editor_is_stopped_with_it_and_goes_on_with_it() {
    let (mut window, _service) = amid(Amid::Editor);
    window.signal(Signal::TSTP);
    window.is_stopped();
    window.process.signal_job(Signal::CONT);
    // The editor has the terminal still: keys are not the program's.
    window.press("q");
    window.signal(Signal::TERM);
    window.ends_with(143);
}

/// Quitting waits for no answer of the service, and what was sent is not sent again.
#[test]
fn quitting_amid_a_write_sends_nothing_more() {
    let (mut window, service) = amid(Amid::Write);
    window.press("Ctrl-C");
    window.shows(&["Quit?"]);
    window.press("Ctrl-C");
    window.ends_with(0);
    let journal = window.home.path().join(".local/state/sagescope/journal.jsonl");
    waited_until("the note of it", || fs::read_to_string(&journal).is_ok_and(|lines| lines.contains(IMAGE)));
    assert_eq!(service.arrived("UpdateImage").len(), 1);
}
