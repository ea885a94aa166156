//! What is typed, taken apart into words.

use std::ops::Range;

/// One word of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// As typed.
    pub whole: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether it is turned around, by `!` or `-`.
    pub negated: bool,
    /// What stands before a colon, if that is letters and hyphens only.
    pub field: Option<&'a str>,
    /// What is asked for, without its quotes.
    pub value: &'a str,
    /// Whether that stood in quotes.
    pub quoted: bool,
}

impl Word<'_> {
    /// Where in the text it stands, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.whole.len()
    }

    /// Where in the text what is asked for begins: behind `!`, `-` and what is before a colon.
    pub fn value_start(&self) -> usize {
        let head = usize::from(self.negated) + self.field.map_or(0, |field| field.len() + 1);
        self.start + head + usize::from(self.quoted)
    }
}

/// The words of `text`. Blanks part them, but not within quotes; quotes that are not closed go on to the end.
pub fn split(text: &str) -> Vec<Word<'_>> {
    let (mut words, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find(|c: char| !c.is_whitespace()).map(|blanks| at + blanks) {
        let word = read(text, start);
        at = word.range().end;
        words.push(word);
    }
    words
}

/// The word that begins at `start`, where no blank is.
fn read(text: &str, start: usize) -> Word<'_> {
    let rest = &text[start..];
    let body = rest.strip_prefix(['!', '-']);
    let (negated, body) = (body.is_some(), body.unwrap_or(rest));
    let (field, value) = match body.split_once(':') {
        Some((field, value)) if is_field(field) => (Some(field), value),
        Some(_) | None => (None, body),
    };
    let head = rest.len() - value.len();
    if let Some(inside) = value.strip_prefix('"') {
        let (value, behind) = match closing_quote(inside) {
            Some(end) => (&inside[..end], 1),
            None => (inside, 0),
        };
        let whole = &rest[..head + 1 + value.len() + behind];
        return Word { whole, start, negated, field, value, quoted: true };
    }
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    Word { whole: &rest[..head + end], start, negated, field, value: &value[..end], quoted: false }
}

/// A quote closes where a blank or nothing follows.
fn closing_quote(text: &str) -> Option<usize> {
    let closes = |end: &usize| text[end + 1..].chars().next().is_none_or(char::is_whitespace);
    text.match_indices('"').map(|(end, _)| end).find(closes)
}

fn is_field(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_a_word_together() {
        let read = |text| -> Vec<_> {
            let words = split(text).into_iter();
            words.map(|word| (word.negated, word.field, word.value, word.quoted)).collect()
        };
        for (text, words) in [
            ("", vec![]),
            ("  a  b ", vec![(false, None, "a", false), (false, None, "b", false)]),
            ("!a -b", vec![(true, None, "a", false), (true, None, "b", false)]),
            ("\"a b\" c", vec![(false, None, "a b", true), (false, None, "c", false)]),
            ("-\"a b", vec![(true, None, "a b", true)]),
            ("a\"b c", vec![(false, None, "a\"b", false), (false, None, "c", false)]),
            ("\"a\"b\" c", vec![(false, None, "a\"b", true), (false, None, "c", false)]),
            (
                "name:\"a b\" STATUS:",
                vec![(false, Some("name"), "a b", true), (false, Some("STATUS"), "", false)],
            ),
            ("-used:", vec![(true, Some("used"), "", false)]),
            (
                "2.4:gpu a b:c",
                vec![
                    (false, None, "2.4:gpu", false),
                    (false, None, "a", false),
                    (false, Some("b"), "c", false),
                ],
            ),
            ("- ! \"", vec![(true, None, "", false), (true, None, "", false), (false, None, "", true)]),
        ] {
            assert_eq!(read(text), words, "{text:?}");
        }
    }
}
