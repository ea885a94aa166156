//! Programs in processes of their own: killed, under another umask, on a full disk.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use rustix::fs::Mode;
use sagescope::edit::Verdict;

use super::*;

/// Tells the test below what to do, and where.
const ACT: &str = "SAGESCOPE_TEST_DISK_ACT";
const HOME: &str = "SAGESCOPE_TEST_DISK_HOME";

/// What a child does; in a run of the tests, nothing.
#[test]
fn acts() {
    let (Ok(act), Some(home)) = (env::var(ACT), env::var_os(HOME)) else { return };
    let start = || Disk::open(folders_in(Path::new(&home))).unwrap();
    match act.as_str() {
        "keep and hang" => {
            let program = start();
            program.keep(&draft("subject", 1, "words")).unwrap();
            program.note(&step(&entry("subject", 1))).unwrap();
            eprintln!("kept");
            thread::sleep(Duration::from_mins(5));
        }
        "full disk" => {
            let program = start();
            let said = program.keep(&draft("subject", 2, &"x".repeat(20_000))).unwrap_err();
            eprintln!("draft: {said}");
            let said = (0..100).find_map(|_| program.note(&step(&entry("subject", 1))).err());
            eprintln!("journal: {}", said.unwrap());
        }
        umask => {
            rustix::process::umask(Mode::from_raw_mode(u32::from_str_radix(umask, 8).unwrap()));
            // As the program does it, before anything else.
            assert!(sagescope::disk::open_log(&folders_in(Path::new(&home))).unwrap().is_some());
            let program = start();
            program.keep(&draft("subject", 1, "words")).unwrap();
            program.note(&step(&entry("subject", 1))).unwrap();
            program.remember(&sagescope::domain::Recent::default()).unwrap();
        }
    }
}

/// The command that runs [`acts`], behind `before` in a shell.
fn child(home: &Home, act: &str, before: &str) -> Command {
    let mut child = Command::new("sh");
    child
        .arg("-c")
        .arg(format!("{before} exec \"$0\" --exact disk::child::acts --nocapture --test-threads 1"))
        .arg(env::current_exe().unwrap())
        .env(ACT, act)
        .env(HOME, home.0.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    child
}

fn output(mut child: Command) -> String {
    let output = child.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn a_program_that_was_killed_leaves_its_words() {
    let home = Home::new();
    let mut child = child(&home, "keep and hang", "").spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "kept"));
    let program = home.start();
    assert_eq!(found(&program), []);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(found(&program), [draft("subject", 1, "words")]);
    let entries = program.recall(&place()).entries;
    assert_eq!((entries.len(), entries[0].verdict.as_ref()), (1, None));
    assert_eq!(below(&home.state().join("sessions")).len(), 2);
    drop(program);
    let _next = home.start();
    assert_eq!(below(&home.state().join("sessions")).len(), 1);
}

#[test]
fn all_is_for_its_owner_alone_whatever_the_umask() {
    for umask in ["0", "22", "77", "177"] {
        let home = Home::new();
        output(child(&home, umask, ""));
        // With the folders above ours, which were not there.
        for path in below(home.0.path()).iter().map(|path| home.0.path().join(path)) {
            let right = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), right, "umask {umask}, {}", path.display());
        }
        only_file(&home.drafts());
    }
}

/// A limit on the size of files is a full disk that a test can make; the signal is ignored.
#[test]
fn on_a_full_disk_the_old_draft_and_journal_stay_whole() {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "old words")).unwrap();
    let said = output(child(&home, "full disk", "trap '' XFSZ 2>/dev/null || trap '' 25; ulimit -f 8;"));
    for what in ["draft: Couldn't keep the draft", "journal: Couldn't write to the journal"] {
        assert!(said.contains(what), "{said}");
    }
    let program = home.start();
    only_file(&home.drafts());
    let recalled = program.recall(&place());
    assert_eq!(recalled.drafts, [draft("subject", 1, "old words")]);
    let before = recalled.entries.len();
    assert!(before > 1);
    let after = Entry { verdict: Some(Verdict::Verified), ..entry("subject", 9) };
    program.note(&step(&after)).unwrap();
    let recalled = program.recall(&place());
    assert_eq!((recalled.entries.len(), &recalled.entries[0]), (before + 1, &after));
}
