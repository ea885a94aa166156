//! What outlives the program: words that were typed, and writes that were out.

use rustix::process::Signal;
use serde_json::json;
use tempfile::TempDir;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

/// One program after the other, of a person whose state folder this is.
fn open(service: &Service, state: &TempDir) -> Window {
    let folder = state.path().to_str().unwrap();
    Start::on(service).arg(IMAGE).env("XDG_STATE_HOME", folder).open()
}

fn type_something(window: &mut Window) {
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text(" for all");
    window.shows(&["set     19/128"]);
}

fn is_kept(state: &TempDir) -> bool {
    crate::terminal::rig::kept::is_kept(state.path(), "PyTorch 2.4 for all")
}

#[test]
fn a_kill_in_the_form_costs_no_word() {
    let (service, state) = (Service::of(3), TempDir::new().unwrap());
    let mut window = open(&service, &state);
    type_something(&mut window);
    // The words are kept soon after the last key.
    window.wait_for("the words on the disk", |_| is_kept(&state));
    window.signal(Signal::KILL);
    window.ends();

    let mut window = open(&service, &state);
    window.shows(&["1 draft is left from earlier sessions"]);
    window.press("e");
    window.shows(&["PyTorch 2.4 for all", "was: PyTorch 2.4"]);
    // Nothing was typed this time: it is not asked about, and it stays.
    window.press("Ctrl-C");
    window.ends_with(0);
    assert!(is_kept(&state));
    assert!(service.arrived("UpdateImage").is_empty());
}

#[test]
fn a_hang_up_in_the_form_costs_no_word() {
    let (service, state) = (Service::of(3), TempDir::new().unwrap());
    let mut window = open(&service, &state);
    type_something(&mut window);
    let (program, _home) = window.hang_up();
    program.ends();
    assert!(is_kept(&state), "what was typed is kept before the program is gone");
    let window = open(&service, &state);
    window.shows(&["1 draft is left from earlier sessions"]);
}

#[test]
fn a_write_that_was_out_when_the_program_ended_is_looked_up() {
    for killed in [false, true] {
        let (service, state) = (Service::of(3), TempDir::new().unwrap());
        let mut window = open(&service, &state);
        type_something(&mut window);
        window.press("Ctrl-S");
        window.shows(&["Review", "}"]);
        // The write is done; its answer takes longer than the person's patience.
        service.inject("UpdateImage=slow:10000");
        window.press("Enter");
        window.shows(&["Sending"]);
        service.waits_for("UpdateImage");
        if killed {
            window.signal(Signal::KILL);
            window.ends();
        } else {
            window.press("Ctrl-C");
            window.shows(&["Quit?", IMAGE]);
            window.press("y");
            window.ends_with(0);
        }

        let mut window = open(&service, &state);
        window.shows(&["verified"]);
        window.press("H");
        window.shows(&["History", "verified"]);
        window.press("q");
        window.hides(&["History"]);
        window.press("q");
        window.ends_with(0);
        let exact = json!({"ImageName": IMAGE, "DisplayName": "PyTorch 2.4 for all"});
        assert_eq!(service.arrived("UpdateImage"), [exact], "once, and never again");
    }
}

#[test]
fn a_profile_that_is_read_only_in_the_settings_writes_nothing() {
    for settings in ["[profiles.default]\nread_only = true\n", "[profiles.default]\nread_onyl = true\n"] {
        let (service, config) = (Service::of(3), TempDir::new().unwrap());
        std::fs::create_dir(config.path().join("sagescope")).unwrap();
        std::fs::write(config.path().join("sagescope/config.toml"), settings).unwrap();
        let folder = config.path().to_str().unwrap();
        let mut window = Start::on(&service).arg(IMAGE).env("XDG_CONFIG_HOME", folder).open();
        window.shows(&["READ-ONLY", "123456789012:role/"]);
        if settings.contains("onyl") {
            window.shows(&["config.toml", "line 2", "read_onyl"]);
        }
        window.press("e");
        window.shows(&["Read-only"]);
        window.hides(&["Edit"]);
        assert!(service.arrived("UpdateImage").is_empty());
    }
}
