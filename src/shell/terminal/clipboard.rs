//! The person's clipboard.

use std::io;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

/// Copies by way of the terminal (OSC 52), which works over SSH and, where it is allowed, in tmux;
/// whether the terminal obeyed can't be known.
///
/// # Errors
///
/// When the terminal can't be written to.
pub fn copy(text: &str, out: &mut impl io::Write) -> io::Result<()> {
    queue!(out, CopyToClipboard::to_clipboard_from(text))?;
    out.flush()
}
