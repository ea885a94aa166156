//! The command line, and what each subcommand starts.

mod appearance;
pub mod args;
mod browser;
mod check;
pub mod command_line;
mod completions;
mod config_file;
mod demo;
mod emulate;
mod ended;
mod kept;
pub mod manual;
mod pick;
pub mod report;
mod resources;
mod session;
mod usage_error;
mod zone;

use std::process::ExitCode;

use anyhow::Result;

use args::{Arguments, Command};

pub use usage_error::UsageError;

/// Does what the command line asks for.
///
/// # Errors
///
/// [`UsageError`] where it can't be followed; anything else is a failure of the machine.
pub fn start(arguments: Arguments) -> Result<ExitCode> {
    resources::check_files()?;
    match arguments.command {
        Some(Command::Pick(pick)) => pick::pick(&pick),
        Some(Command::Emulator { port, behaviour }) => emulate::emulate(port, &behaviour),
        Some(Command::Keys { config }) => config_file::keys(config.file.as_ref()),
        Some(Command::Config { what }) => config_file::config(what.as_ref()),
        Some(Command::Completions { shell }) => Ok(completions::completions(shell)),
        Some(Command::Man) => Ok(manual::man()),
        None => browser::browse(&arguments),
    }
}
