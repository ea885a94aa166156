//! Strings that answer a question, and keys with Alt that look like the beginning of one.

use std::time::{Duration, Instant};

use super::framer::{ESC, State};
use super::paste::CONTROL_C;
use super::{Frame, Framer, alleged};

/// So long after its ESC, what does not look like an answer, and has not ended as one, is keys.
const ALLEGED: Duration = Duration::from_millis(100);
/// No answer takes longer than this.
const ANSWER: Duration = Duration::from_secs(1);
/// No answer that is worth anything is longer than this, in bytes.
const LONGEST_ANSWER: usize = 4 * 1024;
/// What comes so close behind an answer that is too long is the rest of it.
const AFTER_LONG: Duration = Duration::from_millis(40);

const BEL: u8 = 0x07;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;

impl Framer {
    pub(super) fn begin_alleged(&mut self, byte: u8, now: Instant) {
        let until = now + ALLEGED;
        self.wait(State::Alleged { bytes: vec![ESC, byte], until }, until);
    }

    pub(super) fn alleged(&mut self, mut bytes: Vec<u8>, until: Instant, byte: u8, now: Instant) {
        let is_escaped = bytes.len() > 2 && bytes.last() == Some(&ESC);
        let ends_with_st = is_escaped && byte == b'\\';
        if ends_with_st {
            bytes.pop();
        }
        if ends_with_st || byte == BEL && alleged::ends_at_bel(&bytes) {
            return self.frames.push_back(Frame::Answer(bytes));
        }
        // Behind the ESC of an ST comes nothing else; and no key that controls is part of an answer.
        let is_control = (byte < b' ' && byte != ESC) || byte == 0x7f;
        if is_escaped || is_control || bytes.len() >= LONGEST_ANSWER {
            self.release(&bytes, now);
            return self.step(byte, now);
        }
        bytes.push(byte);
        if alleged::is_surely(&bytes) {
            let until = now + ANSWER;
            return self.wait(State::Answer { bytes, until }, until);
        }
        self.wait(State::Alleged { bytes, until }, until);
    }

    /// It was a key with Alt, and keys behind it.
    pub(super) fn release(&mut self, bytes: &[u8], now: Instant) {
        if let [ESC, letter, keys @ ..] = bytes {
            self.frames.push_back(Frame::Alt(char::from(*letter)));
            self.feed(keys, now);
        }
    }

    pub(super) fn answer(&mut self, mut bytes: Vec<u8>, until: Instant, byte: u8, now: Instant) {
        if bytes.last() == Some(&ESC) {
            bytes.pop();
            if byte == b'\\' {
                return self.frames.push_back(Frame::Answer(bytes));
            }
            // Another sequence has begun: this one is over.
            return self.escape(false, byte, now);
        }
        match byte {
            BEL => self.frames.push_back(Frame::Answer(bytes)),
            CAN | SUB => {}
            CONTROL_C => self.frames.push_back(Frame::Char(char::from(byte))),
            _ if bytes.len() >= LONGEST_ANSWER => {
                self.wait(State::Overlong { until, escaped: byte == ESC }, now + AFTER_LONG);
            }
            _ => {
                bytes.push(byte);
                self.wait(State::Answer { bytes, until }, until);
            }
        }
    }

    pub(super) fn overlong(&mut self, until: Instant, escaped: bool, byte: u8, now: Instant) {
        match byte {
            b'\\' if escaped => {}
            _ if escaped => self.escape(false, byte, now),
            BEL | CAN | SUB => {}
            CONTROL_C => self.frames.push_back(Frame::Char(char::from(byte))),
            _ => self.wait(State::Overlong { until, escaped: byte == ESC }, until.min(now + AFTER_LONG)),
        }
    }
}
