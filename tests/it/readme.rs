//! The README says what the program does.

use sagescope::emulator::FaultKind;
use sagescope::keys::Keymap;

const README: &str = include_str!("../../README.md");

#[test]
fn the_key_table_is_the_one_in_force() {
    let table = Keymap::builtin().to_markdown();
    let (_, after) = README.split_once("<!-- keys -->\n").unwrap();
    let (shown, _) = after.split_once("<!-- end of keys -->").unwrap();
    assert_eq!(shown.trim(), table.trim(), "put this in the README:\n{table}");
}

#[test]
fn every_kind_of_fault_is_listed_in_the_readme_and_in_the_help() {
    let (_, after) = README.split_once("<!-- faults -->\n").unwrap();
    let (shown, _) = after.split_once("<!-- end of faults -->").unwrap();
    let row = |(kind, does): &(&str, &str)| format!("| `{kind}` | {does} |\n");
    let table: String = FaultKind::meanings().iter().map(row).collect();
    let head = "| kind | what becomes of the request |\n|---|---|\n";
    assert_eq!(shown, format!("{head}{table}"), "put this in the README:\n{head}{table}");
    let mut command = sagescope::cli::args::command();
    let emulator = command.find_subcommand("emulator").unwrap().clone();
    for help in [command.render_long_help(), emulator.clone().render_long_help()] {
        let help = help.to_string();
        for (kind, does) in FaultKind::meanings() {
            assert!(help.lines().any(|line| line.trim().starts_with(kind) && line.ends_with(does)), "{help}");
        }
    }
}

#[test]
fn every_option_is_explained() {
    let command = sagescope::cli::args::command();
    for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
        let named = README.contains(&format!("--{option}"));
        assert!(named || ["help", "version"].contains(&option), "the README does not name --{option}");
    }
}
