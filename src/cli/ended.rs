//! The exit code of a run on the terminal.

use std::process::ExitCode;

use crate::shell::Ended;

use super::report;

/// The exit code of a picker that was left without an image, as of a program that Ctrl-C has ended.
const LEFT: u8 = 130;

/// The exit code; what was picked is printed, and why nothing could be.
#[must_use]
pub fn exit_code(ended: Ended) -> ExitCode {
    match ended {
        // The demo has no demo.
        Ended::Quit | Ended::Demo => ExitCode::SUCCESS,
        Ended::Picked(lines) => print(&lines),
        Ended::GaveUp(why) => report::failed(&anyhow::anyhow!(why)),
        // As shells count: 128 and the signal's number.
        Ended::Signal(number) => ExitCode::from(128_u8.saturating_add(u8::try_from(number).unwrap_or(127))),
        // Whether SIGHUP or its cause is seen first must not matter.
        Ended::TerminalGone => exit_code(Ended::Signal(rustix::process::Signal::HUP.as_raw())),
    }
}

/// The same of a picker.
#[must_use]
pub fn exit_code_of_pick(ended: Ended) -> ExitCode {
    match ended {
        Ended::Quit | Ended::Demo => ExitCode::from(LEFT),
        Ended::Picked(_) | Ended::GaveUp(_) | Ended::Signal(_) | Ended::TerminalGone => exit_code(ended),
    }
}

/// A line each. Whoever does not take them has none of what was picked, and is told so.
fn print(lines: &[String]) -> ExitCode {
    let text = lines.join("\n") + "\n";
    match report::try_print(&text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let error = anyhow::Error::new(error).context("couldn't write to standard output");
            report::failed(&error)
        }
    }
}
