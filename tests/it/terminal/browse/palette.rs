//! Commands by name, in a real terminal.

use std::fs;

use sagescope::domain::Text;

use crate::terminal::{NARROW, Service, Start, WIDE};

#[test]
fn a_command_is_found_run_and_remembered() {
    for size in [WIDE, NARROW] {
        let service = Service::of(5);
        let mut window = Start::on(&service).size(size).open();
        window.shows(&["1/5", ": commands"]);
        window.press(":");
        window.shows(&["Commands 1/", "open-detail"]);
        window.type_text("sort modi");
        window.shows(&["modified reversed"]);
        window.press("Enter");
        window.hides(&["Commands"]);
        window.shows(&["MODIFIED↓"]);
        window.press(":");
        window.type_text("undo");
        window.press("Enter");
        window.shows(&["hasn't changed", "Commands 1/1"]);
        window.press("Esc");
        window.hides(&["Commands"]);
        let home = fs::canonicalize(window.home.path()).unwrap();
        window.type_text(":q");
        window.press("Enter");
        window.ends_with(0);
        let kept = fs::read_to_string(home.join(".local/state/sagescope/palette.json")).unwrap();
        assert!(kept.contains("sort modified") && kept.contains("\"quit\""), "{kept}");
        assert!(!kept.contains("undo"), "it was not run: {kept}");
    }
}

#[test]
fn a_notice_names_the_config_file_that_was_given() {
    let start = Start::with(&[]);
    let file = start.home.path().join("mine.toml");
    fs::write(&file, "[profiles.no-such]\nread_only = true\n").unwrap();
    let file = file.to_str().unwrap().to_owned();
    let mut window = start.arg("--config").arg(&file).size((160, 40)).open();
    window.shows(&[&format!("{} marks profiles that don't exist: no-such", Text::clean(&file))]);
    window.press("q");
    window.ends_with(0);
}
