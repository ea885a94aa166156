//! A key with its modifiers, as it is compared and written.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;

use crate::domain::invisible::is_invisible;

/// A key press, reduced to what terminals report alike: the code, Ctrl and Alt, and Shift with a key that makes no
/// character. With one that does it counts only in the character that it makes; Shift-Tab is a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Chord {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
    other: Other,
}

/// What else was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Other {
    /// Nothing that counts.
    Nothing,
    /// Shift.
    Shift,
    /// Super, Hyper or Meta, which few terminals tell: nothing is bound so.
    Beyond,
}

/// The keys that have a name: in the table, and as a person reads it.
const NAMED: [(&str, &str, KeyCode); 28] = [
    ("enter", "Enter", KeyCode::Enter),
    ("esc", "Esc", KeyCode::Esc),
    ("tab", "Tab", KeyCode::Tab),
    ("backtab", "Shift-Tab", KeyCode::BackTab),
    ("space", "Space", KeyCode::Char(' ')),
    ("backspace", "Backspace", KeyCode::Backspace),
    ("delete", "Delete", KeyCode::Delete),
    ("insert", "Insert", KeyCode::Insert),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("pgup", "PgUp", KeyCode::PageUp),
    ("pgdn", "PgDn", KeyCode::PageDown),
    ("f1", "F1", KeyCode::F(1)),
    ("f2", "F2", KeyCode::F(2)),
    ("f3", "F3", KeyCode::F(3)),
    ("f4", "F4", KeyCode::F(4)),
    ("f5", "F5", KeyCode::F(5)),
    ("f6", "F6", KeyCode::F(6)),
    ("f7", "F7", KeyCode::F(7)),
    ("f8", "F8", KeyCode::F(8)),
    ("f9", "F9", KeyCode::F(9)),
    ("f10", "F10", KeyCode::F(10)),
    ("f11", "F11", KeyCode::F(11)),
    ("f12", "F12", KeyCode::F(12)),
];

impl Chord {
    /// The key, if no modifier but Shift was held with it: what is pressed with one acts as it is
    /// bound, or not at all.
    #[must_use]
    pub fn plain(&self) -> Option<KeyCode> {
        (!self.ctrl && !self.alt && self.other != Other::Beyond).then_some(self.code)
    }

    /// The names of the keys that have one, as they are written in a key table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(name, ..)| *name)
    }

    /// As it is written in a key table.
    #[must_use]
    pub fn written(self) -> String {
        let named = NAMED.iter().find(|(.., code)| *code == self.code);
        let key = match (named, self.code) {
            (Some((name, ..)), _) => (*name).to_owned(),
            (None, KeyCode::Char(c)) => c.to_string(),
            (None, code) => code.to_string(),
        };
        let held = [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.other == Other::Shift, "shift-")];
        let held: String = held.into_iter().filter_map(|(is_held, name)| is_held.then_some(name)).collect();
        held + &key
    }

    /// The same key without Shift, if that was held: what is not bound with it acts as without.
    #[must_use]
    pub fn without_shift(self) -> Option<Self> {
        (self.other == Other::Shift).then_some(Self { other: Other::Nothing, ..self })
    }

    /// Why no plain terminal tells the key apart from others, if none does.
    #[must_use]
    pub fn unsendable(self) -> Option<&'static str> {
        match (self.ctrl, self.code) {
            (_, KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace) if self.other == Other::Shift => {
                Some("a terminal sends the key without Shift for it")
            }
            (true, KeyCode::Char('h')) => Some("a terminal sends Backspace for it"),
            (true, KeyCode::Char('i')) => Some("a terminal sends Tab for it"),
            (true, KeyCode::Char('m')) => Some("a terminal sends Enter for it"),
            (true, KeyCode::Char('[')) => Some("a terminal sends Esc for it"),
            (true, KeyCode::Char(c)) if !c.is_ascii_lowercase() => {
                Some("with Ctrl a terminal sends letters only")
            }
            (true, KeyCode::Enter | KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab) => {
                Some("a terminal sends the key without Ctrl for it")
            }
            (false, KeyCode::Char('[' | ']' | 'O' | 'P' | 'X' | '^' | '_') | KeyCode::Esc) if self.alt => {
                Some("other keys begin like it")
            }
            _ => None,
        }
    }

    /// Whether the key is pressed by habit, to scroll, to delete or to save: what can't be taken back
    /// is not on it.
    #[must_use]
    pub fn is_held_or_saves(self) -> bool {
        self.ctrl && matches!(self.code, KeyCode::Char('s' | 'd' | 'u' | 'k'))
    }

    /// Whether the key types a character, and so belongs to the text wherever text is typed.
    #[must_use]
    pub fn types(&self) -> bool {
        matches!(self.plain(), Some(KeyCode::Char(_)))
    }
}

impl From<KeyEvent> for Chord {
    fn from(key: KeyEvent) -> Self {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let shift = key.modifiers.contains(KeyModifiers::SHIFT);
        let beyond = key.modifiers.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META);
        let code = match key.code {
            // With Ctrl, terminals differ in the case they report.
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            // And some name the key, not the character that it makes.
            KeyCode::Char(c) if shift => KeyCode::Char(upper(c)),
            KeyCode::Tab if shift => KeyCode::BackTab,
            code => code,
        };
        // Shift is in the character already, and in the name of Shift-Tab.
        let shift = shift && !matches!(code, KeyCode::Char(_) | KeyCode::BackTab);
        let other = match (beyond, shift) {
            (true, _) => Other::Beyond,
            (false, true) => Other::Shift,
            (false, false) => Other::Nothing,
        };
        Self { code, ctrl, alt, other }
    }
}

/// A press of the chord, as a terminal reports it.
impl From<Chord> for KeyEvent {
    fn from(chord: Chord) -> Self {
        let held = [
            (chord.ctrl, KeyModifiers::CONTROL),
            (chord.alt, KeyModifiers::ALT),
            (chord.other == Other::Shift, KeyModifiers::SHIFT),
            (chord.other == Other::Beyond, KeyModifiers::SUPER),
        ];
        let held = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, modifier)| modifier);
        Self::new(chord.code, held.collect())
    }
}

/// The capital of `c`, where there is one that is one character.
fn upper(c: char) -> char {
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(capital), None) => capital,
        _ => c,
    }
}

/// What follows on `modifier`, in small letters or capitals.
fn strip<'a>(text: &'a str, modifier: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(modifier.len())?;
    head.eq_ignore_ascii_case(modifier).then_some(rest)
}

/// Whether it is how an arrow key is shown, and no key of its own.
fn is_arrow(c: char) -> bool {
    matches!(c, '↑' | '↓' | '←' | '→')
}

/// As it is written in a key table, or shown on the screen.
impl FromStr for Chord {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (mut rest, mut ctrl, mut alt, mut shift) = (text, false, false, false);
        loop {
            if let Some(after) = strip(rest, "ctrl-") {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = strip(rest, "alt-") {
                (rest, alt) = (after, true);
            } else if let Some(after) =
                strip(rest, "shift-").filter(|after| !after.eq_ignore_ascii_case("tab"))
            {
                (rest, shift) = (after, true);
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii_alphabetic() && ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            (Some(c), None) if !is_invisible(c) && c != ' ' && !is_arrow(c) => KeyCode::Char(c),
            _ => NAMED
                .iter()
                .find(|(name, shown, _)| name.eq_ignore_ascii_case(rest) || shown.eq_ignore_ascii_case(rest))
                .map(|(.., code)| *code)
                .ok_or_else(|| format!("there is no key {text:?}"))?,
        };
        if shift && matches!(code, KeyCode::Char(_) | KeyCode::BackTab | KeyCode::Tab) {
            return Err(format!("there is no key {text:?}"));
        }
        Ok(Self { code, ctrl, alt, other: if shift { Other::Shift } else { Other::Nothing } })
    }
}

impl TryFrom<String> for Chord {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.other == Other::Shift {
            f.write_str("Shift-")?;
        }
        if let Some((_, shown, _)) = NAMED.iter().find(|(.., code)| *code == self.code) {
            return f.write_str(shown);
        }
        match self.code {
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            other => write!(f, "{other}"),
        }
    }
}

#[cfg(test)]
mod tests;
