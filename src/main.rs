//! The binary: reads the command line, reports what went wrong.

use std::process::ExitCode;

use clap::Parser;

use sagescope::args::Arguments;
use sagescope::start::{Refusal, start};

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("sagescope: {error:#}");
            ExitCode::from(if error.is::<Refusal>() { 2 } else { 1 })
        }
    }
}
