//! Lines on their way to standard output.

use std::{
    io::{self, Write},
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread,
};

/// How many lines wait for a reader that is slow; what comes then is not written, but counted.
const WAITING: usize = 1000;

/// Lines on their way to standard output. Writing them is a thread's own business: whoever has them written never waits,
/// though the reader of a pipe may have stopped, or a terminal.
#[derive(Debug)]
pub(in crate::emulator) struct StdoutLines {
    waiting: SyncSender<String>,
    /// How many were not written since the last that will be.
    lost: usize,
}

impl StdoutLines {
    /// Begins the thread.
    ///
    /// # Errors
    /// Where there can't be one.
    pub(in crate::emulator) fn begin() -> io::Result<Self> {
        let (waiting, lines) = sync_channel(WAITING);
        thread::Builder::new().name("standard output".to_owned()).spawn(move || write_all(&lines))?;
        Ok(Self { waiting, lost: 0 })
    }

    /// Has a line written, soon or, where the reader is too far behind, never.
    pub(in crate::emulator) fn say(&mut self, line: String) {
        let line = match self.lost {
            0 => line,
            lost => format!("({lost} lines were not written: nobody read them in time)\n{line}"),
        };
        match self.waiting.try_send(line) {
            Ok(()) => self.lost = 0,
            Err(TrySendError::Full(_)) => self.lost += 1,
            // The thread never ends before its lines do.
            Err(TrySendError::Disconnected(_)) => {}
        }
    }
}

/// A reader that went away is no reason to stop: `sagescope emulator | head -1` is a fair way to learn the address.
fn write_all(lines: &Receiver<String>) {
    for line in lines {
        let mut out = io::stdout().lock();
        if let Err(error) = writeln!(out, "{line}").and_then(|()| out.flush()) {
            tracing::debug!(%error, "standard output is closed");
        }
    }
}
