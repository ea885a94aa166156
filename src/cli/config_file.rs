//! The config file, and the subcommands about it.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use super::args::ConfigCommand;
use crate::config::{Config, sample, schema};
use crate::disk::Folders;
use crate::domain::Text;

use super::{UsageError, report};

/// A config file and what it says.
#[derive(Debug, Default)]
pub struct ConfigFile {
    /// Where it is, or would be; nothing where there is no home folder.
    pub path: Option<PathBuf>,
    /// What it says.
    pub config: Config,
}

impl ConfigFile {
    /// Reads the file that was named, or the one in the person's config folder.
    ///
    /// # Errors
    ///
    /// [`UsageError`] where a file was named and there is none.
    pub fn read(named: Option<&PathBuf>) -> Result<Self> {
        if let Some(path) = named.filter(|path| !path.exists()) {
            let words = format!("there is no config file {}", Text::clean(&path.to_string_lossy()));
            return Err(UsageError(words).into());
        }
        let usual = || Folders::of_the_person().map(|folders| folders.config.join("config.toml"));
        let path = named.cloned().or_else(usual);
        let config = path.as_ref().map(|path| Config::read(path)).unwrap_or_default();
        Ok(Self { path, config })
    }

    /// What the person is to be told of it, if something is wrong in it; it may have made the program read-only.
    #[must_use]
    pub fn complaint(&self, is_read_only: bool) -> Option<String> {
        self.config.complaint(self.path.as_ref()?, is_read_only)
    }
}

/// `sagescope config`.
///
/// # Errors
///
/// As [`ConfigFile::read`].
pub fn config(what: Option<&ConfigCommand>) -> Result<ExitCode> {
    match what {
        None => report::print(&sample()),
        Some(ConfigCommand::Schema) => report::print(&format!("{:#}\n", schema())),
        Some(ConfigCommand::Check { file }) => return check(file.as_ref()),
    }
    Ok(ExitCode::SUCCESS)
}

/// Every finding on a line of its own, as compilers write them.
fn check(named: Option<&PathBuf>) -> Result<ExitCode> {
    let file = ConfigFile::read(named)?;
    let path = file.path.as_ref().map(|path| String::from(Text::clean(&path.to_string_lossy())));
    let path = path.unwrap_or_default();
    let is_there = file.path.as_ref().is_some_and(|path| path.exists());
    let findings = &file.config.findings;
    let mut lines = String::new();
    for finding in findings {
        let place = if finding.at.is_some() { format!("{path}:") } else { String::new() };
        let _ = writeln!(lines, "{place}{finding}");
    }
    if findings.is_empty() {
        let words = if is_there { "no problems found" } else { "there is no such file; the defaults apply" };
        lines = format!("{path}: {words}\n");
    }
    report::print(&lines);
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `sagescope keys`: the table in force.
///
/// # Errors
///
/// As [`ConfigFile::read`].
pub fn keys(named: Option<&PathBuf>) -> Result<ExitCode> {
    let file = ConfigFile::read(named)?;
    if let Some(complaint) = file.complaint(file.config.hides_what_may_be_written) {
        report::say(&format!("sagescope: {complaint}"));
    }
    report::print(&file.config.keymap.to_text());
    Ok(ExitCode::SUCCESS)
}
