//! Takes the terminal, and gives it back.

use std::io::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use rustix::termios::Termios;

use super::Tty;
use super::input::is_last_answer;

/// The terminal that is ours now and how it was before, so that it is given back once, whoever does
/// it.
static TAKEN: Mutex<Option<Taken>> = Mutex::new(None);

#[derive(Debug)]
struct Taken {
    tty: Arc<Tty>,
    settings: Termios,
    told: Told,
    /// Whether an answer to a question may still come, which nobody should find on their prompt.
    awaits_answer: bool,
    /// Whether the terminal may have got the first half of something.
    is_half_written: bool,
}

/// What the terminal was told to do for us besides what it does for all.
#[derive(Debug, Default)]
struct Told {
    /// Whether it tells keys apart (the kitty keyboard protocol).
    keys_apart: bool,
    /// Whether it reports what is done with the mouse.
    mouse: bool,
    /// Whether it tells of its background.
    background: bool,
}

/// A terminal that takes nothing is not waited for any longer, at the beginning or the end.
const PATIENCE: Duration = Duration::from_millis(200);

/// What ends whatever was begun: a terminal that got half a sequence takes the next for its rest.
const CANCEL: &[u8] = b"\x18";

/// Ends a link, which may have been begun.
const END_LINK: &[u8] = b"\x1b]8;;\x1b\\";

/// Lets all rows scroll again, of which some may have been chosen.
const SCROLL_ALL: &[u8] = b"\x1b[r";

/// With a chord, the letter is told that the key has on a Latin keyboard, so that Ctrl-C is Ctrl-C
/// also where the key types another letter.
const TELL_BASE_LAYOUT: &[u8] = b"\x1b[=4;2u";

/// The first level of the protocol once more, where it may have been taken back: other than a push, it leaves no more
/// to take back at the end.
const TELL_KEYS_APART_AGAIN: &[u8] = b"\x1b[=1;2u";

/// The question which keys are told apart.
const ASK_FOR_KEYS: &[u8] = b"\x1b[?u";

/// Buttons and the wheel, motion while a button is held, and cells as numbers of any size. Motion without a
/// button is not asked for: it would be a report for each cell that is passed.
const REPORT_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const REPORT_NO_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The question what colour the background has.
const ASK_FOR_BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// Has the terminal tell when it goes from light to dark, or back.
const FOLLOW_BACKGROUND: &[u8] = b"\x1b[?2031h";
const LEAVE_BACKGROUND: &[u8] = b"\x1b[?2031l";

/// The question what kind of terminal it is, which every terminal answers, and answers last: behind its
/// answer comes none any more.
const ASK_LAST: &[u8] = b"\x1b[c";

/// The terminal, as long as it is ours; dropped, it is as it was found.
#[derive(Debug)]
pub struct TerminalGuard(&'static Mutex<Option<Taken>>);

impl TerminalGuard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, word of the focus,
    /// no cursor.
    ///
    /// # Errors
    ///
    /// When couldn't set up the terminal; it is left as it was.
    pub fn take(tty: &Arc<Tty>) -> io::Result<Self> {
        let settings = tty.settings()?;
        make_raw(tty, &settings)?;
        *locked(&TAKEN) = Some(Taken {
            tty: Arc::clone(tty),
            settings,
            told: Told::default(),
            awaits_answer: false,
            is_half_written: false,
        });
        let guard = Self(&TAKEN);
        let mut bytes = Vec::new();
        greet(&mut bytes)?;
        match tty.write_within(&bytes, PATIENCE) {
            // It takes nothing now: the frames that follow wait until it does.
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Ok(guard),
            other => other.map(|()| guard),
        }
    }

    /// Takes what is taken already: this program was stopped without a warning, and whoever had the terminal
    /// meanwhile, as a shell has that waits for a command, has set it as they need it.
    ///
    /// # Errors
    ///
    /// When it can't be set or written to, as when it is gone.
    pub fn take_again(&self, out: &mut impl io::Write) -> io::Result<()> {
        let Some(taken) = &*locked(self.0) else { return Ok(()) };
        make_raw(&taken.tty, &taken.settings)?;
        greet(out)?;
        if taken.told.keys_apart {
            out.write_all(TELL_KEYS_APART_AGAIN)?;
            out.write_all(TELL_BASE_LAYOUT)?;
        }
        if taken.told.mouse {
            out.write_all(REPORT_MOUSE)?;
        }
        if taken.told.background {
            out.write_all(FOLLOW_BACKGROUND)?;
        }
        out.flush()
    }

    /// Asks whether the terminal tells keys apart, and, if `of_background`, what its background is: it answers
    /// what it knows.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn ask(&self, of_background: bool, out: &mut impl io::Write) -> io::Result<()> {
        let mut is_followed = false;
        if let Some(taken) = &mut *locked(self.0) {
            taken.awaits_answer = true;
            is_followed = taken.told.background;
            taken.told.background |= of_background;
        }
        out.write_all(ASK_FOR_KEYS)?;
        if of_background {
            if !is_followed {
                out.write_all(FOLLOW_BACKGROUND)?;
            }
            out.write_all(ASK_FOR_BACKGROUND)?;
        }
        out.write_all(ASK_LAST)?;
        out.flush()
    }

    /// No answer comes any more: the last one came, or it was long ago that the terminal was asked.
    pub fn awaits_no_answer(&self) {
        if let Some(taken) = &mut *locked(self.0) {
            taken.awaits_answer = false;
        }
    }

    /// Has the terminal tell keys apart that look alike otherwise: the first level of the kitty
    /// keyboard protocol. The terminal must know it.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn tell_keys_apart(&self, out: &mut impl io::Write) -> io::Result<()> {
        let Some(taken) = &mut *locked(self.0) else { return Ok(()) };
        if std::mem::replace(&mut taken.told.keys_apart, true) {
            return Ok(());
        }
        let level = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
        queue!(out, PushKeyboardEnhancementFlags(level))?;
        out.write_all(TELL_BASE_LAYOUT)?;
        out.flush()
    }

    /// Has the terminal report what is done with the mouse, or not any more.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn report_mouse(&self, is_on: bool, out: &mut impl io::Write) -> io::Result<()> {
        let Some(taken) = &mut *locked(self.0) else { return Ok(()) };
        if std::mem::replace(&mut taken.told.mouse, is_on) == is_on {
            return Ok(());
        }
        out.write_all(if is_on { REPORT_MOUSE } else { REPORT_NO_MOUSE })?;
        out.flush()
    }

    /// The terminal may have got half of a sequence: what is written at the end begins with its end.
    pub fn is_half_written(&self) {
        if let Some(taken) = &mut *locked(self.0) {
            taken.is_half_written = true;
        }
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

fn make_raw(tty: &Tty, settings: &Termios) -> io::Result<()> {
    let mut raw = settings.clone();
    raw.make_raw();
    tty.set(&raw)
}

/// What every terminal is told first.
fn greet(out: &mut impl io::Write) -> io::Result<()> {
    queue!(out, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, Hide)
}

fn locked(taken: &Mutex<Option<Taken>>) -> MutexGuard<'_, Option<Taken>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal back. It may be gone, or take nothing; then there is nobody to tell.
fn give_back() {
    let Some(taken) = locked(&TAKEN).take() else { return };
    let _ = taken.tty.write_within(&farewell(&taken).unwrap_or_default(), PATIENCE);
    // A report may have come that nobody should find on their prompt.
    if taken.awaits_answer {
        taken.tty.read_past(is_last_answer, PATIENCE);
    }
    if taken.awaits_answer || taken.told.mouse {
        taken.tty.drop_typed();
    }
    let _ = taken.tty.set(&taken.settings);
}

fn farewell(taken: &Taken) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if taken.is_half_written {
        bytes.write_all(CANCEL)?;
        bytes.write_all(END_LINK)?;
        bytes.write_all(SCROLL_ALL)?;
    }
    queue!(bytes, EndSynchronizedUpdate, ResetColor)?;
    if taken.told.keys_apart {
        // It belongs to the alternate screen.
        queue!(bytes, PopKeyboardEnhancementFlags)?;
    }
    if taken.told.mouse {
        bytes.write_all(REPORT_NO_MOUSE)?;
    }
    if taken.told.background {
        bytes.write_all(LEAVE_BACKGROUND)?;
    }
    // Where there is no alternate screen, as in mosh, the prompt would come amid the last frame.
    queue!(bytes, MoveTo(0, 0), Clear(ClearType::All))?;
    queue!(bytes, DisableFocusChange, DisableBracketedPaste, LeaveAlternateScreen, Show)?;
    Ok(bytes)
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
