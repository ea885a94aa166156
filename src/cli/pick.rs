//! `sagescope pick`.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::app::{Prints, ShellPick};
use crate::shell::{Signals, Tty, restore_on_panic};

use super::UsageError;
use super::appearance::check_terminal;
use super::args::PickArguments;
use super::check::check;
use super::ended::exit_code_of_pick;
use super::session::{Purpose, Session};

/// Has images picked on the terminal, and prints what was picked once the terminal is given back.
///
/// # Errors
///
/// [`UsageError`] for a command line that can't be followed, or where there is no terminal; else when the
/// terminal can't be used.
pub fn pick(arguments: &PickArguments) -> Result<ExitCode> {
    check(&arguments.session)?;
    check_terminal()?;
    let Ok(tty) = Tty::open() else {
        let words = "there is no terminal to pick an image on";
        return Err(UsageError(words.into()).into());
    };
    restore_on_panic();
    // Before the terminal is touched: from the first moment on, every end gives it back.
    let signals = Signals::listen().context("couldn't listen for signals")?;
    let prints = if arguments.arn { Prints::Arn } else { Prints::Name };
    let pick = ShellPick { several: arguments.multi, prints };
    let purpose = Purpose::Pick(pick, arguments.query.join(" "));
    let session = Session { arguments: &arguments.session, read_only: true, purpose };
    Ok(exit_code_of_pick(session.run(tty, signals)?.0))
}
