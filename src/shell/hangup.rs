//! Notices that the terminal is gone, where no SIGHUP tells.

use std::os::fd::OwnedFd;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use tokio::sync::oneshot;

use super::tty;

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
        let hung_up = tty::open().is_ok_and(|terminal| wait(&terminal));
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

fn wait(terminal: &OwnedFd) -> bool {
    loop {
        let mut asked = [PollFd::new(terminal, PollFlags::empty())];
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
