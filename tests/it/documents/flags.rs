//! Flags and commands.

use std::collections::BTreeSet;

use clap::{Arg, Command, CommandFactory};
use sagescope::cli::args::Arguments;

use super::markdown::{blocks, rows, spans};
use super::{assert_same, document, documents};

/// Where all of them are told.
const PAGE: &str = "docs/configuration.md";

/// Flags of other programs that are spoken of.
const OF_OTHERS: [(&str, &str); 5] = [
    ("--cli-input-json", "aws"),
    ("--query", "aws"),
    ("--remote", "aws login"),
    ("--use-device-code", "aws sso login"),
    ("--ignored", "cargo test"),
];

fn program() -> Command {
    let mut command = Arguments::command();
    command.build();
    command
}

/// The command and those below it, but for the help that each of them has.
fn with_all_below(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().filter(|it| it.get_name() != "help");
    std::iter::once(command).chain(below.flat_map(with_all_below)).collect()
}

/// A flag with its variables, as `--region AWS_REGION AWS_DEFAULT_REGION`; nothing of what has no long name.
fn flag(arg: &Arg) -> Option<String> {
    let mut words = vec![format!("--{}", arg.get_long()?)];
    words.extend(arg.get_env().map(|name| name.to_str().unwrap().to_owned()));
    // Those of the AWS configuration are read with the rest of it, and only the help has them.
    let help = arg.get_long_help().map(ToString::to_string).unwrap_or_default();
    if let Some((_, after)) = help.split_once("Environment variables: ") {
        words.extend(after.trim_end().split(", ").map(String::from));
    }
    Some(words.join(" "))
}

fn flags() -> BTreeSet<String> {
    let program = program();
    with_all_below(&program).iter().flat_map(|command| command.get_arguments().filter_map(flag)).collect()
}

fn names_of_flags() -> BTreeSet<String> {
    flags().iter().map(|flag| flag.split(' ').next().unwrap().to_owned()).collect()
}

/// The commands as they are typed, as `sagescope config check`.
fn commands() -> BTreeSet<String> {
    let program = program();
    let typed = with_all_below(&program).into_iter().filter_map(|it| it.get_bin_name().map(String::from));
    typed.filter(|typed| typed.contains(' ')).chain(["sagescope help".into()]).collect()
}

/// What of a line names a command: the small words behind `sagescope`.
fn command_of(line: &str) -> String {
    let is_word = |word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let after = line.strip_prefix("sagescope").unwrap_or_default();
    let words: Vec<_> = after.split_whitespace().take_while(is_word).collect();
    [&["sagescope"], &words[..]].concat().join(" ")
}

#[test]
fn the_table_of_flags_has_each_with_its_variables() {
    let page = document(PAGE);
    let row = |cells: Vec<super::markdown::Cell>| {
        let flag = cells[0].codes[0].split(' ').next().unwrap().to_owned();
        std::iter::once(flag).chain(cells[1].codes.clone()).collect::<Vec<_>>().join(" ")
    };
    let written = rows(page.part("options")).into_iter().map(row).collect();
    assert_same("the table of flags", &written, &flags());
}

#[test]
fn the_table_of_commands_has_each() {
    let page = document(PAGE);
    let written = rows(page.part("commands")).iter().map(|row| command_of(&row[0].codes[0])).collect();
    assert_same("the table of commands", &written, &commands());
}

#[test]
fn the_embedded_service_is_told_with_its_flags() {
    let page = document("docs/embedded-service.md");
    let written = rows(page.part("behaviour"));
    let written = written.iter().map(|row| row[0].codes[0].split(' ').next().unwrap().to_owned()).collect();
    let program = program();
    let emulator = program.find_subcommand("emulator").unwrap();
    let longs = emulator.get_arguments().filter_map(Arg::get_long).filter(|long| *long != "help");
    assert_same("the table", &written, &longs.map(|long| format!("--{long}")).collect());
}

#[test]
fn no_document_names_a_flag_or_a_command_that_there_is_not() {
    let (flags, commands) = (names_of_flags(), commands());
    let others: BTreeSet<_> = OF_OTHERS.iter().map(|(flag, _)| (*flag).to_owned()).collect();
    let mut wrong = Vec::new();
    for document in documents().iter().filter(|it| it.path != "CHANGELOG.md") {
        let blocks = blocks(&document.text);
        let lines = blocks.iter().flat_map(|block| block.text.lines()).map(str::trim).map(String::from);
        for code in spans(&document.text).into_iter().chain(lines) {
            let parts = code.split([')', '|']).map(str::trim_end);
            let ours = parts.into_iter().find_map(|part| part.find("sagescope ").map(|at| &part[at..]));
            let is_flag = code.starts_with("--");
            let words = ours.unwrap_or(if is_flag { &code } else { "" }).split([' ', '[', ']', '=']);
            for word in words.filter(|word| word.starts_with("--") && word.len() > 2) {
                if !(flags.contains(word) || is_flag && others.contains(word)) {
                    wrong.push(format!("{}: {word} in {code}", document.path));
                }
            }
            let typed = ours.map_or("sagescope".into(), command_of);
            let is_command = |it: &String| typed == *it || typed.starts_with(&format!("{it} "));
            if typed != "sagescope" && !commands.iter().any(is_command) {
                wrong.push(format!("{}: {code}", document.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
