//! A paste that is coming in, and what to do with one that never ends.

use std::time::{Duration, Instant};

use super::InputFrame;
use super::control::CONTROL_C;

/// What stands before a paste, behind its ESC `[`.
pub const START: &[u8] = b"\x1b[200~";
/// What stands behind it.
pub const END: &[u8] = b"\x1b[201~";
/// What stands for Ctrl-C where keys are told apart.
const CTRL_C: &[u8] = b"\x1b[99;5u";

/// A paste of more bytes than this is cut off.
pub const MOST: usize = 1024 * 1024;
/// A paste of which nothing came for so long is cut off.
pub const PATIENCE: Duration = Duration::from_secs(1);
/// A Ctrl-C that comes after so long is a key, and no part of the text.
const PAUSE: Duration = Duration::from_millis(100);
/// A key that comes by itself after so long ends the wait for the end mark.
const SILENCE: Duration = Duration::from_millis(300);
/// What comes so close behind a byte comes together with it.
pub const TOGETHER: Duration = Duration::from_millis(30);
/// No key sends more bytes than this.
const LONGEST_KEY: usize = 16;

/// A paste as far as it has come.
#[derive(Debug, Default)]
pub struct Paste {
    bytes: Vec<u8>,
    /// Where in it what came after the last pause begins.
    after_pause: Option<usize>,
    last: Option<Instant>,
}

/// What has become of a paste.
#[derive(Debug, PartialEq, Eq)]
pub enum PasteStep {
    /// It goes on.
    More,
    /// It has ended.
    Ended(InputFrame),
    /// It is cut off; what follows it belongs to it still. Perhaps a key is what cut it off.
    CutOff(InputFrame, Option<InputFrame>, Remainder),
}

impl Paste {
    /// Takes a byte that came at `now`.
    pub fn take(&mut self, byte: u8, now: Instant) -> PasteStep {
        let paused = self.last.is_some_and(|last| now.duration_since(last) >= PAUSE);
        self.last = Some(now);
        if paused {
            self.after_pause = Some(self.bytes.len());
        }
        if paused && byte == CONTROL_C {
            let key = InputFrame::Char(char::from(byte));
            return PasteStep::CutOff(self.cut_off(), Some(key), Remainder::new(now));
        }
        self.bytes.push(byte);
        if self.bytes.ends_with(END) {
            self.bytes.truncate(self.bytes.len() - END.len());
            return PasteStep::Ended(InputFrame::Paste {
                bytes: std::mem::take(&mut self.bytes),
                is_whole: true,
            });
        }
        if let Some(start) = self.after_pause.filter(|start| &self.bytes[*start..] == CTRL_C) {
            self.bytes.truncate(start);
            let key = InputFrame::Sequence { bytes: CTRL_C.to_vec(), alt: false };
            return PasteStep::CutOff(self.cut_off(), Some(key), Remainder::new(now));
        }
        // The last of them may be the begin of the end mark.
        if self.bytes.len() >= MOST + END.len() {
            let tail = self.bytes.split_off(MOST);
            return PasteStep::CutOff(self.cut_off(), None, Remainder { tail, ..Remainder::new(now) });
        }
        PasteStep::More
    }

    /// What came, as a paste without its end.
    pub fn cut_off(&mut self) -> InputFrame {
        self.bytes.truncate(MOST);
        InputFrame::Paste { bytes: std::mem::take(&mut self.bytes), is_whole: false }
    }
}

/// What still comes of a paste that was cut off: thrown away up to its end mark, never run as keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Remainder {
    /// The last bytes, among which the end mark is looked for.
    tail: Vec<u8>,
    /// What may be a key that was pressed by itself.
    alone: Vec<u8>,
    last: Instant,
}

/// What has become of the remainder.
#[derive(Debug, PartialEq, Eq)]
pub enum Rest {
    /// More of it may come.
    More,
    /// Perhaps a key by itself: that is known when nothing follows for [`TOGETHER`].
    Perhaps,
    /// Its end mark came.
    Ended,
    /// Ctrl-C ended it.
    Interrupted,
}

impl Remainder {
    /// What follows a paste that was cut off at `now`.
    #[must_use]
    pub fn new(now: Instant) -> Self {
        Self { tail: Vec::new(), alone: Vec::new(), last: now }
    }

    /// Takes a byte that came at `now`.
    pub fn take(&mut self, byte: u8, now: Instant) -> Rest {
        let silence = now.duration_since(self.last) >= SILENCE;
        self.last = now;
        if silence && byte == CONTROL_C {
            return Rest::Interrupted;
        }
        self.tail.push(byte);
        if self.tail.ends_with(END) {
            return Rest::Ended;
        }
        if self.tail.len() > 64 {
            self.tail.drain(..self.tail.len() - END.len());
        }
        let goes_on = !self.alone.is_empty() && self.alone.len() < LONGEST_KEY;
        if silence || goes_on {
            if silence {
                self.alone.clear();
            }
            self.alone.push(byte);
            return Rest::Perhaps;
        }
        self.alone.clear();
        Rest::More
    }

    /// What came by itself after a silence, now that nothing has followed it.
    pub fn take_alone(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.alone)
    }
}
