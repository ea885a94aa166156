//! `-h` and `--help`, as they are read in a terminal of 80 columns and in one of 100.

use clap::Command;
use sagescope::cli::args;
use sagescope::cli::manual::with_sections;

use crate::terminal::rig::start::Start;

/// The program and its subcommands, each with the words that lead to it.
fn commands() -> Vec<(String, Command)> {
    let mut command = with_sections(args::command());
    command.build();
    let mut found = vec![("sagescope".to_owned(), command)];
    let mut at = 0;
    while let Some((words, command)) = found.get(at).cloned() {
        let own = command.get_subcommands().filter(|own| own.get_name() != "help");
        found.extend(own.map(|own| (format!("{words} {}", own.get_name()), own.clone())));
        at += 1;
    }
    found
}

fn help(command: &Command, width: usize, is_long: bool) -> String {
    let mut command = command.clone().term_width(width);
    let help = if is_long { command.render_long_help() } else { command.render_help() };
    let help = help.to_string();
    let lines: Vec<_> = help.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[test]
fn the_short_help_of_each_command_is_as_it_was_looked_at() {
    let all: Vec<_> = commands()
        .iter()
        .map(|(words, command)| format!("$ {words} -h\n{}", help(command, 80, false)))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn the_long_help_of_each_command_is_as_it_was_looked_at() {
    for width in [80, 100] {
        let all: Vec<_> = commands()
            .iter()
            .map(|(words, command)| format!("$ {words} --help\n{}", help(command, width, true)))
            .collect();
        insta::assert_snapshot!(format!("long_help@{width}"), all.join("\n"));
    }
}

/// A line of the short help is a flag, whatever its words; and nothing is wider than the terminal, or than is good to
/// read.
#[test]
fn no_line_is_too_wide_and_the_short_help_has_one_for_each_flag() {
    for (words, command) in commands() {
        for width in [80, 100] {
            for is_long in [false, true] {
                for line in help(&command, width, is_long).lines() {
                    assert!(line.chars().count() <= width, "{words}, {width}: {line}");
                }
            }
        }
        let short = help(&command, 80, false);
        for arg in command.get_arguments().filter(|arg| arg.get_long().is_some()) {
            let flag = format!("--{}", arg.get_long().unwrap());
            let line = short
                .lines()
                .find(|line| [' ', '['].iter().any(|end| line.contains(&format!("{flag}{end}"))));
            let line = line.unwrap_or_else(|| panic!("{words}: {flag} is missing"));
            let said = arg.get_help().unwrap().to_string();
            assert!(line.ends_with(said.lines().next().unwrap()) || flag == "--help", "{words}: {line}");
        }
    }
}

/// What a flag does is said in a few words that end without a full stop, and then in whole sentences.
#[test]
fn each_flag_is_explained_briefly_and_in_full() {
    for (words, command) in commands() {
        for arg in command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()))
        {
            let what = format!("{words} {arg}");
            let short = arg.get_help().unwrap_or_else(|| panic!("{what}: no help")).to_string();
            assert!(!short.ends_with('.') && short.len() <= 60, "{what}: {short}");
            if let Some(long) = arg.get_long_help().map(ToString::to_string) {
                assert!(!long.starts_with(&format!("{short}\n")), "{what} says it twice: {long}");
            }
            if let Some(variable) = arg.get_env() {
                let long = arg.get_long_help().unwrap().to_string();
                assert!(long.contains(&*variable.to_string_lossy()), "{what}: {long}");
            }
            let is_grouped =
                arg.get_help_heading().is_some() || arg.is_positional() || words.contains("emulator");
            assert!(is_grouped, "{what} is in no group");
        }
    }
}

/// What the program itself prints is what was looked at, however it is asked.
#[test]
fn help_is_printed_by_every_way_of_asking() {
    let said = |args: &[&str]| {
        let told = Start::with(args).env("COLUMNS", "80").piped().output().unwrap();
        assert!(told.status.success(), "{args:?}: {told:?}");
        String::from_utf8(told.stdout).unwrap()
    };
    assert_eq!(said(&["help", "pick"]), said(&["pick", "--help"]));
    assert_eq!(said(&["help"]), said(&["--help"]));
    assert!(said(&["pick", "--help"]).contains("you left without picking; nothing is printed"));
    assert!(said(&["--version"]).starts_with("sagescope "));
    for args in [&["--help"] as &[&str], &["pick", "--help"], &["emulator", "--help"]] {
        let told = Start::with(args).env("COLUMNS", "300").piped().output().unwrap();
        let help = String::from_utf8(told.stdout).unwrap();
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
    assert!(said(&["--help"]).contains("Exit codes:") && !said(&["-h"]).contains("Exit codes:"));
}

#[test]
fn a_slip_of_the_finger_is_answered_with_what_was_meant() {
    for (args, meant) in [(&["--profil", "x"] as &[&str], "'--profile'"), (&["pick", "--mutli"], "'--multi'")]
    {
        let told = Start::with(args).piped().output().unwrap();
        let words = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(2));
        assert!(words.contains(meant), "{words}");
    }
}
