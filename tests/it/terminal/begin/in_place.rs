//! What stands where a file is looked for at the start: nothing is waited for.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use crate::terminal::{Service, Start, Window};

fn fifo(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

/// Begins, and is to be used as ever.
fn works(start: Start, words: &[&str]) {
    let mut window: Window = start.open();
    window.shows(&["1/3"]);
    window.shows(words);
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn files_of_ours_are_not_waited_for() {
    let service = Service::of(3);
    for (name, words) in [
        (".local/state/sagescope/sagescope.log", &["sagescope.log", "not a regular file"][..]),
        (".local/state/sagescope/journal.jsonl", &["journal.jsonl", "not a regular file"]),
        (".local/state/sagescope/recent.json", &[]),
        (".local/state/sagescope/sessions/0123.lock", &[]),
        (".config/sagescope/config.toml", &["READ-ONLY", "config.toml", "not a regular file"]),
    ] {
        eprintln!("{name}");
        let start = Start::on(&service);
        fifo(&start.home.path().join(name));
        works(start, words);
    }
}

#[test]
fn endless_files_are_not_read() {
    let service = Service::of(3);
    for target in ["/dev/zero", "/dev/stdin", "/dev/tty"] {
        let start = Start::on(&service);
        let folder = start.home.path().join(".config/sagescope");
        fs::create_dir_all(&folder).unwrap();
        symlink(target, folder.join("config.toml")).unwrap();
        works(start, &["READ-ONLY", "config.toml", "not a regular file"]);
    }
}

#[test]
fn the_rules_of_the_time_zone_are_not_waited_for() {
    let service = Service::of(3);
    let start = Start::on(&service);
    let fifo_path = start.home.path().join("zoneinfo/fifo");
    fifo(&fifo_path);
    let fifo_path = fifo_path.to_str().unwrap().to_owned();
    let colon = format!(":{fifo_path}");
    let folder = start.home.path().join("zoneinfo").to_str().unwrap().to_owned();
    for (zone, folder) in [
        (fifo_path.as_str(), None),
        (colon.as_str(), None),
        ("/dev/zero", None),
        ("/dev/stdin", None),
        ("fifo", Some(folder.as_str())),
    ] {
        eprintln!("{zone}");
        let mut start = Start::on(&service).without(&["TZ"]).env("TZ", zone);
        if let Some(folder) = folder {
            start = start.env("TZDIR", folder);
        }
        works(start, &["Times are in UTC", "set by TZ"]);
    }
    works(Start::on(&service).without(&["TZ"]).env("TZ", "Europe/Paris"), &[]);
    works(Start::on(&service).without(&["TZ"]).env("TZ", "/dev/null"), &[]);
}

#[test]
fn all_that_is_made_is_the_persons_alone_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let service = Service::of(3);
    let mut window = Start::on(&service).under_shell(r#"umask 000; "$@"; exit $?"#).open();
    window.shows(&["1/3", "role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text("!");
    window.shows(&["set     12/128"]);
    window.press("Ctrl-C Ctrl-C");
    window.ends_with(0);
    let mut paths = vec![window.home.path().join(".local")];
    let mut seen = 0;
    while let Some(path) = paths.pop() {
        let found = fs::metadata(&path).unwrap();
        let right = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.permissions().mode() & 0o777, right, "{}", path.display());
        if found.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        seen += 1;
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn a_link_in_place_of_the_log_is_told_and_not_followed() {
    let service = Service::of(3);
    let start = Start::on(&service);
    let state = start.home.path().join(".local/state/sagescope");
    let theirs = start.home.path().join("theirs");
    fs::create_dir_all(&state).unwrap();
    fs::write(&theirs, "").unwrap();
    symlink(&theirs, state.join("sagescope.log")).unwrap();
    let mut window = start.env("SAGESCOPE_LOG", "trace").open();
    window.shows(&["1/3", "sagescope.log", "it is a link"]);
    window.press("q");
    window.ends_with(0);
    assert_eq!(fs::read_to_string(theirs).unwrap(), "");
}
