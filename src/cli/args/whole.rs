//! The whole command line, as it is parsed, explained and completed.

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};

use super::Arguments;

/// All flags and subcommands; `-h` shows a line of each, `--help` tells of the variables too.
#[must_use]
pub fn command() -> Command {
    with_details(Arguments::command())
}

/// The long help begins with what the short one is not enough for, and ends with the variable, which would only
/// be in the way in the short one.
fn with_details(command: Command) -> Command {
    let about = detail(command.get_about(), command.get_long_about());
    let command = about.into_iter().fold(command, Command::long_about);
    command.mut_args(with_details_of_arg).mut_subcommands(with_details)
}

fn with_details_of_arg(arg: Arg) -> Arg {
    let mut help = detail(arg.get_help(), arg.get_long_help());
    if let Some(variable) = arg.get_env() {
        let said = help.or_else(|| arg.get_help().map(|help| format!("{help}."))).unwrap_or_default();
        help = Some(format!("{}\n\nEnvironment variable: {}", said.trim_end(), variable.to_string_lossy()));
    }
    help.into_iter().fold(arg.hide_env(true), Arg::long_help)
}

/// What the long words say beside the short ones, with which their comment begins.
fn detail(short: Option<&StyledStr>, long: Option<&StyledStr>) -> Option<String> {
    let (short, long) = (short.map(ToString::to_string).unwrap_or_default(), long?.to_string());
    let detail = long.strip_prefix(&short).and_then(|rest| rest.strip_prefix("\n\n")).map(ToOwned::to_owned);
    Some(detail.unwrap_or(long))
}
