//! Characters that can't be seen, or not be told from a plain blank.

use std::fmt::Write as _;

use icu_properties::props::{
    BinaryProperty as _, DefaultIgnorableCodePoint, EnumeratedProperty as _, GeneralCategory,
};

/// Whether `c` shows nothing of itself: marks of direction and joiners, blanks of other kinds than
/// the plain one, soft hyphens, controls, and what fonts leave out.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let is_of_a_hidden_kind = matches!(
        GeneralCategory::for_char(c),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::SpaceSeparator
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::Unassigned
    );
    // The last is a pattern of Braille that has no dot.
    is_of_a_hidden_kind || DefaultIgnorableCodePoint::for_char(c) || c == '\u{2800}'
}

/// `text` with what can't be seen written as JSON does it: `\u200f`, in two parts beyond `U+FFFF`.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The same of a text of several lines, whose ends stay. Of JSON as it is written here the meaning stays
/// too: outside of its strings, that holds nothing but ASCII.
#[must_use]
pub fn escaped_lines(text: &str) -> String {
    text.split('\n').map(escaped).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_told_from_what_does() {
        for c in "\u{200f}\u{61c}\u{ad}\u{200b}\u{200d}\u{a0}\u{3000}\u{2028}\u{85}\u{7f}\u{fe0f}\u{34f}\u{115f}\u{3164}\u{2800}\u{e0020}\u{feff}".chars() {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in " aé日ﷺ👩\u{301}\u{fffd}-~".chars() {
            assert!(!is_invisible(c), "{c:?}");
        }
        assert_eq!(escaped("a\u{200f} \u{e0041}é\n"), r"a\u200f \udb40\udc41é\u000a");
        assert_eq!(escaped_lines("a\u{200f}\r\n\nb"), "a\\u200f\\u000d\n\nb");
    }
}
