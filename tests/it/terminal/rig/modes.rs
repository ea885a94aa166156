//! What was set on a terminal and not set back, by all that was written to it.

/// In words; nothing where it is as it was.
pub fn left_on(written: &[u8]) -> Vec<String> {
    let mut modes = Modes::default();
    let mut rest = written;
    while let Some((byte, behind)) = rest.split_first() {
        rest = if *byte == ESC { modes.sequence(behind) } else { behind };
    }
    modes.on
}

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// It breaks off whatever was begun.
const CAN: u8 = 0x18;

#[derive(Default)]
struct Modes {
    on: Vec<String>,
}

impl Modes {
    fn set(&mut self, what: &str, is_on: bool) {
        self.on.retain(|on| on != what);
        if is_on {
            self.on.push(what.to_owned());
        }
    }

    /// Takes a sequence, from behind its ESC; gives what stands behind it.
    fn sequence<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes {
            [b'[', rest @ ..] => {
                let end = rest.iter().position(|byte| matches!(*byte, 0x40..=0x7e | ESC | CAN));
                let Some(end) = end else { return &[] };
                if rest[end] != ESC && rest[end] != CAN {
                    self.control(&String::from_utf8_lossy(&rest[..=end]));
                    return &rest[end + 1..];
                }
                &rest[end..]
            }
            [b']' | b'P' | b'_' | b'^', rest @ ..] => {
                let end = rest.iter().position(|byte| matches!(*byte, BEL | ESC | CAN)).unwrap_or(rest.len());
                if bytes[0] == b']' {
                    self.command(&String::from_utf8_lossy(&rest[..end]));
                }
                &rest[end..]
            }
            [b'=', rest @ ..] => {
                self.set("the keypad of applications", true);
                rest
            }
            [b'>', rest @ ..] => {
                self.set("the keypad of applications", false);
                rest
            }
            [_, rest @ ..] => rest,
            [] => &[],
        }
    }

    /// CSI, with its last character.
    fn control(&mut self, sequence: &str) {
        let (body, last) = sequence.split_at(sequence.len() - 1);
        match (body.chars().next(), last) {
            (Some('?'), "h" | "l") => {
                for mode in body[1..].split(';') {
                    self.mode(mode, last == "h");
                }
            }
            (Some('>'), "u") => self.on.push(KEYBOARD.to_owned()),
            (Some('<'), "u") => {
                if let Some(at) = self.on.iter().rposition(|on| on == KEYBOARD) {
                    self.on.remove(at);
                }
            }
            // It adds to what was pushed; where nothing was, it stays.
            (Some('='), "u") if !self.on.iter().any(|on| on == KEYBOARD) => {
                self.set("keys set without a push", true);
            }
            (Some('>'), "m") => self.set("modifyOtherKeys", !body.ends_with('0') && body.contains(';')),
            (None, "r") => self.set("a region that scrolls", false),
            (Some('0'..='9' | ';'), "r") => self.set("a region that scrolls", true),
            (None | Some('0'..='9' | ';' | ':'), "m") => {
                let is_reset = body.is_empty() || body == "0" || body.ends_with(";0");
                if is_reset {
                    self.set("a colour or style", false);
                } else if body != "39" && body != "49" && body != "39;49" {
                    self.set("a colour or style", true);
                }
            }
            (_, "q") if body.ends_with(' ') => self.set("the cursor's shape", body != " " && body != "0 "),
            (_, "t") if body.starts_with("22") => self.on.push("a title on the stack".into()),
            (_, "t") if body.starts_with("23") => self.set("a title on the stack", false),
            _ => {}
        }
    }

    fn mode(&mut self, mode: &str, is_set: bool) {
        match mode {
            // These are set to begin with.
            "7" => self.set("no wrapping", !is_set),
            "25" => self.set("a hidden cursor", !is_set),
            "1049" => {
                // Each of the two screens has keys of its own.
                let is_kept = !is_set && self.on.iter().any(|on| on == KEYBOARD);
                self.set("keys of the alternate screen", is_kept);
                self.set("mode 1049", is_set);
            }
            mode => self.set(&format!("mode {mode}"), is_set),
        }
    }

    /// OSC.
    fn command(&mut self, command: &str) {
        let (number, text) = command.split_once(';').unwrap_or((command, ""));
        match number {
            "0" | "1" | "2" => self.set("a title", true),
            "4" | "10" | "11" | "12" if !text.ends_with('?') => self.set("a colour of the terminal", true),
            "8" => self.set("a link", !text.ends_with(';') && text.contains(';')),
            _ => {}
        }
    }
}

const KEYBOARD: &str = "keys that are told apart";

#[test]
fn what_is_left_on_is_seen() {
    for (written, left) in [
        ("plain \x1b[1;1Htext\x1b[2J", &[][..]),
        ("\x1b[?1049h\x1b[?25l\x1b[?25h\x1b[?1049l", &[]),
        ("\x1b[?1049h\x1b[?2004h\x1b[?1049l", &["mode 2004"]),
        ("\x1b[?1000;1006h\x1b[?1000l", &["mode 1006"]),
        ("\x1b[?25l", &["a hidden cursor"]),
        ("\x1b[>1u\x1b[=4;2u\x1b[<1u", &[]),
        ("\x1b[>1u\x1b[>1u\x1b[<1u", &["keys that are told apart"]),
        ("\x1b[=1;2u", &["keys set without a push"]),
        ("\x1b[2;5r", &["a region that scrolls"]),
        ("\x1b[2;5r\x1b[r", &[]),
        ("\x1b[38;5;6m", &["a colour or style"]),
        ("\x1b[38;5;6mx\x1b[39m\x1b[49m\x1b[0m", &[]),
        ("\x1b]0;title\x07", &["a title"]),
        ("\x1b]11;?\x1b\\\x1b[?u\x1b[c", &[]),
        ("\x1b]8;id=1;https://a\x1b\\x", &["a link"]),
        ("\x1b]8;id=1;https://a\x1b\\x\x1b]8;;\x1b\\", &[]),
        // Broken off in the middle.
        ("\x1b[?20\x18\x1b[?2026l", &[]),
        ("\x1b]8;id=1;https://\x18\x1b]8;;\x1b\\", &[]),
        ("\x1b[?1049h\x1b[>1u\x1b[?1049l\x1b[<u", &["keys of the alternate screen"]),
    ] {
        assert_eq!(left_on(written.as_bytes()), left, "{written:?}");
    }
}
