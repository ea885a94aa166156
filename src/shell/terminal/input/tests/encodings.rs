//! Each key of the default table in each way in which terminals send it: whole, and cut anywhere.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::keys::{Chord, Keymap, Sequence};

use super::{Play, Report};

/// How a terminal sends keys.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    /// As terminals always did.
    Legacy,
    /// The same, with the keypad's and the cursor's keys told to be the application's.
    Application,
    /// xterm's `modifyOtherKeys`.
    ModifyOtherKeys,
    /// The same in its other format, which is that of fixterms.
    CsiU,
    /// The kitty keyboard protocol, first level, as this program asks for it.
    Kitty,
    /// The same with all that a terminal may add: Num Lock on, the kind of event, other letters of the key.
    KittyInFull,
}

const ENCODINGS: [Encoding; 6] = [
    Encoding::Legacy,
    Encoding::Application,
    Encoding::ModifyOtherKeys,
    Encoding::CsiU,
    Encoding::Kitty,
    Encoding::KittyInFull,
];

/// Caps Lock is 64, Num Lock 128.
const NUM_LOCK: u8 = 128;

/// A key as it is written in the key table, taken apart.
struct Key<'a> {
    ctrl: bool,
    alt: bool,
    shift: bool,
    name: &'a str,
}

impl<'a> Key<'a> {
    fn of(written: &'a str) -> Self {
        let mut key = Self { ctrl: false, alt: false, shift: false, name: written };
        for (prefix, held) in [("ctrl-", &mut key.ctrl), ("alt-", &mut key.alt), ("shift-", &mut key.shift)] {
            if let Some(rest) = key.name.strip_prefix(prefix) {
                (key.name, *held) = (rest, true);
            }
        }
        key
    }

    /// What was held, as sequences say it: 1 for nothing.
    fn modifier(&self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.ctrl)
    }

    /// The number by which sequences name a key that makes a character, or did on a typewriter.
    fn code(&self) -> Option<u32> {
        Some(match self.name {
            "enter" => 13,
            "esc" => 27,
            "tab" => 9,
            "space" => 32,
            "backspace" => 127,
            name => {
                let mut chars = name.chars();
                let first = chars.next()?;
                chars.next().is_none().then_some(u32::from(first))?
            }
        })
    }

    /// The letter, and whether it stands behind SS3 without modifiers.
    fn letter(&self) -> Option<(char, bool)> {
        Some(match self.name {
            "up" => ('A', false),
            "down" => ('B', false),
            "right" => ('C', false),
            "left" => ('D', false),
            "end" => ('F', false),
            "home" => ('H', false),
            "f1" => ('P', true),
            "f2" => ('Q', true),
            "f4" => ('S', true),
            _ => return None,
        })
    }

    fn number(&self) -> Option<u8> {
        Some(match self.name {
            "insert" => 2,
            "delete" => 3,
            "pgup" => 5,
            "pgdn" => 6,
            "f3" => 13,
            "f5" => 15,
            _ => return None,
        })
    }

    /// What a terminal sends for it; nothing where it sends the key only in another way.
    fn sent(&self, encoding: Encoding) -> Option<Vec<u8>> {
        let is_full = matches!(encoding, Encoding::KittyInFull);
        let locked = self.modifier() + if is_full { NUM_LOCK } else { 0 };
        let kind = if is_full { ":1" } else { "" };
        if let Some((letter, is_ss3)) = self.letter() {
            let is_plain = locked == 1;
            let sent = match (encoding, is_plain) {
                (Encoding::Application, true) => format!("\x1bO{letter}"),
                (_, true) if is_ss3 => format!("\x1bO{letter}"),
                (_, true) => format!("\x1b[{letter}"),
                (_, false) => format!("\x1b[1;{locked}{kind}{letter}"),
            };
            return Some(sent.into_bytes());
        }
        if let Some(number) = self.number() {
            let sent = if locked == 1 {
                format!("\x1b[{number}~")
            } else {
                format!("\x1b[{number};{locked}{kind}~")
            };
            return Some(sent.into_bytes());
        }
        if self.name == "backtab" {
            let sent = match encoding {
                Encoding::ModifyOtherKeys => "\x1b[27;2;9~",
                Encoding::CsiU | Encoding::Kitty => "\x1b[9;2u",
                Encoding::KittyInFull => "\x1b[9;130:1u",
                Encoding::Legacy | Encoding::Application => "\x1b[Z",
            };
            return Some(sent.into());
        }
        let code = self.code()?;
        let is_held = self.ctrl || self.alt || self.shift;
        match encoding {
            Encoding::ModifyOtherKeys if is_held => Some(format!("\x1b[27;{};{code}~", self.modifier())),
            Encoding::CsiU if is_held => Some(format!("\x1b[{code};{}u", self.modifier())),
            Encoding::Kitty if is_held => Some(in_kitty(code, self.modifier(), "")),
            Encoding::KittyInFull if is_held => Some(in_kitty(code, locked, ":1")),
            Encoding::Kitty if self.name == "esc" => Some("\x1b[27u".into()),
            Encoding::KittyInFull if self.name == "esc" => Some("\x1b[27;129:1u".into()),
            _ => None,
        }
        .map(String::into_bytes)
        .or_else(|| self.legacy(code))
    }

    fn legacy(&self, code: u32) -> Option<Vec<u8>> {
        let code = u8::try_from(code).ok()?;
        let byte = match (self.ctrl, code) {
            (true, 127) => return None,
            (true, _) => code & 0x1f,
            (false, _) => code,
        };
        (!self.shift).then(|| if self.alt { vec![0x1b, byte] } else { vec![byte] })
    }
}

/// A capital is named by the small letter of its key, with Shift.
fn in_kitty(code: u32, modifier: u8, kind: &str) -> String {
    let letter = char::from_u32(code).expect("a character");
    if letter.is_ascii_uppercase() {
        let small = u32::from(letter.to_ascii_lowercase());
        return format!("\x1b[{small}:{code};{}{kind}u", modifier + 1);
    }
    let others = if kind.is_empty() { "" } else { "::" };
    let base = if kind.is_empty() { String::new() } else { code.to_string() };
    format!("\x1b[{code}{others}{base};{modifier}{kind}u")
}

fn reported(pieces: &[&[u8]], pause: Duration) -> Vec<Report> {
    let mut play = Play::new();
    for piece in pieces {
        play.send(piece);
        play.wait(pause);
    }
    play.wait(Duration::from_secs(2));
    play.reports
}

/// Each chord of the default table, once.
fn chords() -> BTreeSet<String> {
    let all = Keymap::builtin().all().flat_map(|row| row.keys.iter().flat_map(Sequence::iter));
    all.map(Chord::written).collect()
}

#[test]
fn each_key_of_the_table_is_itself_in_each_encoding_wherever_it_is_cut() {
    let mut count = 0;
    for written in chords() {
        let wanted: Chord = written.parse().unwrap();
        for encoding in ENCODINGS {
            let Some(sent) = Key::of(&written).sent(encoding) else { continue };
            let told = format!("{written} as {encoding:?}, {:?}", String::from_utf8_lossy(&sent));
            let whole = reported(&[&sent], Duration::ZERO);
            let [Report::Key(key)] = whole[..] else { panic!("{told}: {whole:?}") };
            assert_eq!(Chord::from(key), wanted, "{told}");
            for cut in 1..sent.len() {
                // What follows ESC by itself is waited for only as long as nobody notices.
                let pause = Duration::from_millis(if cut == 1 { 30 } else { 200 });
                let (first, rest) = sent.split_at(cut);
                assert_eq!(reported(&[first, rest], pause), whole, "{told} cut at {cut}");
                count += 1;
            }
            let bytes: Vec<_> = sent.chunks(1).collect();
            assert_eq!(reported(&bytes, Duration::from_millis(30)), whole, "{told} byte by byte");
        }
    }
    assert!(count > 1_000, "only {count} cuts were tried");
}
