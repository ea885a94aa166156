//! Whether a command line can be followed, before anything is drawn.

use anyhow::Result;

use crate::aws;
use crate::domain::{Text, check_region};

use super::UsageError;
use super::args::{Arguments, SessionArguments};

/// Says in one sentence what can't be followed.
///
/// # Errors
///
/// [`UsageError`] with that sentence.
pub fn check(arguments: &SessionArguments) -> Result<()> {
    if arguments.service.behaviour.is_asked_for() && !arguments.is_demo() {
        let words = "--images, --domains, --latency, --settle and --fault, and their variables, are for the \
                     embedded service: add --demo";
        return Err(UsageError(words.into()).into());
    }
    if arguments.is_demo() && arguments.place != super::args::PlaceArguments::default() {
        let words =
            "--profile, --region and --endpoint-url can't be used with --demo, which has places of its own";
        return Err(UsageError(words.into()).into());
    }
    if let Some(region) = &arguments.place.region {
        check_region(region).map_err(|why| refused("the region", region, &why))?;
    }
    if let Some(url) = &arguments.place.endpoint_url {
        aws::check_endpoint(url).map_err(|why| refused("the endpoint URL", url, &why))?;
    }
    if let Some(profile) = &arguments.place.profile {
        check_profile(profile)?;
    }
    Ok(())
}

/// Says in one sentence why the tour can't be shown.
///
/// # Errors
///
/// [`UsageError`] with that sentence.
pub fn check_tour(arguments: &Arguments) -> Result<()> {
    let behaviour = &arguments.session.service.behaviour;
    let words = if !arguments.tour {
        return Ok(());
    } else if !arguments.session.is_demo() {
        "--tour is a tour of the demo: add --demo"
    } else if arguments.read_only {
        "--tour changes images of the demo: leave out --read-only, and SAGESCOPE_READ_ONLY"
    } else if behaviour.images.is_some() || !behaviour.faults.is_empty() {
        "--tour goes through the built-in catalogue: leave out --images and --fault, and their variables"
    } else {
        return Ok(());
    };
    Err(UsageError(words.into()).into())
}

/// That something that was given can't be used.
#[must_use]
pub fn refused(what: &str, given: &str, why: &str) -> UsageError {
    // A URL may hold a password, at the wrong place too.
    let is_secret = given.contains("://") && given.contains(['@', '%', '?', '#']);
    let given = if is_secret { String::new() } else { format!(" ‘{}’", Text::clean(given)) };
    UsageError(format!("{what}{given} can't be used: {why}"))
}

/// A profile named on the command line is looked up before the first frame, so that a slip of the
/// finger is told in the shell; nothing else is read that early.
fn check_profile(profile: &str) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let given = Text::clean(profile);
    match runtime.block_on(aws::profile_exists(profile)) {
        Ok(true) => Ok(()),
        Ok(false) => {
            Err(UsageError(format!("the profile ‘{given}’ is not in the AWS configuration files")).into())
        }
        Err(failure) => {
            Err(UsageError(format!("the profile ‘{given}’ can't be used: {}", failure.message)).into())
        }
    }
}
