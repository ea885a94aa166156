//! `sagescope completions`.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::terminal::rig::start::Start;

fn script(shell: &str) -> String {
    let told = Start::with(&["completions", shell]).piped().output().unwrap();
    assert!(told.status.success(), "{told:?}");
    String::from_utf8(told.stdout).unwrap()
}

#[test]
fn each_shell_has_a_script_that_knows_all_flags_and_subcommands() {
    let command = sagescope::cli::args::command();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = script(shell);
        for sub in command.get_subcommands() {
            assert!(script.contains(sub.get_name()), "{shell}: {}", sub.get_name());
            for flag in sub.get_arguments().filter_map(|arg| arg.get_long()) {
                assert!(script.contains(flag), "{shell}: {} --{flag}", sub.get_name());
            }
        }
    }
}

#[test]
fn the_script_of_bash_is_as_it_was_looked_at() {
    insta::assert_snapshot!(script("bash"));
}

/// What a real bash offers where the words stand so far and Tab is pressed.
fn offered(home: &TempDir, words: &[&str]) -> Option<Vec<String>> {
    let file = home.path().join("completions");
    fs::write(&file, script("bash")).unwrap();
    let asks = r#"source "$1" && complete -p sagescope >&2 || exit 1; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        _sagescope sagescope "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    let asked = Command::new("bash")
        .args(["--norc", "-c", asks, "bash"])
        .arg(&file)
        .args(words)
        .stdin(Stdio::null())
        .output();
    let Ok(told) = asked else {
        println!("skipped: there is no bash on the PATH");
        return None;
    };
    let complaints = String::from_utf8(told.stderr).unwrap();
    assert!(told.status.success() && complaints.trim().ends_with("-F _sagescope sagescope"), "{complaints}");
    Some(String::from_utf8(told.stdout).unwrap().lines().map(ToOwned::to_owned).collect())
}

#[test]
fn bash_completes_flags_subcommands_and_values() {
    let home = TempDir::new().unwrap();
    for (words, wanted) in [
        (&["sagescope", "--pro"] as &[&str], &["--profile"] as &[&str]),
        (&["sagescope", "pi"], &["pick"]),
        (&["sagescope", "pick", "--mu"], &["--multi"]),
        (&["sagescope", "completions", "z"], &["zsh"]),
        (&["sagescope", "config", "ch"], &["check"]),
        (&["sagescope", "emulator", "--po"], &["--port"]),
        (&["sagescope", "--background", ""], &["auto", "light", "dark"]),
        (&["sagescope", "--colors", ""], &["auto", "none", "16", "256", "true"]),
        (&["sagescope", "--theme", "s"], &["sagescope"]),
        (&["sagescope", "pick", "--symbols", "u"], &["unicode"]),
        (&["sagescope", "--notify", "osc"], &["osc9", "osc777"]),
        (&["sagescope", "--links", "o"], &["on", "off"]),
    ] {
        let Some(offered) = offered(&home, words) else { return };
        assert_eq!(offered, wanted, "{words:?}");
    }
}

#[test]
fn an_unknown_shell_is_refused_with_those_there_are() {
    let told = Start::with(&["completions", "tcsh"]).piped().output().unwrap();
    let words = String::from_utf8(told.stderr).unwrap();
    assert_eq!(told.status.code(), Some(2));
    assert!(words.contains("bash, elvish, fish, powershell, zsh"), "{words}");
}
