//! Files on disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::markdown::rows;
use super::{assert_same, document};
use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::service::Service;
use crate::terminal::rig::start::Start;

/// How the name of a file begins that is being written, and gets its own name then.
const UNFINISHED: &str = "unfinished-";

/// What a folder holds; folders with a slash.
fn held(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeSet::new() };
    let name = |entry: fs::DirEntry| {
        let slash = if entry.file_type().unwrap().is_dir() { "/" } else { "" };
        format!("{}{slash}", entry.file_name().to_str().unwrap())
    };
    let names = entries.map(|entry| name(entry.unwrap()));
    names.filter(|name| !name.starts_with('.') && !name.starts_with(UNFINISHED)).collect()
}

/// Written where a change is sent, as `tests/it/disk/journal.rs` shows.
const OF_CHANGES: &str = "journal.jsonl";

fn told() -> BTreeSet<String> {
    let page = document("docs/files.md");
    let top = |path: &String| path.split_once('/').map_or(path.clone(), |(folder, _)| format!("{folder}/"));
    rows(page.part("files")).iter().map(|row| top(&row[0].codes[0])).collect()
}

/// One session in which everything but a change is done that leaves something behind.
#[test]
fn the_table_has_each_file_that_the_program_writes() {
    let service = Service::describing("Name", "words");
    let start = Start::on(&service).env("VISUAL", r#"/bin/sh -c 'echo more > "$1"; exit 3' sh"#);
    let state = start.home.path().join(".local/state/sagescope");
    fs::create_dir_all(&state).unwrap();
    fs::write(state.join("sagescope.log"), vec![b'x'; 2 * 1024 * 1024]).unwrap();
    let mut window = start.open();
    window.shows(&["CREATED"]);
    window.press("s");
    window.press("<");
    window.press(":");
    window.type_text("sort created");
    window.press("Enter");
    window.shows(&["Enter open"]);
    window.press("e");
    window.shows(&["unchanged      4/128"]);
    window.type_text("another");
    window.press("Ctrl-O");
    window.shows(&["exit code 3"]);
    window.press("Esc");
    window.shows(&["Enter open"]);
    window.press("Ctrl-T");
    window.shows(&["gruvbox"]);
    window.press("j Enter");
    window.press("R");
    window.type_text("eu-west-1");
    window.press("Enter");
    window.shows(&["eu-west-1"]);
    let mut told = told();
    assert!(told.remove(OF_CHANGES), "{OF_CHANGES} is not in docs/files.md");
    waited_until("every file", || held(&state).len() >= told.len());
    assert_same("docs/files.md", &told, &held(&state));
}
