//! The terminal that is read, whatever standard input is.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};

/// The terminal that keys come from: standard input, or else the one that the process belongs to.
///
/// # Errors
///
/// When there is none.
pub fn open() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned()
    } else {
        File::open("/dev/tty").map(Into::into)
    }
}
