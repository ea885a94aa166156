//! `sagescope completions`.

use std::process::ExitCode;

use clap_complete::Shell;

use super::{args, report};

/// Prints the script that completes the command line in `shell`.
#[must_use]
pub fn completions(shell: Shell) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "sagescope", &mut script);
    report::print(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}
