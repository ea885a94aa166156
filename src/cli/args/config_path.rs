//! Where the config file is.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// Where the config file is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct ConfigPath {
    /// Read this config file
    ///
    /// Read this file instead of config.toml in the config folder. `sagescope config` prints one with every
    /// default.
    #[arg(long = "config", value_name = "FILE", env = "SAGESCOPE_CONFIG", value_hint = ValueHint::FilePath,
        help_heading = "Behavior")]
    pub file: Option<PathBuf>,
}
