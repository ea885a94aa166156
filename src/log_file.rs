//! The log: a file, never the terminal.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use etcetera::BaseStrategy;
use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use crate::aws::LOG_TARGETS;

/// A log that has grown over this many bytes is put aside at the next start.
const LARGE: u64 = 1024 * 1024;

/// Where the log is: `sagescope/sagescope.log` in the XDG state folder. Nothing where there is no
/// home folder.
#[must_use]
pub fn path() -> Option<PathBuf> {
    let folders = etcetera::base_strategy::Xdg::new().ok()?;
    Some(folders.state_dir()?.join("sagescope").join("sagescope.log"))
}

/// Begins to log, if a file can be had; without one the program goes on silently. How much this
/// program says is chosen by `SAGESCOPE_LOG`: `error`, `warn`, `info`, `debug` or `trace`. Of the
/// libraries only warnings are kept: their traces hold signed requests.
pub fn begin() {
    let Some(file) = path().and_then(|path| open(&path).ok()) else { return };
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
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::metadata(path).is_ok_and(|log| log.len() > LARGE) {
        fs::rename(path, path.with_extension("log.old"))?;
    }
    OpenOptions::new().create(true).append(true).mode(0o600).open(path)
}
