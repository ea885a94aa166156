//! The embedded service, as a process of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

use super::program::SAGESCOPE;

/// A running service; it ends with its handle.
pub struct Service {
    pub url: String,
    child: Child,
}

impl Service {
    /// With so many made images.
    pub fn start(images: usize, args: &[&str]) -> Result<Self> {
        let mut command = Command::new(SAGESCOPE);
        command.args(["emulator", "--images", &images.to_string()]).args(args);
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut first = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut first)?;
        let url = first.trim().strip_prefix("listening on ").context("it does not listen")?.to_owned();
        Ok(Self { url, child })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
