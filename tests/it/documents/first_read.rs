//! What a newcomer reads first.

use std::collections::BTreeSet;

use sagescope::keys::Keymap;

use super::document;
use super::markdown::rows;

#[test]
fn the_readme_is_read_to_its_end() {
    let lines = document("README.md").text.lines().count();
    assert!((80..=170).contains(&lines), "{lines} lines; what is more belongs in docs");
}

#[test]
fn the_first_minute_presses_keys_that_there_are() {
    let readme = document("README.md");
    let (_, after) = readme.text.split_once("## A first minute\n").unwrap();
    let (minute, _) = after.split_once("\n## ").unwrap();
    let keymap = Keymap::builtin();
    let real: BTreeSet<_> = keymap.all().flat_map(|row| row.keys.iter().map(ToString::to_string)).collect();
    let pressed: Vec<_> = rows(minute).iter().flat_map(|row| row[0].codes.clone()).collect();
    assert!(pressed.len() > 8, "{pressed:?}");
    for key in pressed {
        assert!(real.contains(&key), "no key is called {key}");
    }
}

#[test]
fn it_says_that_there_is_no_telemetry_and_whom_the_program_speaks_to() {
    // `hosts` shows that it is so.
    let text = document("README.md").text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["No telemetry.", "no crash reports", "no check for updates", "SageMaker, and STS"] {
        assert!(text.contains(words), "{words}");
    }
}
