//! Bytes on their way to the terminal.

use std::io::{self, Write};
use std::sync::Arc;

use super::Tty;

/// What the terminal has not taken yet. Writing to it never waits.
#[derive(Debug)]
pub struct Outbox {
    tty: Arc<Tty>,
    waiting: Vec<u8>,
    /// How many of them the terminal has taken.
    taken: usize,
}

impl Outbox {
    /// An empty one.
    #[must_use]
    pub fn new(tty: Arc<Tty>) -> Self {
        Self { tty, waiting: Vec::new(), taken: 0 }
    }

    /// Whether the terminal has taken everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.taken == self.waiting.len()
    }

    /// Gives the terminal as much as it takes now; tells whether that is all.
    ///
    /// # Errors
    ///
    /// When it can't be written to, as when it is gone.
    pub fn deliver(&mut self) -> io::Result<bool> {
        while !self.is_empty() {
            match self.tty.write(&self.waiting[self.taken..]) {
                Ok(written) => self.taken += written,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        self.waiting.clear();
        self.taken = 0;
        Ok(true)
    }

    /// Forgets what the terminal has not taken; tells whether it has taken half of something.
    pub fn discard(&mut self) -> bool {
        let is_half = self.taken > 0;
        self.waiting.clear();
        self.taken = 0;
        is_half
    }
}

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Gives the terminal what it takes now.
    fn flush(&mut self) -> io::Result<()> {
        self.deliver().map(drop)
    }
}
