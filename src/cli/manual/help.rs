//! The sections behind the options in `--help`.

use std::fmt::Write as _;

use clap::Command;

use crate::keys::{Action, Keymap};

use super::sections::{self, Body, Section};

/// The widest column of terms; a longer one has its meaning below it.
const WIDEST: usize = 24;

/// The same command line, whose long help has sections behind the options; the short help says where they are.
#[must_use]
pub fn with_sections(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let mut long: Vec<String> = sections::of(&name).iter().map(written).collect();
    let command = match name.as_str() {
        "sagescope" => {
            let keymap = Keymap::builtin();
            let (help, commands) = (keymap.first_key(Action::Help), keymap.first_key(Action::Commands));
            long.push(format!(
                "Read on:\n  In the program, {help} shows all keys, and {commands} finds a command by its \
                 name.\n  sagescope <COMMAND> --help tells of a command, and sagescope man prints the manual \
                 page,\n  with all keys in it."
            ));
            command.after_help("--help says more, with examples, exit codes and files.")
        }
        _ => command,
    };
    let command = if long.is_empty() { command } else { command.after_long_help(long.join("\n\n")) };
    command.mut_subcommands(with_sections)
}

fn written(section: &Section) -> String {
    let mut text = format!("{}:", section.title);
    match section.body {
        Body::Terms(rows) => {
            let widths = rows.iter().map(|(term, _)| term.len()).filter(|width| *width <= WIDEST);
            let widest = widths.max().unwrap_or_default();
            for (term, meaning) in rows {
                let _ = if term.len() > widest {
                    write!(text, "\n  {term}\n      {meaning}")
                } else {
                    write!(text, "\n  {term:<widest$}  {meaning}")
                };
            }
        }
        Body::Examples(rows) => {
            for (wanted, command) in rows {
                let _ = write!(text, "\n  {wanted}\n      {command}");
            }
        }
    }
    text
}
