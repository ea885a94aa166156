//! `sagescope man`.

use std::io::Write as _;
use std::process::{Command, Stdio};

use sagescope::keys::Keymap;

use crate::terminal::rig::start::Start;

fn page() -> String {
    let told = Start::with(&["man"]).piped().output().unwrap();
    assert!(told.status.success(), "{told:?}");
    String::from_utf8(told.stdout).unwrap()
}

/// The keys are those of the key table, which has tests of its own.
#[test]
fn the_page_is_as_it_was_looked_at() {
    let page = page();
    let (before, rest) = page.split_once(".SH KEYS\n").unwrap();
    let (_, behind) = rest.split_once(".SH ").unwrap();
    let version = env!("CARGO_PKG_VERSION");
    insta::assert_snapshot!(format!("{before}.SH KEYS\n…\n.SH {behind}").replace(version, "VERSION"));
}

/// The page as a terminal shows it, and what the formatter complains of; nothing where there is none.
fn formatted(page: &str) -> Option<(String, String)> {
    let groff = Command::new("groff")
        .args(["-man", "-ww", "-Tutf8", "-Kutf8", "-P-c", "-rLL=100n"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut groff) = groff else {
        println!("skipped: there is no groff on the PATH");
        return None;
    };
    let mut input = groff.stdin.take().unwrap();
    let page = page.to_owned();
    let writer = std::thread::spawn(move || input.write_all(page.as_bytes()));
    let told = groff.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    // Bold and underlined letters are struck over.
    let mut shown = String::new();
    for c in String::from_utf8(told.stdout).unwrap().chars() {
        if c == '\u{8}' {
            shown.pop();
        } else {
            shown.push(c);
        }
    }
    Some((shown, String::from_utf8(told.stderr).unwrap()))
}

#[test]
fn it_is_formatted_without_a_warning_and_holds_all_flags_keys_and_sections() {
    let Some((shown, complaints)) = formatted(&page()) else { return };
    assert_eq!(complaints, "");
    for heading in
        ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "KEYS", "EXIT CODES", "ENVIRONMENT", "FILES", "EXAMPLES"]
    {
        assert!(shown.lines().any(|line| line == heading), "{heading}:\n{shown}");
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = words(&shown);
    let command = sagescope::cli::args::command();
    for sub in std::iter::once(&command).chain(command.get_subcommands()) {
        for flag in sub.get_arguments().filter_map(|arg| arg.get_long()) {
            assert!(all.contains(&format!("--{flag}")), "--{flag}");
        }
    }
    for row in Keymap::builtin().all() {
        assert!(all.contains(&words(&row.keys_words())), "{}", row.keys_words());
    }
    assert!(all.contains("aws sagemaker describe-image --image-name \"$(sagescope pick)\""), "{shown}");
}
