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

/// Why a terminal may not have taken a text, where that is to be feared.
#[must_use]
pub fn doubt(text: &str) -> Option<String> {
    /// 100,000 bytes of base64, which is where many terminals and multiplexers draw the line.
    const MOST: usize = 74_994;
    let length = text.len();
    let words = || format!("It has {length} bytes; many terminals accept at most {MOST} via OSC 52.");
    (length > MOST).then(words)
}
