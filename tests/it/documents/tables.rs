//! Tables that the program writes itself.

use clap::CommandFactory;
use sagescope::cli::args::Arguments;
use sagescope::emulator::{FaultKind, Operation};
use sagescope::keys::Keymap;

use super::markdown::rows;
use super::{assert_same, document};

#[test]
fn the_key_table_is_the_one_in_force() {
    let keys = document("docs/keys.md");
    let table = Keymap::builtin().to_markdown();
    assert_eq!(keys.part("keys").trim(), table.trim(), "put this in docs/keys.md:\n{table}");
}

#[test]
fn every_kind_of_fault_is_listed_and_in_the_help() {
    let row = |(kind, does): &(&str, &str)| format!("| `{kind}` | {does} |\n");
    let rows: String = FaultKind::meanings().iter().map(row).collect();
    let table = format!("| kind | what becomes of the request |\n|---|---|\n{rows}");
    let shown = document("docs/embedded-service.md");
    assert_eq!(shown.part("faults"), table, "put this in docs/embedded-service.md:\n{table}");
    let mut command = Arguments::command();
    let emulator = command.find_subcommand("emulator").unwrap().clone();
    for help in [command.render_long_help(), emulator.clone().render_long_help()] {
        let help = help.to_string();
        for (kind, does) in FaultKind::meanings() {
            assert!(help.lines().any(|line| line.trim().starts_with(kind) && line.ends_with(does)), "{help}");
        }
    }
}

#[test]
fn the_operations_of_the_embedded_service_are_listed() {
    let page = document("docs/embedded-service.md");
    let written = rows(page.part("operations")).into_iter().flat_map(|row| row[1].codes.clone()).collect();
    let real = Operation::ALL.iter().map(|operation| operation.as_str().to_owned()).collect();
    assert_same("docs/embedded-service.md", &written, &real);
}
