//! Text from outside, cleaned once at the boundary.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// What stands where something unfit for a terminal was removed, so that the reader knows.
const REMOVED: char = '\u{FFFD}';

/// Longer texts are cut, in bytes: no member that the service takes may be as long by far, and what is drawn and
/// searched at every key has to be short.
const LONGEST: usize = 16 * 1024;

/// One line of text that is safe to draw, to copy and to log.
///
/// Escape sequences, control characters and the invisible characters that reorder text (bidi
/// overrides and isolates) are replaced by `U+FFFD`; line breaks and tabs become blanks. Of more than 16 KiB the
/// beginning is kept, with a `…` behind it. Everything
/// that comes from the service, configuration, the environment or the clipboard goes through here.
/// Copies share it: a frame tells the names of all its rows. Two that read the same are equal, whatever
/// was replaced in them.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text(Arc<str>);

/// Stands before a text in which something was replaced, and is no part of it: no clean text holds it. A
/// flag beside the text would make everything larger that has one.
const ALTERED: char = '\0';

impl Text {
    /// Cleans `raw`. Text that needs no cleaning is taken as it is.
    #[must_use]
    pub fn clean(raw: &str) -> Self {
        if raw.len() <= LONGEST && raw.chars().all(is_plain) {
            return Self(raw.into());
        }
        let mut clean = String::with_capacity(raw.len().min(LONGEST) + 1);
        clean.push(ALTERED);
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            // The largest character has to fit, and `…`.
            if clean.len() + 4 + '…'.len_utf8() > LONGEST {
                clean.push('…');
                break;
            }
            match c {
                '\u{1b}' => {
                    skip_escape(&mut chars);
                    push_removed(&mut clean);
                }
                '\u{9b}' => {
                    skip_csi(&mut chars);
                    push_removed(&mut clean);
                }
                '\r' if chars.peek() == Some(&'\n') => {}
                c if is_line_break(c) || c == '\t' => clean.push(' '),
                c if is_plain(c) => clean.push(c),
                _ => push_removed(&mut clean),
            }
        }
        Self(clean.into())
    }

    /// The text with what tells that it is altered.
    pub(super) fn marked(&self) -> &str {
        &self.0
    }

    /// What was [`Self::marked`] before.
    pub(super) fn of_marked(marked: &str) -> Self {
        Self(marked.into())
    }

    /// The cleaned text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        without_mark(&self.0)
    }

    /// Whether it came otherwise: cleaning replaced something in it. Not known of what was kept on disk.
    #[must_use]
    pub fn is_altered(&self) -> bool {
        has_mark(&self.0)
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

/// A text without what tells that it is altered.
pub(super) fn without_mark(marked: &str) -> &str {
    marked.strip_prefix(ALTERED).unwrap_or(marked)
}

pub(super) fn has_mark(marked: &str) -> bool {
    marked.starts_with(ALTERED)
}

/// The characters that SageMaker's `.` does not match, and so no field of an image may hold.
#[must_use]
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a terminal can be trusted with `c`.
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !is_line_break(c)
        && !matches!(c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// The first character besides line breaks (`\n`) and tabs that a terminal can't be trusted with, and the number
/// of its line, from 1.
#[must_use]
pub fn unfit(text: &str) -> Option<(usize, char)> {
    let is_unfit = |c: &char| !is_plain(*c) && !matches!(c, '\n' | '\t');
    let (at, found) = text.char_indices().find(|(_, c)| is_unfit(c))?;
    Some((text[..at].matches('\n').count() + 1, found))
}

fn push_removed(clean: &mut String) {
    if !clean.ends_with(REMOVED) {
        clean.push(REMOVED);
    }
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// Skips what follows an ESC: a CSI sequence, a string (OSC, DCS, APC, PM, SOS) or one character.
fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_csi(chars);
        }
        Some(']' | 'P' | '_' | '^' | 'X') => {
            chars.next();
            skip_string(chars);
        }
        Some(c) if c.is_ascii_graphic() => {
            chars.next();
        }
        _ => {}
    }
}

fn skip_csi(chars: &mut Chars<'_>) {
    while let Some(&c) = chars.peek() {
        if !('\u{20}'..='\u{7e}').contains(&c) {
            return;
        }
        chars.next();
        if ('\u{40}'..='\u{7e}').contains(&c) {
            return;
        }
    }
}

/// A string sequence ends at BEL or ESC `\`; one that never ends is only its introducer, so that
/// a stray ESC `]` does not swallow the rest of the text.
fn skip_string(chars: &mut Chars<'_>) {
    let mut ahead = chars.clone();
    while let Some(c) = ahead.next() {
        if c == '\u{07}' || c == '\u{9c}' {
            *chars = ahead;
            return;
        }
        if c == '\u{1b}' {
            if ahead.peek() == Some(&'\\') {
                ahead.next();
                *chars = ahead;
            }
            return;
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

/// The same as of the text itself, by which a map can be asked.
impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl From<String> for Text {
    fn from(raw: String) -> Self {
        Self::clean(&raw)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::clean(raw)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// A map by texts can be asked by what is one already.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_cleaned_and_says_so() {
        for (raw, clean) in [
            ("plain ümlaut 日本語 e\u{301}", "plain ümlaut 日本語 e\u{301}"),
            ("\u{1b}[31mred\u{1b}[0m", "\u{fffd}red\u{fffd}"),
            ("a\u{1b}]0;title\u{07}b", "a\u{fffd}b"),
            ("a\u{1b}]8;;http://x\u{1b}\\b", "a\u{fffd}b"),
            ("never ends \u{1b}]52;c;AAAA", "never ends \u{fffd}52;c;AAAA"),
            ("\u{9b}31mx", "\u{fffd}x"),
            ("two\r\nlines\tand a tab", "two lines and a tab"),
            ("old\rends\r\r\n", "old ends  "),
            ("gpj\u{202e}exe", "gpj\u{fffd}exe"),
            ("", ""),
            ("nul\0bell\u{07}", "nul\u{fffd}bell\u{fffd}"),
            ("ends in \u{1b}", "ends in \u{fffd}"),
            ("a\u{1b}\u{1b}[31mb", "a\u{fffd}b"),
            ("\u{1b}éa", "\u{fffd}éa"),
            ("\u{1b}ca", "\u{fffd}a"),
        ] {
            let text = Text::clean(raw);
            assert_eq!((text.as_str(), text.is_altered()), (clean, raw != clean), "{raw:?}");
            assert_eq!(text, Text::clean(clean), "{raw:?}");
            assert_eq!(text.is_empty(), clean.is_empty(), "{raw:?}");
        }
    }

    #[test]
    fn what_is_unfit_is_told_with_its_line() {
        for (text, found) in [
            ("", None),
            ("plain\n\tümlaut\n", None),
            ("one\r\ntwo", Some((1, '\r'))),
            ("one\ntwo\n\tthree\u{1b}[0m", Some((3, '\u{1b}'))),
            ("one\n\ntwo\u{202e}\0", Some((3, '\u{202e}'))),
        ] {
            assert_eq!(unfit(text), found, "{text:?}");
        }
    }

    #[test]
    fn a_text_that_is_far_too_long_is_cut_and_says_so() {
        for raw in ["機".repeat(400_000), "a".repeat(1 << 20), "\u{1b}[ma".repeat(1 << 18)] {
            let text = Text::clean(&raw);
            assert!(text.is_altered() && text.as_str().ends_with('…') && text.as_str().len() <= LONGEST);
            assert_eq!(text, Text::clean(text.as_str()));
        }
        assert!(!Text::clean(&"a".repeat(LONGEST)).is_altered());
    }

    proptest::proptest! {
        #[test]
        fn nothing_unfit_for_a_terminal_comes_through(raw in "\\PC*|[\\x00-\\xff]*") {
            let clean = Text::clean(&raw);
            proptest::prop_assert!(clean.as_str().chars().all(is_plain));
            proptest::prop_assert_eq!(&Text::clean(clean.as_str()), &clean);
        }
    }
}
