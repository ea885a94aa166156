//! Where one thing that the terminal sends ends, and the next begins.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::answer::{Progress, TerminalAnswer};
use super::control::{CONTROL_C, ESC};
use super::paste::{self, Paste, PasteStep, Remainder, Rest};
use super::{InputFrame, answer_prefix};

/// A lone ESC is a key when nothing has followed it for so long.
const AFTER_ESCAPE: Duration = Duration::from_millis(40);
/// A sequence that has begun, as with `ESC [`, waits so long for its next byte.
const AFTER_START: Duration = Duration::from_millis(250);
/// A report of the mouse or an answer, which begin as no key does, wait so long: the rest of them must not be
/// typed.
const AFTER_REPORT: Duration = Duration::from_secs(1);
/// No key is longer than this, in bytes; what is, means nothing.
const LONGEST_SEQUENCE: usize = 64;

/// Takes bytes as they come, cut anywhere, and gives frames.
///
/// The caller reads until nothing is there any more, hands everything to [`Framer::feed`], and only
/// then calls [`Framer::expire`]: what was waiting while the program was busy was not late.
#[derive(Debug, Default)]
pub struct Framer {
    state: State,
    /// When the state is given up if nothing comes.
    deadline: Option<Instant>,
    frames: VecDeque<InputFrame>,
}

#[derive(Debug, Default)]
enum State {
    /// Between two frames.
    #[default]
    Ground,
    /// Within a character of several bytes.
    Character { bytes: Vec<u8>, length: usize, alt: bool },
    /// Behind ESC, or, if `twice`, behind two.
    Escape { twice: bool },
    /// Behind `ESC [` or `ESC O`.
    Sequence { bytes: Vec<u8>, alt: bool },
    /// Within the three bytes behind `ESC [ M`, an old report of the mouse.
    Mouse { bytes: Vec<u8> },
    /// Within an answer, or what may be one.
    Answer(TerminalAnswer),
    /// Within a paste.
    Paste(Paste),
    /// Behind a paste that was cut off.
    Remainder(Remainder),
}

impl Framer {
    /// Takes bytes that were read at `now`.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) {
        for byte in bytes {
            self.step(*byte, now);
        }
    }

    /// When [`Framer::expire`] is to be called, unless bytes come before.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Gives up waiting for what has not come by `now`.
    pub fn expire(&mut self, now: Instant) {
        if self.deadline.is_none_or(|deadline| now < deadline) {
            return;
        }
        self.deadline = None;
        match std::mem::take(&mut self.state) {
            State::Ground | State::Character { .. } | State::Mouse { .. } => {}
            State::Answer(TerminalAnswer::Undecided { bytes, .. }) => self.release(&bytes, now),
            State::Answer(TerminalAnswer::Certain { bytes, .. }) => {
                self.escapes_if(bytes.last() == Some(&ESC));
            }
            State::Answer(TerminalAnswer::Overlong { escaped }) => self.escapes_if(escaped),
            State::Escape { twice } => self.escapes(twice),
            State::Sequence { bytes, alt } => self.broken(&bytes, alt),
            State::Paste(mut paste) => {
                self.frames.push_back(paste.cut_off());
                // It has been silent since the last byte.
                self.state =
                    State::Remainder(Remainder::new(now.checked_sub(paste::PATIENCE).unwrap_or(now)));
            }
            State::Remainder(mut remainder) => match only_key(&remainder.take_alone(), now) {
                Some(key) => self.frames.push_back(key),
                None => self.state = State::Remainder(remainder),
            },
        }
    }

    /// The next frame, if one is whole.
    pub fn next_frame(&mut self) -> Option<InputFrame> {
        self.frames.pop_front()
    }

    fn step(&mut self, byte: u8, now: Instant) {
        self.deadline = None;
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte, now),
            State::Character { bytes, length, alt } => self.character(bytes, length, alt, byte, now),
            State::Escape { twice } => self.escape(twice, byte, now),
            State::Sequence { bytes, alt } => self.sequence(bytes, alt, byte, now),
            State::Mouse { bytes } => self.mouse(bytes, byte, now),
            State::Answer(answer) => self.answer(answer, byte, now),
            State::Paste(paste) => self.paste(paste, byte, now),
            State::Remainder(remainder) => self.remainder(remainder, byte, now),
        }
    }

    fn wait(&mut self, state: State, until: Instant) {
        self.state = state;
        self.deadline = Some(until);
    }

    fn ground(&mut self, byte: u8, now: Instant) {
        match byte {
            ESC => self.wait(State::Escape { twice: false }, now + AFTER_ESCAPE),
            0x80.. => self.begin_character(byte, false),
            _ => self.frames.push_back(InputFrame::Char(char::from(byte))),
        }
    }

    /// A byte that can't begin a character, as of another encoding, is dropped.
    fn begin_character(&mut self, byte: u8, alt: bool) {
        let length = match byte {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return,
        };
        self.state = State::Character { bytes: vec![byte], length, alt };
    }

    fn character(&mut self, mut bytes: Vec<u8>, length: usize, alt: bool, byte: u8, now: Instant) {
        if !(0x80..0xc0).contains(&byte) {
            return self.ground(byte, now);
        }
        bytes.push(byte);
        if bytes.len() < length {
            self.state = State::Character { bytes, length, alt };
        } else if let Some(c) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            self.frames.push_back(if alt { InputFrame::Alt(c) } else { InputFrame::Char(c) });
        }
    }

    fn escape(&mut self, twice: bool, byte: u8, now: Instant) {
        match byte {
            ESC => {
                if twice {
                    self.frames.push_back(InputFrame::Escape);
                }
                return self.wait(State::Escape { twice: true }, now + AFTER_ESCAPE);
            }
            b'[' | b'O' => {
                let bytes = vec![ESC, byte];
                return self.wait(State::Sequence { bytes, alt: twice }, now + AFTER_START);
            }
            _ => {}
        }
        if twice {
            self.frames.push_back(InputFrame::Escape);
        }
        match byte {
            // Whoever presses Ctrl-C in haste wants out.
            CONTROL_C => {
                self.frames.push_back(InputFrame::Escape);
                self.frames.push_back(InputFrame::Char(char::from(byte)));
            }
            0x80.. => self.begin_character(byte, true),
            _ if answer_prefix::may_begin(byte) => {
                let (answer, until) = TerminalAnswer::begin(byte, now);
                self.wait(State::Answer(answer), until);
            }
            _ => self.frames.push_back(InputFrame::Alt(char::from(byte))),
        }
    }

    fn escapes_if(&mut self, is_one: bool) {
        if is_one {
            self.frames.push_back(InputFrame::Escape);
        }
    }

    fn escapes(&mut self, twice: bool) {
        for _ in 0..=usize::from(twice) {
            self.frames.push_back(InputFrame::Escape);
        }
    }

    fn sequence(&mut self, mut bytes: Vec<u8>, alt: bool, byte: u8, now: Instant) {
        let is_final = match (bytes.as_slice(), byte) {
            // A function key of the Linux console: one letter more.
            ([ESC, b'['], b'[') => false,
            // Shift with a key, in rxvt; the answers that hold a $ hold more than a number before it.
            ([ESC, b'[', number @ ..], b'$') => !number.is_empty() && number.iter().all(u8::is_ascii_digit),
            (_, 0x40..=0x7e) => true,
            (_, 0x20..=0x3f) => false,
            _ => {
                self.broken(&bytes, alt);
                return self.ground(byte, now);
            }
        };
        if bytes.len() < LONGEST_SEQUENCE {
            bytes.push(byte);
        }
        if !is_final {
            let is_report = matches!(bytes.get(2), Some(b'<' | b'=' | b'>' | b'?'));
            let patience = if is_report { AFTER_REPORT } else { AFTER_START };
            return self.wait(State::Sequence { bytes, alt }, now + patience);
        }
        let is_paste = bytes == paste::START;
        if is_paste && alt {
            self.frames.push_back(InputFrame::Escape);
        }
        match bytes.as_slice() {
            b"\x1b[M" => self.wait(State::Mouse { bytes }, now + AFTER_REPORT),
            _ if is_paste => self.wait(State::Paste(Paste::default()), now + paste::PATIENCE),
            // The end of a paste that is over.
            paste::END => {}
            _ if bytes.len() >= LONGEST_SEQUENCE => {}
            _ => self.frames.push_back(InputFrame::Sequence { bytes, alt }),
        }
    }

    /// What begins a sequence, without one, is a key with Alt; half a sequence is nothing.
    fn broken(&mut self, bytes: &[u8], alt: bool) {
        if let [ESC, letter] = bytes {
            if alt {
                self.frames.push_back(InputFrame::Escape);
            }
            self.frames.push_back(InputFrame::Alt(char::from(*letter)));
        }
    }

    fn mouse(&mut self, mut bytes: Vec<u8>, byte: u8, now: Instant) {
        if byte < b' ' {
            return self.ground(byte, now);
        }
        bytes.push(byte);
        if bytes.len() < 6 {
            self.wait(State::Mouse { bytes }, now + AFTER_REPORT);
        } else {
            self.frames.push_back(InputFrame::Sequence { bytes, alt: false });
        }
    }

    fn answer(&mut self, answer: TerminalAnswer, byte: u8, now: Instant) {
        match answer.take(byte, now) {
            Progress::More(answer, until) => self.wait(State::Answer(answer), until),
            Progress::Ended(bytes) => self.frames.push_back(InputFrame::Answer(bytes)),
            Progress::EndedEmpty => {}
            Progress::Keys(bytes) => {
                self.release(&bytes, now);
                self.step(byte, now);
            }
            Progress::Escaped => self.escape(false, byte, now),
            Progress::CutOff => self.ground(byte, now),
            Progress::Interrupted => self.frames.push_back(InputFrame::Char(char::from(CONTROL_C))),
        }
    }

    /// What might have been an answer was a key with Alt, and keys behind it.
    fn release(&mut self, bytes: &[u8], now: Instant) {
        if let [ESC, letter, keys @ ..] = bytes {
            self.frames.push_back(InputFrame::Alt(char::from(*letter)));
            self.feed(keys, now);
        }
    }

    fn paste(&mut self, mut paste: Paste, byte: u8, now: Instant) {
        match paste.take(byte, now) {
            PasteStep::More => self.wait(State::Paste(paste), now + paste::PATIENCE),
            PasteStep::Ended(text) => self.frames.push_back(text),
            PasteStep::CutOff(text, key, remainder) => {
                self.frames.push_back(text);
                self.frames.extend(key);
                self.state = State::Remainder(remainder);
            }
        }
    }

    fn remainder(&mut self, mut remainder: Remainder, byte: u8, now: Instant) {
        match remainder.take(byte, now) {
            Rest::More => self.state = State::Remainder(remainder),
            Rest::Perhaps => self.wait(State::Remainder(remainder), now + paste::TOGETHER),
            Rest::Ended => {}
            Rest::Interrupted => self.frames.push_back(InputFrame::Char(char::from(CONTROL_C))),
        }
    }
}

/// The key that `bytes` are, if they are one and nothing else.
fn only_key(bytes: &[u8], now: Instant) -> Option<InputFrame> {
    let mut framer = Framer::default();
    framer.feed(bytes, now);
    framer.expire(now + AFTER_START);
    let key = framer.next_frame()?;
    let is_key = !matches!(key, InputFrame::Answer(_) | InputFrame::Paste { .. });
    (is_key && framer.next_frame().is_none() && matches!(framer.state, State::Ground)).then_some(key)
}
