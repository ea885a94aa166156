//! A guest in somebody's terminal.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// Whether the terminal is ours now, so that it is given back once, whoever does it.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The terminal, as long as it is ours; dropped, it is as it was found.
#[derive(Debug)]
pub struct Guest(());

impl Guest {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, no cursor.
    ///
    /// # Errors
    ///
    /// When the terminal can't be set up; it is left as it was.
    pub fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let guest = Self(());
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
        Ok(guest)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back. It may be gone; then there is nobody to tell.
fn give_back() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(out, EndSynchronizedUpdate, ResetColor, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// From now on a panic of this thread, which draws, gives the terminal back before it is reported.
/// One in a background task is logged and becomes a reply: the screen stays whole.
pub fn restore_on_panic() {
    let drawing = thread::current().id();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == drawing {
            give_back();
            report(panic);
        } else {
            tracing::error!(%panic, "a background task panicked");
        }
    }));
}
