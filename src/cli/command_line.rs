//! The command line, and the environment variables that stand for its flags.

use std::ffi::OsString;

use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error, FromArgMatches};

use super::args::{self, Arguments};
use super::manual;

/// Reads the command line of this process. A variable that is empty stands for nothing, as for the AWS
/// CLI.
///
/// # Errors
///
/// What clap has to say of it: help and version, or a refusal, which names the variable if the value
/// came from one.
pub fn read() -> Result<Arguments, Error> {
    let given: Vec<OsString> = std::env::args_os().collect();
    let mut command = without_empty_variables(manual::with_sections(args::command()));
    // What is not built, as a subcommand that was not asked for, can't say what its arguments are called.
    command.build();
    let read = command.try_get_matches_from_mut(&given);
    read.and_then(|matches| {
        refuse_misplaced(&matches, &command)?;
        Arguments::from_arg_matches(&matches)
    })
    .map(with_flags_before_pick)
    .map_err(|error| naming_variable(error, &command, &given))
}

/// A flag of the browser before a subcommand that has no use for it is refused, and so is an image.
fn refuse_misplaced(matches: &ArgMatches, command: &Command) -> Result<(), Error> {
    let Some((name, of_command)) = matches.subcommand() else { return Ok(()) };
    let is_given = |arg: &&Arg| matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    // The picker has many of the same.
    let is_known = |arg: &Arg| name == "pick" && of_command.try_contains_id(arg.get_id().as_str()).is_ok();
    let Some(arg) = command.get_arguments().filter(is_given).find(|arg| !is_known(arg)) else {
        return Ok(());
    };
    let mut error = Error::new(ErrorKind::ArgumentConflict).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
    error.insert(ContextKind::PriorArg, ContextValue::String(name.to_owned()));
    Err(error)
}

/// A flag that stands before `pick` counts as if it stood behind it.
fn with_flags_before_pick(mut arguments: Arguments) -> Arguments {
    if let Some(args::Command::Pick(pick)) = &mut arguments.command {
        pick.session = std::mem::take(&mut pick.session).or(arguments.session.clone());
    }
    arguments
}

fn without_empty_variables(command: Command) -> Command {
    let of_use = |arg: Arg| {
        let is_empty = arg.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
        if is_empty { arg.env(Resettable::Reset) } else { arg }
    };
    command.mut_args(of_use).mut_subcommands(without_empty_variables)
}

/// The same refusal, with the variable that its value came from.
fn naming_variable(mut error: Error, command: &Command, given: &[OsString]) -> Error {
    let Some(ContextValue::String(refused)) = error.get(ContextKind::InvalidArg) else { return error };
    // An argument of a command that was not reached can't be written before it is built.
    let mut command = command.clone();
    command.build();
    let Some(arg) = find(&command, refused) else { return error };
    let flag = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let is_given = given.iter().any(|word| word.to_string_lossy().starts_with(&flag));
    let variable = arg.get_env().filter(|name| std::env::var_os(name).is_some() && !is_given);
    if let Some(name) = variable {
        let words = format!("the value comes from the environment variable {}", name.to_string_lossy());
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(words)]));
    }
    error
}

/// The argument that a refusal calls `refused`, in the command or one of its own.
fn find<'a>(command: &'a Command, refused: &str) -> Option<&'a Arg> {
    let own = command.get_arguments().find(|arg| arg.to_string() == refused);
    own.or_else(|| command.get_subcommands().find_map(|command| find(command, refused)))
}
