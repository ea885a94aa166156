//! The embedded service, as a process of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;

use anyhow::{Context as _, Result};

use super::program::SAGESCOPE;
use super::written::PATIENCE;

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
        let child = command.stdout(Stdio::piped()).spawn()?;
        // It ends, whatever is wrong with its first line.
        let mut service = Self { url: String::new(), child };
        let output = service.child.stdout.take().context("no output")?;
        let (tell, told) = channel();
        thread::spawn(move || {
            let mut first = String::new();
            let _ = BufReader::new(output).read_line(&mut first);
            let _ = tell.send(first);
        });
        let first = told.recv_timeout(PATIENCE).context("the service says nothing")?;
        let url = first.trim().strip_prefix("listening on ").context("the service does not listen")?;
        url.clone_into(&mut service.url);
        Ok(service)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
