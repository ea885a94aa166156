//! The binary: reads the command line, reports what went wrong.

use std::process::ExitCode;

use clap::Parser;

use sagescope::args::Arguments;
use sagescope::start::{report, start};

fn main() -> ExitCode {
    report::clean_panics();
    match Arguments::try_parse() {
        Ok(arguments) => start(arguments).unwrap_or_else(|error| report::failed(&error)),
        Err(told) => report::told_by_parser(&told),
    }
}
