//! The README says what the program does.

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
fn every_option_is_explained() {
    use clap::CommandFactory;
    let command = sagescope::args::Arguments::command();
    for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
        let named = README.contains(&format!("--{option}"));
        assert!(named || ["help", "version"].contains(&option), "the README does not name --{option}");
    }
}
