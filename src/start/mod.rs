//! From the command line to the running program.

mod browser;
mod demo;
mod emulate;
mod kept;
pub mod report;
mod resources;
mod usage_error;
mod zone;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::{Arguments, Command};

pub use usage_error::UsageError;

/// Does what the command line asks for.
///
/// # Errors
///
/// [`UsageError`] where it can't be followed; anything else is a failure of the machine.
pub fn start(arguments: Arguments) -> Result<ExitCode> {
    resources::check_files()?;
    match arguments.command {
        Some(Command::Emulator { port, behaviour }) => emulate::emulate(port, &behaviour),
        None => browser::browse(&arguments),
    }
}
