//! The log: a file, never the terminal.

use std::sync::Mutex;

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use crate::aws::LOG_TARGETS;
use crate::disk::{self, Folders, Trouble};

/// Begins to log, if a file can be had; without one the program goes on. How much this program says
/// is chosen by `SAGESCOPE_LOG`: `error`, `warn`, `info`, `debug` or `trace`. Of the libraries only
/// warnings are kept: their traces hold signed requests.
///
/// # Errors
///
/// Where something else stands in the place of the log.
pub fn begin() -> Result<(), Trouble> {
    let Some(folders) = Folders::of_the_person() else { return Ok(()) };
    let Some(file) = disk::open_log(&folders)? else { return Ok(()) };
    let level = std::env::var("SAGESCOPE_LOG").ok().and_then(|level| level.parse::<Level>().ok());
    let chosen =
        Targets::new().with_default(Level::WARN).with_target("sagescope", level.unwrap_or(Level::INFO));
    // What the SDK warns of may hold what a credential_process wrote, or a file.
    let chosen =
        LOG_TARGETS.iter().fold(chosen, |chosen, target| chosen.with_target(*target, LevelFilter::OFF));
    let lines = tracing_subscriber::fmt::layer().with_writer(Mutex::new(file)).with_ansi(false);
    let log = tracing_subscriber::registry().with(lines.with_filter(chosen));
    // Only a second call fails, as that of a demo begun from here: the log goes on then.
    let _ = log.try_init();
    Ok(())
}
