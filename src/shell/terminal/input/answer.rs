//! Strings that answer a question, and keys with Alt that look like the beginning of one.

use std::time::{Duration, Instant};

use super::answer_prefix;
use super::control::{BEL, CAN, CONTROL_C, ESC, SUB};

/// So long after its ESC, what does not look like an answer, and has not ended as one, is keys.
const UNDECIDED: Duration = Duration::from_millis(100);
/// No answer takes longer than this.
const ANSWER: Duration = Duration::from_secs(1);
/// No answer that is worth anything is longer than this, in bytes.
const LONGEST: usize = 4 * 1024;
/// Bytes of one write lie no further apart.
const TOGETHER: Duration = Duration::from_millis(15);
/// What comes so close behind an answer that is too long is the rest of it, however much that is.
const AFTER_LONG: Duration = Duration::from_millis(300);
/// Nobody types so much, in bytes, before it is decided whether it is an answer.
const TYPED: usize = 64;

/// An answer, or what may be one, as far as it has come.
#[derive(Debug)]
pub enum TerminalAnswer {
    /// It may begin an answer, or be a key with Alt. Keys after `until`.
    Undecided { bytes: Vec<u8>, until: Instant },
    /// It is one. It ends at `until`; its last byte came at `last`.
    Certain { bytes: Vec<u8>, until: Instant, last: Instant },
    /// It is one that is too long.
    Overlong { escaped: bool },
}

/// What a byte more made of it.
pub enum Progress {
    /// It goes on; it is given up at that time.
    More(TerminalAnswer, Instant),
    /// It has ended, with what it says.
    Ended(Vec<u8>),
    /// It has ended, and says nothing.
    EndedEmpty,
    /// It was these keys, from their ESC on, and the byte stands behind them.
    Keys(Vec<u8>),
    /// It was broken off by another ESC, and the byte stands behind that.
    Escaped,
    /// It was cut off, and the byte is something else.
    CutOff,
    /// The person pressed Ctrl-C.
    Interrupted,
}

impl TerminalAnswer {
    /// What begins with ESC and `byte`, and until when it is waited for.
    pub fn begin(byte: u8, now: Instant) -> (Self, Instant) {
        let until = now + UNDECIDED;
        (Self::Undecided { bytes: vec![ESC, byte], until }, until)
    }

    /// Takes a byte that came at `now`.
    pub fn take(self, byte: u8, now: Instant) -> Progress {
        match self {
            Self::Undecided { bytes, until } => undecided(bytes, until, byte, now),
            Self::Certain { bytes, until, last } => certain(bytes, (until, last), byte, now),
            Self::Overlong { escaped } => overlong(escaped, byte, now),
        }
    }
}

fn undecided(mut bytes: Vec<u8>, until: Instant, byte: u8, now: Instant) -> Progress {
    let is_escaped = bytes.len() > 2 && bytes.last() == Some(&ESC);
    let ends_with_st = is_escaped && byte == b'\\';
    if ends_with_st {
        bytes.pop();
    }
    if ends_with_st || byte == BEL && answer_prefix::ends_at_bel(&bytes) {
        return Progress::Ended(bytes);
    }
    // Behind the ESC of an ST comes nothing else; and no key that controls is part of an answer.
    let is_control = (byte < b' ' && byte != ESC) || byte == 0x7f;
    if is_escaped || is_control {
        return Progress::Keys(bytes);
    }
    bytes.push(byte);
    if answer_prefix::is_surely(&bytes) {
        let until = now + ANSWER;
        return Progress::More(TerminalAnswer::Certain { bytes, until, last: now }, until);
    }
    if bytes.len() > TYPED {
        return Progress::More(TerminalAnswer::Overlong { escaped: byte == ESC }, now + AFTER_LONG);
    }
    Progress::More(TerminalAnswer::Undecided { bytes, until }, until)
}

fn certain(mut bytes: Vec<u8>, (until, last): (Instant, Instant), byte: u8, now: Instant) -> Progress {
    if bytes.last() == Some(&ESC) {
        bytes.pop();
        // Otherwise another sequence has begun: this one is over.
        return if byte == b'\\' { Progress::Ended(bytes) } else { Progress::Escaped };
    }
    match byte {
        BEL => Progress::Ended(bytes),
        CAN | SUB => Progress::EndedEmpty,
        CONTROL_C => Progress::Interrupted,
        // Typed behind one that was cut off: that is no part of it, and did not come with it.
        _ if now > last + TOGETHER && !answer_prefix::may_go_on(&bytes, byte) => Progress::CutOff,
        _ if bytes.len() >= LONGEST => {
            Progress::More(TerminalAnswer::Overlong { escaped: byte == ESC }, now + AFTER_LONG)
        }
        _ => {
            bytes.push(byte);
            Progress::More(TerminalAnswer::Certain { bytes, until, last: now }, until)
        }
    }
}

fn overlong(escaped: bool, byte: u8, now: Instant) -> Progress {
    match byte {
        b'\\' if escaped => Progress::EndedEmpty,
        _ if escaped => Progress::Escaped,
        BEL | CAN | SUB => Progress::EndedEmpty,
        CONTROL_C => Progress::Interrupted,
        _ => Progress::More(TerminalAnswer::Overlong { escaped: byte == ESC }, now + AFTER_LONG),
    }
}
