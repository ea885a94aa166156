//! The command line, and the environment variables that stand for its flags.

use std::ffi::OsString;

use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory as _, Error, FromArgMatches};

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
    let read = read_as(Arguments::command(), &given);
    // Only where something is to be told are the words of the help put together, which takes longer than all else.
    read.or_else(|_| read_as(manual::with_sections(args::command()), &given)).map(with_flags_before_pick)
}

fn read_as(command: Command, given: &[OsString]) -> Result<Arguments, Error> {
    // Most often there is no variable, and nothing else to be found.
    if !has_variables(&command) {
        return Arguments::from_arg_matches(&matches(command, given)?);
    }
    let command = without_variables(command, &is_empty_variable);
    let read = matches(without_variables(command.clone(), &|_| true), given)
        .and_then(|found| matches(with_variables_that_count(command.clone(), &found), given))
        .and_then(|found| Arguments::from_arg_matches(&found));
    read.map_err(|error| naming_variable(error, &command, given))
}

fn matches(mut command: Command, given: &[OsString]) -> Result<ArgMatches, Error> {
    // What is not built, as a subcommand that was not asked for, can't say what its arguments are called.
    command.build();
    let matches = command.try_get_matches_from_mut(given)?;
    refuse_misplaced(&matches, &command)?;
    Ok(matches)
}

/// A subcommand has variables of its own: those of the browser count for nothing, and those of the flags that
/// stand before `pick` count less than the flags.
fn with_variables_that_count(command: Command, given: &ArgMatches) -> Command {
    if given.subcommand().is_none() {
        return command;
    }
    let is_given = |arg: &Arg| is_on_command_line(given, arg);
    let command = command.mut_args(|arg| without_variable_if(arg, &|_| true));
    command.mut_subcommand("pick", |pick| without_variables(pick, &is_given))
}

fn is_on_command_line(matches: &ArgMatches, arg: &Arg) -> bool {
    let id = arg.get_id().as_str();
    // Not every argument of the picker is one of the browser.
    matches.try_contains_id(id).is_ok() && matches.value_source(id) == Some(ValueSource::CommandLine)
}

/// A flag of the browser before a subcommand that has no use for it is refused, and so is an image.
fn refuse_misplaced(matches: &ArgMatches, command: &Command) -> Result<(), Error> {
    let Some(name) = matches.subcommand_name() else { return Ok(()) };
    let is_given = |arg: &&Arg| is_on_command_line(matches, arg);
    // The picker has many of the same. What was found is not asked which: it tells only where clap checks itself.
    let picker = command.find_subcommand(name).filter(|_| name == "pick");
    let is_known = |arg: &Arg| {
        picker.is_some_and(|picker| picker.get_arguments().any(|own| own.get_id() == arg.get_id()))
    };
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

/// The same command line, in which an argument that is `of_no_use` has no variable.
fn without_variables(command: Command, of_no_use: &dyn Fn(&Arg) -> bool) -> Command {
    let command = command.mut_args(|arg| without_variable_if(arg, of_no_use));
    command.mut_subcommands(|command| without_variables(command, of_no_use))
}

fn without_variable_if(arg: Arg, of_no_use: &dyn Fn(&Arg) -> bool) -> Arg {
    if of_no_use(&arg) { arg.env(Resettable::Reset) } else { arg }
}

/// Whether a variable stands for one of its flags, or of those of its subcommands.
fn has_variables(command: &Command) -> bool {
    let is_set = |arg: &Arg| arg.get_env().and_then(std::env::var_os).is_some();
    command.get_arguments().any(is_set) || command.get_subcommands().any(has_variables)
}

fn is_empty_variable(arg: &Arg) -> bool {
    arg.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty())
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
