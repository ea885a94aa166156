//! `sagescope` itself.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::domain::{ImageArn, ImageName};
use crate::shell::{Ended, Signals, Tty, restore_on_panic};

use super::UsageError;
use super::appearance::check_terminal;
use super::args::{Arguments, DemoArguments, SessionArguments};
use super::check::{check, check_tour, refused};
use super::ended::exit_code;
use super::session::{Purpose, Session};

/// Browses until the person leaves.
///
/// # Errors
///
/// [`UsageError`] for a command line that can't be followed; else when the terminal can't be used.
pub fn browse(arguments: &Arguments) -> Result<ExitCode> {
    check(&arguments.session)?;
    check_tour(arguments)?;
    let purpose = purpose(arguments)?;
    if !io::stdout().is_terminal() {
        let words = "standard output is not a terminal";
        return Err(UsageError(words.into()).into());
    }
    check_terminal()?;
    restore_on_panic();
    // Before the terminal is touched: from the first moment on, every end gives it back.
    let signals = Signals::listen().context("couldn't listen for signals")?;
    let session = Session { arguments: &arguments.session, read_only: arguments.read_only, purpose };
    let (ended, signals) = session.run(terminal()?, signals)?;
    if ended == Ended::Demo {
        // With nothing left of what was tried before.
        let demo = SessionArguments {
            service: DemoArguments { demo: true, ..DemoArguments::default() },
            config: arguments.session.config.clone(),
            refresh: arguments.session.refresh,
            appearance: arguments.session.appearance.clone(),
            terminal: arguments.session.terminal,
            ..SessionArguments::default()
        };
        let session = Session { arguments: &demo, read_only: arguments.read_only, purpose: Purpose::Browse };
        return Ok(exit_code(session.run(terminal()?, signals)?.0));
    }
    Ok(exit_code(ended))
}

fn terminal() -> Result<Tty> {
    Tty::open().context("couldn't open the terminal")
}

/// What it is begun for, by the image that is named.
fn purpose(arguments: &Arguments) -> Result<Purpose> {
    let Some(image) = arguments.image.as_deref() else {
        return Ok(if arguments.tour { Purpose::Tour } else { Purpose::Browse });
    };
    if ImageArn::is_begun(image) {
        let why = "an image ARN looks like arn:aws:sagemaker:REGION:ACCOUNT:image/NAME";
        let arn = ImageArn::typed(image).ok_or_else(|| refused("the ARN", image, why))?;
        return Ok(Purpose::Seek(arn));
    }
    let name = ImageName::parse(image).map_err(|why| refused("the image name", image, &why.to_string()))?;
    Ok(Purpose::Open(name))
}
