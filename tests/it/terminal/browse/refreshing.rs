//! What is shown follows the service by itself.

use rustix::process::Signal;
use serde_json::Value;

use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

/// Reads by itself as often as can be set.
fn open(service: &Service) -> Window {
    let window = Start::on(service).arg("--refresh").arg("1s").open();
    window.shows(&["read just now"]);
    window
}

fn quits(mut window: Window) {
    window.press("q");
    window.ends_with(0);
}

#[test]
fn what_somebody_else_changes_shows_by_itself_and_is_marked() {
    let service = Service::of(3);
    let mut window = open(&service);
    let asked_for_changes = |body: &Value| {
        body["LastModifiedTimeAfter"].is_number()
            && body["SortBy"] == "LAST_MODIFIED_TIME"
            && body["SortOrder"] == "DESCENDING"
            && body["MaxResults"] == 100
    };
    waited_until("changes asked for", || service.arrived("ListImages").iter().any(asked_for_changes));
    window.hides(&["•"]);
    // Each time before the image on the screen is read, somebody edits it.
    service.inject("DescribeImage=foreign-edit");
    window.shows(&["Edited by someone else", "• changed just now", "1 changed just now"]);
    window.press("j");
    window.shows(&["2/3"]);
    quits(window);
}

#[test]
fn an_image_that_is_deleted_elsewhere_goes_and_its_neighbour_is_selected() {
    let service = Service::of(3);
    let mut window = open(&service);
    let at = service.names().iter().position(|name| name == IMAGE).unwrap();
    window.press(&vec!["j"; at].join(" "));
    window.shows(&[&format!("─ {IMAGE} ─"), "read just now"]);
    assert!(service.emulator.remove(IMAGE));
    window.hides(&[IMAGE]);
    window.shows(&["/2", "1 gone"]);
    quits(window);
}

#[test]
fn a_reading_that_fails_says_so_in_the_frame_and_comes_back_by_itself() {
    let service = Service::of(3);
    let window = open(&service);
    // The SDK tries each request a few times.
    service.inject("ListImages=throttlex3");
    window.shows(&["! couldn't refresh, read"]);
    window.hides(&["couldn't refresh"]);
    quits(window);
}

#[test]
fn the_terminal_is_asked_for_its_focus_and_not_any_more_when_it_is_given_back() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.wrote("\x1b[?1004h", 1);
    // No keys, whole or cut in two.
    window.send(b"\x1b[O\x1b[");
    window.send(b"Ij");
    window.shows(&["2/3"]);
    window.press("Ctrl-Z");
    window.is_stopped();
    window.wrote("\x1b[?1004l", 1);
    window.signal(Signal::CONT);
    window.wrote("\x1b[?1004h", 2);
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
    window.wrote("\x1b[?1004l", 2);
}

#[test]
fn the_settings_say_how_often_and_the_command_line_comes_first() {
    for (settings, variable, argument) in [
        ("refresh = \"1s\"\n", "", None),
        ("refresh = \"off\"\n", "1s", None),
        ("refresh = \"off\"\n", "off", Some("1s")),
    ] {
        let service = Service::of(3);
        let mut start = Start::on(&service).env("SAGESCOPE_REFRESH", variable);
        if let Some(argument) = argument {
            start = start.arg("--refresh").arg(argument);
        }
        let folder = start.home.path().join(".config/sagescope");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), settings).unwrap();
        let window = start.open();
        window.shows(&["read just now"]);
        waited_until("that it is read again", || service.arrived("ListImages").len() > 1);
        quits(window);
    }
}

#[test]
fn what_is_no_time_is_refused() {
    let start = Start::with(&[]).env("SAGESCOPE_REFRESH", "often");
    start.open().shows_at_last(&["'often'", "30s or 2m, or off", "environment variable SAGESCOPE_REFRESH"]);
    let window = Start::with(&["--refresh", "often"]).open();
    window.shows_at_last(&["'often'", "30s or 2m, or off"]);
    assert!(!window.contents().contains("variable"));
    let service = Service::of(3);
    let start = Start::on(&service);
    let folder = start.home.path().join(".config/sagescope");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "version = 1\nrefresh = \"often\"\n").unwrap();
    let window = start.open();
    window.shows(&["line 2, column 11", "from 1s to 24h", "defaults apply"]);
    window.hides(&["READ-ONLY"]);
    quits(window);
}
