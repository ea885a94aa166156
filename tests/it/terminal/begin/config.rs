//! The config file and the commands about it, as a person meets them.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::terminal::{Start, WIDE};

fn run(home: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_sagescope"))
        .args(arguments)
        .env_clear()
        .env("HOME", home.path())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn own_keys_work_and_a_begun_sequence_says_what_may_follow() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("mine.toml");
    fs::write(&file, "[keys.list]\ng = \"none\"\n\"g e\" = \"last\"\n[keys.image]\nf5 = \"refresh\"\n\"ctrl-x q\" = \"quit\"\n")
        .unwrap();
    let file = file.to_str().unwrap();
    let mut window = Start::with(&["--demo", "--config", file]).size(WIDE).open();
    window.shows(&["DEMO", "CREATED", "F5 refresh"]);
    window.type_text("g");
    window.shows(&["g …  e last"]);
    window.press("Esc");
    window.shows(&["F5 refresh"]);
    window.press("Ctrl-X");
    window.shows(&["Ctrl-X …  q quit"]);
    window.type_text("q");
    window.ends_with(0);
}

#[test]
fn a_broken_key_is_told_and_the_default_keys_work() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("mine.toml");
    fs::write(&file, "[keys.list]\nz = \"donw\"\n").unwrap();
    let mut window = Start::with(&["--demo", "--config", file.to_str().unwrap()]).size(WIDE).open();
    window.shows(&["line 2, column 5", "did you mean “down”?", "defaults apply", "e edit"]);
    window.press("q");
    window.ends_with(0);
}

/// What it would keep from being written is in no demo.
#[test]
fn a_file_that_can_not_be_read_does_not_make_the_demo_read_only_and_does_not_say_so() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("mine.toml");
    fs::write(&file, "[keys.list\n").unwrap();
    let mut window = Start::with(&["--demo", "--config", file.to_str().unwrap()]).size(WIDE).open();
    window.shows(&["line 1", "defaults apply", "e edit"]);
    window.hides(&["read-only", "READ-ONLY"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_file_is_judged_with_every_finding_and_the_sample_is_sound() {
    let home = TempDir::new().unwrap();
    let (code, sample, _) = run(&home, &["config"]);
    assert!(code == 0 && sample.contains("# [keys.list]"), "{sample}");
    let file = home.path().join("config.toml");
    let path = file.to_str().unwrap();
    fs::write(&file, sample).unwrap();
    assert_eq!(
        run(&home, &["config", "check", path]),
        (0, format!("{path}: no problems found\n"), String::new())
    );
    fs::write(&file, "[profiles.p]\nread_onyl = true\n[keys.list]\nz = \"donw\"\n").unwrap();
    let (code, said, _) = run(&home, &["config", "check", path]);
    let lines: Vec<_> = said.lines().collect();
    assert!(code == 1 && lines.len() == 2, "{said}");
    assert!(lines[0].starts_with(&format!("{path}:2:1: ")) && lines[0].contains("read_only"), "{said}");
    assert!(lines[1].starts_with(&format!("{path}:4:5: ")) && lines[1].contains("down"), "{said}");
    let (code, said, _) = run(&home, &["config", "check"]);
    assert!(code == 0 && said.contains("there is no such file"), "{said}");
    let (code, _, said) = run(&home, &["config", "check", "/nowhere.toml"]);
    assert!(code == 2 && said.contains("there is no config file /nowhere.toml"), "{said}");
    let (code, schema, _) = run(&home, &["config", "schema"]);
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!((code, &schema["type"]), (0, &"object".into()));
}

#[test]
fn the_keys_in_force_are_printed() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("config.toml");
    fs::write(&file, "[keys.list]\n\"ctrl-n\" = \"down\"\n").unwrap();
    let (code, table, said) = run(&home, &["keys", "--config", file.to_str().unwrap()]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(table.contains("\"ctrl-n\" \"j\" \"down\""), "{table}");
    fs::write(&file, "[keys.list]\n\"ctrl-n\" = \"donw\"\n").unwrap();
    let (code, table, said) = run(&home, &["keys", "--config", file.to_str().unwrap()]);
    assert!(code == 0 && said.contains("line 2") && !table.contains("ctrl-n\" \"j"), "{said}");
}

#[test]
fn an_image_that_is_called_as_a_command_is_opened_behind_two_hyphens() {
    for name in ["config", "keys", "emulator"] {
        let mut window = Start::with(&["--demo", "--", name]).size(WIDE).open();
        window.shows(&["DEMO", name]);
        window.press("Ctrl-C");
        window.ends_with(0);
    }
}

#[test]
fn every_flag_names_its_variable_and_follows_it() {
    let home = TempDir::new().unwrap();
    for arguments in [&["--help"][..], &["emulator", "--help"]] {
        let (_, help, _) = run(&home, arguments);
        // The tour is asked for each time.
        let flags = help.lines().filter(|line| line.starts_with("      --") && !line.contains("--tour"));
        assert_eq!(flags.count(), help.matches(" Environment variable").count(), "{help}");
    }
    let mut window =
        Start::with(&[]).env("SAGESCOPE_DEMO", "1").env("SAGESCOPE_READ_ONLY", "1").size(WIDE).open();
    window.shows(&["DEMO", "READ-ONLY"]);
    window.press("q");
    window.ends_with(0);
}
