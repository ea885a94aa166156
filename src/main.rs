//! The binary: reads the command line, reports what went wrong.

use std::process::ExitCode;

use sagescope::cli::{command_line, report, start};

fn main() -> ExitCode {
    report::clean_panics();
    match command_line::read() {
        Ok(arguments) => start(arguments).unwrap_or_else(|error| report::failed(&error)),
        Err(told) => report::told_by_parser(&told),
    }
}
