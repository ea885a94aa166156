//! Notices that the terminal is gone, where no SIGHUP tells.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use tokio::sync::oneshot;

/// Resolves when the terminal hangs up. Where that can't be watched it never resolves: SIGHUP and
/// the end of input remain.
///
/// A thread of its own sleeps in `poll`, which asks for nothing and so costs nothing: a hang-up is
/// reported unasked. Without it, the reader of the terminal would spin on a terminal that is gone.
#[must_use]
pub fn watch() -> oneshot::Receiver<()> {
    let (gone, is_gone) = oneshot::channel();
    let watcher = thread::Builder::new().name("hangup".into()).stack_size(64 * 1024);
    let spawned = watcher.spawn(move || {
        let hung_up = if io::stdin().is_terminal() {
            wait(io::stdin().as_fd())
        } else {
            File::open("/dev/tty").is_ok_and(|tty| wait(tty.as_fd()))
        };
        if hung_up {
            let _ = gone.send(());
        } else {
            // Keeps the channel open: it was not the terminal that ended the watch.
            thread::park();
            drop(gone);
        }
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "can't watch the terminal for a hang-up");
    }
    is_gone
}

fn wait(terminal: BorrowedFd<'_>) -> bool {
    loop {
        let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut asked, None) {
            Ok(_) => {
                let told = asked[0].revents();
                return told.intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
